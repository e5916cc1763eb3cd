import { recogniseDatabase } from './commands/restoration.ts';
import type { LogWriter } from './log-writer.ts';
import { lookAround, stillHolds, type Network, type Seen, type Whereabouts } from './network.ts';
import type { Queryable } from './unit.ts';

/** What a process knows of the log that it works on. */
export interface Recognition {
  readonly network: Network;
  /** Looks again; answers since when everything that would leave is held, or null. */
  again(): Promise<Date | null>;
}

/** Milliseconds that a beginning process gives one that ran before to vouch for a promoted server, and between two looks. */
const patience = 15_000;
const askedAgain = 500;

/**
 * Recognises the database that a process begins on. A standby that was promoted has a new line of history, as a restored
 * point in time has: whoever saw the log before knows whether anything of it is lost.
 */
export async function recogniseAtStart(
  sql: Queryable,
  writer: LogWriter,
  wait: number = patience,
): Promise<Recognition> {
  const deadline = performance.now() + wait;
  let found = await lookAround(sql);
  while (found.sameHome && !found.sameTimeline && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, askedAgain));
    found = await lookAround(sql);
  }
  if (!isKnown(found)) {
    await writer.run(recogniseDatabase(null));
    found = await lookAround(sql);
  }
  const { name, epoch, secret } = found;
  let seen: Seen = found.head;
  return {
    network: { name, epoch, secret },
    async again() {
      let now = await lookAround(sql);
      if (!isKnown(now) || !(await stillHolds(sql, seen))) {
        await writer.run(recogniseDatabase(seen));
        now = await lookAround(sql);
      }
      seen = now.head;
      return now.heldSince;
    },
  };
}

function isKnown({ sameHome, sameTimeline }: Whereabouts): boolean {
  return sameHome === true && sameTimeline;
}
