/** Who this browser is to the network: somebody signed in, by a cookie that no script can read, or a pasted key. */
export type Session =
  | { readonly by: 'cookie' }
  /** `kept`: on the device, not in this tab alone. */
  | { readonly by: 'key'; readonly token: string; readonly kept: boolean };

type KeySession = Extract<Session, { by: 'key' }>;

/** Under which name a storage holds the key. */
export const sessionItem = 'tocsin.key';

type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Storages {
  readonly tab: Keeping;
  readonly device: Keeping;
}

/** The browser's own storages; where it has none for us, the key lasts as long as the page. */
export function browserStorages(): Storages {
  try {
    return { tab: window.sessionStorage, device: window.localStorage };
  } catch {
    return { tab: noStorage, device: noStorage };
  }
}

const noStorage: Keeping = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** The key that an earlier page left, or null. */
export function findKey({ tab, device }: Storages): KeySession | null {
  const ofTab = tab.getItem(sessionItem);
  if (ofTab !== null) return { by: 'key', token: ofTab, kept: false };
  const ofDevice = device.getItem(sessionItem);
  return ofDevice === null ? null : { by: 'key', token: ofDevice, kept: true };
}

/** Under which name the device holds that somebody is leaving, whose session the network could not yet end. */
export const leavingItem = 'tocsin.leaving';

/** Whether somebody began to sign out on this device, and the network does not know yet. */
export function isLeaving({ device }: Pick<Storages, 'device'>): boolean {
  return device.getItem(leavingItem) !== null;
}

/** Notes that somebody is signing out, so that no other page of this device goes on as them; or that it is over. */
export function noteLeaving({ device }: Pick<Storages, 'device'>, leaving: boolean): void {
  if (leaving) device.setItem(leavingItem, 'yes');
  else device.removeItem(leavingItem);
}

/** Keeps the key in the one place it was asked to be in. */
export function keepKey({ tab, device }: Storages, { token, kept }: Omit<KeySession, 'by'>): void {
  tab.removeItem(sessionItem);
  device.removeItem(sessionItem);
  (kept ? device : tab).setItem(sessionItem, token);
}

/** Forgets this key wherever it is; that of another session stays. */
export function dropKey({ tab, device }: Storages, { token }: Pick<KeySession, 'token'>): void {
  for (const storage of [tab, device]) {
    if (storage.getItem(sessionItem) === token) storage.removeItem(sessionItem);
  }
}

/**
 * Who this browser is, as far as it knows itself; `leaving`: signed in by a cookie that the network is still to take back. Whether
 * a cookie signs somebody in the network alone can say: it is asked.
 */
export function hereAtFirst(): Session | 'leaving' {
  const storages = browserStorages();
  return findKey(storages) ?? (isLeaving(storages) ? 'leaving' : { by: 'cookie' });
}
