import { setTimeout as elapsed } from 'node:timers/promises';
import { acknowledgementsOf } from '../../core/store/acknowledgements.ts';
import { recordReceipts, type Receipt } from '../../core/store/receipts.ts';
import type { Store } from '../../core/store/store.ts';
import type { Unit } from '../../core/store/unit.ts';

/** One team or several of an organisation got a revision of a warning, or have it on a screen. */
export interface Gathered {
  readonly organisationId: string;
  /** Of the credential, oldest first; never empty. */
  readonly teams: readonly string[];
  readonly warningId: string;
  readonly revision: number;
  readonly seen: boolean;
  readonly at: string;
}

/** Milliseconds that receipts are gathered. */
const gatherTime = 100;
const together = 500;
/** What is gathered at most while PostgreSQL is away; later receipts are not kept then. */
const most = 50_000;

/** Gathers receipts and writes them down together: ten thousand clients that handle one event are a handful of rows. */
export class Receipts {
  readonly #store: Store;
  readonly #log: (error: Error) => void;
  #gathered = new Map<string, Gathered>();
  #next: Promise<void> | undefined;
  #writing: Promise<void> | undefined;

  constructor(store: Store, log: (error: Error) => void) {
    this.#store = store;
    this.#log = log;
  }

  /** Resolves when it is written down with the others, or once more gathered while PostgreSQL is away. */
  add(receipt: Gathered): Promise<void> {
    const { warningId, teams, seen } = receipt;
    const name = [warningId, seen, ...teams].join(' ');
    const before = this.#gathered.get(name);
    if (!before && this.#gathered.size >= most) return Promise.resolve();
    const revision = Math.max(before?.revision ?? 0, receipt.revision);
    this.#gathered.set(name, { ...receipt, revision, at: before?.at ?? receipt.at });
    this.#next ??= this.#flushSoon();
    return this.#next;
  }

  /** Writes down all that is gathered. */
  async flush(): Promise<void> {
    await this.#writing;
    this.#writing = this.#write();
    await this.#writing;
  }

  async #flushSoon(): Promise<void> {
    await elapsed(gatherTime, undefined, { ref: false });
    this.#next = undefined;
    await this.flush();
  }

  async #write(): Promise<void> {
    const all = [...this.#gathered];
    for (let first = 0; first < all.length; first += together) {
      const some = all.slice(first, first + together);
      for (const [name, receipt] of some) if (this.#gathered.get(name) === receipt) this.#gathered.delete(name);
      try {
        await this.#store.writer.run((unit) =>
          record(
            unit,
            some.map(([, receipt]) => receipt),
          ),
        );
      } catch (error) {
        this.#log(error as Error);
        for (const [, receipt] of some) void this.add(receipt);
        return;
      }
    }
  }
}

async function record(unit: Unit, gathered: readonly Gathered[]): Promise<void> {
  const warnings = [...new Set(gathered.map(({ warningId }) => warningId))];
  const teams = [...new Set(gathered.flatMap((one) => one.teams))];
  const standing = await acknowledgementsOf(unit.sql, warnings, teams);
  const expected = new Set(
    standing.flatMap(({ acknowledgement: { warningId, teamId, expected: is } }) =>
      is ? `${warningId} ${teamId}` : [],
    ),
  );
  await recordReceipts(
    unit,
    gathered.flatMap((one) => receiptsOf(one, expected)),
  );
}

/** A receipt for each of the teams that are expected to answer, or for the first where none is. */
function receiptsOf({ teams, ...told }: Gathered, expected: ReadonlySet<string>): Receipt[] {
  const answering = teams.filter((team) => expected.has(`${told.warningId} ${team}`));
  return (answering.length > 0 ? answering : teams.slice(0, 1)).map((teamId) => ({ ...told, teamId }));
}
