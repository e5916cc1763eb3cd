import type { Connection, Event } from '../network.ts';

const kinds = ['other', 'revised', 'raised', 'cancelled'] as const;
/** What became of a warning meanwhile: the last of these that happened to it. */
export type Change = (typeof kinds)[number];

/** What came after the connection had been lost: from when to when it was, and the ids of warnings by what became of them. */
export interface Absence {
  readonly since: number;
  readonly until: number;
  readonly warnings: Readonly<Record<Change, readonly string[]>>;
}

/** Gathers what a reconnect brings, until somebody has read it. */
export interface Absences {
  readonly connected: (connection: Connection) => void;
  /** `isFirst`: it brought a warning that the board should have held and did not. */
  readonly note: (event: Event, isFirst: boolean) => void;
  /** What comes now is told as part of an absence, and by nobody else. */
  readonly gathering: () => boolean;
  readonly last: () => Absence | undefined;
  readonly dismiss: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** Milliseconds without an event after which a replay is told: the last ones are handed over after the state says live. */
const quiet = 300;

/** @param now milliseconds */
export function createAbsences(now: () => number): Absences {
  const changes = new Map<string, Change>();
  const listeners = new Set<() => void>();
  let gathering = false;
  let since: number | undefined;
  let until: number | undefined;
  let told: Absence | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const become = (next: Absence | undefined): void => {
    told = next;
    for (const listener of listeners) listener();
  };
  const end = (): void => {
    gathering = false;
    if (changes.size === 0) since = undefined;
    else if (since !== undefined && until !== undefined) become({ since, until, warnings: byChange(changes) });
  };
  const endSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, quiet);
  };
  return {
    connected(connection) {
      if (connection.kind === 'offline') {
        clearTimeout(timer);
        gathering = true;
        until = undefined;
        // What nobody has read yet is told together with what comes now.
        since ??= connection.since;
      } else if (connection.kind === 'live' && gathering && until === undefined) {
        until = now();
        endSoon();
      }
    },
    note(event, isFirst) {
      if (gathering) enter(changes, event, isFirst);
      if (gathering && until !== undefined) endSoon();
    },
    gathering: () => gathering,
    last: () => told,
    dismiss() {
      changes.clear();
      since = undefined;
      become(undefined);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function enter(changes: Map<string, Change>, event: Event, isFirst: boolean): void {
  const { id } = event.warning;
  const change = changeOf(event, isFirst);
  if (change === undefined) changes.delete(id);
  else if (kinds.indexOf(change) >= kinds.indexOf(changes.get(id) ?? 'other')) changes.set(id, change);
}

function changeOf({ type }: Event, isFirst: boolean): Change | undefined {
  if (type === 'warning.withdrawn') return undefined;
  if (type === 'warning.cancelled') return 'cancelled';
  if (type === 'warning.raised' || isFirst) return 'raised';
  return type === 'warning.revised' ? 'revised' : 'other';
}

function byChange(changes: ReadonlyMap<string, Change>): Absence['warnings'] {
  const of = (change: Change): string[] => [...changes].flatMap(([id, each]) => (each === change ? [id] : []));
  return { other: of('other'), revised: of('revised'), raised: of('raised'), cancelled: of('cancelled') };
}
