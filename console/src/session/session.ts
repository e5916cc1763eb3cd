/** The pasted key of this browser: kept for the tab, or for the device where the reader asked for it. */
export interface Session {
  readonly token: string;
  readonly kept: boolean;
}

const name = 'tocsin.key';

interface Storages {
  readonly tab: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly device: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** The browser's own storages. */
export function browserStorages(): Storages {
  return { tab: window.sessionStorage, device: window.localStorage };
}

/** The session that an earlier page left, or null. */
export function findSession({ tab, device }: Storages): Session | null {
  const ofTab = tab.getItem(name);
  if (ofTab !== null) return { token: ofTab, kept: false };
  const ofDevice = device.getItem(name);
  return ofDevice === null ? null : { token: ofDevice, kept: true };
}

/** Keeps the key in the one place it was asked to be in. */
export function keepSession({ tab, device }: Storages, { token, kept }: Session): void {
  dropSession({ tab, device });
  (kept ? device : tab).setItem(name, token);
}

/** Forgets the key everywhere. */
export function dropSession({ tab, device }: Storages): void {
  tab.removeItem(name);
  device.removeItem(name);
}
