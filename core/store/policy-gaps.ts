import { createHash } from 'node:crypto';
import { gapsOf, isDue } from '../domain/policy-gap.ts';
import type { ForeseenReason, Missed } from '../domain/recipients.ts';
import { freshDirectory } from './fresh-directory.ts';
import type { Store } from './store.ts';

/** What a gap is known by. */
export function gapKey({ target, reason }: Missed<ForeseenReason>): string {
  return createHash('sha256')
    .update(JSON.stringify([target, reason]))
    .digest('base64url');
}

/** The teams whose gaps are others than the last look found, or are to be told now. */
export async function teamsToLookAt(store: Store): Promise<string[]> {
  const directory = await freshDirectory(store);
  const { sql } = store;
  const { rows: clock } = await sql.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const now = clock[0]?.now ?? new Date(0);
  const { rows } = await sql.query<{ teamId: string; gap: string; foundAt: Date; toldAt: Date | null }>(
    'SELECT team_id AS "teamId", gap, found_at AS "foundAt", told_at AS "toldAt" FROM policy_gap',
  );
  const teams = new Set([...directory.policies.keys(), ...rows.map(({ teamId }) => teamId)]);
  return [...teams].filter((teamId) => {
    const before = new Map(rows.filter((row) => row.teamId === teamId).map((row) => [row.gap, row]));
    const gaps = gapsOf(directory, teamId, now);
    if (gaps.length !== before.size) return true;
    return gaps.some((gap) => {
      const row = before.get(gapKey(gap));
      return !row || (row.toldAt === null && isDue(gap, row.foundAt, now));
    });
  });
}
