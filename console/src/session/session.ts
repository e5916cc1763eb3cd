/** The pasted key of this browser: kept for the tab, or for the device where the reader asked for it. */
export interface Session {
  readonly token: string;
  readonly kept: boolean;
}

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

/** The session that an earlier page left, or null. */
export function findSession({ tab, device }: Storages): Session | null {
  const ofTab = tab.getItem(sessionItem);
  if (ofTab !== null) return { token: ofTab, kept: false };
  const ofDevice = device.getItem(sessionItem);
  return ofDevice === null ? null : { token: ofDevice, kept: true };
}

/** Keeps the key in the one place it was asked to be in. */
export function keepSession({ tab, device }: Storages, { token, kept }: Session): void {
  tab.removeItem(sessionItem);
  device.removeItem(sessionItem);
  (kept ? device : tab).setItem(sessionItem, token);
}

/** Forgets this key wherever it is; that of another session stays. */
export function dropSession({ tab, device }: Storages, { token }: Pick<Session, 'token'>): void {
  for (const storage of [tab, device]) {
    if (storage.getItem(sessionItem) === token) storage.removeItem(sessionItem);
  }
}
