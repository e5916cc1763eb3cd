import { chainHash, innerDigest } from './chain.ts';
import type { Queryable } from './unit.ts';

/** A place in the chain. */
export interface Link {
  readonly sequence: number;
  readonly hash: Buffer;
}

export interface Verified {
  /** Where verifying began: the checkpoint before the oldest event that is held. */
  readonly from: Link;
  /** The last event that the chain holds to; equal to `from` where the log holds none. */
  readonly to: Link;
  /** null: whole. Else the first sequence that does not fit, and why. */
  readonly broken: { readonly sequence: number; readonly reason: string } | null;
  /** Whether the hash that was asked for is one of this chain. */
  readonly holds: boolean;
}

interface Row {
  sequence: number;
  type: string;
  warning_id: string | null;
  revision: number | null;
  organisation_id: string | null;
  actor_id: string | null;
  content: string | null;
  at: Date;
  salt: Buffer | null;
  digest: Buffer;
  hash: Buffer;
}

const pageSize = 2_000;

/**
 * Walks the hash chain from the checkpoint to the head of the log as it stands now, in pages, and stops at the first event
 * that was changed, removed or put in. The columns that readers are served by are held to the hashed content too.
 * @param onProgress called after each page with the sequence reached and the head's
 * @param kept a hash that was answered earlier: a chain that was written anew is whole, and does not hold to it
 */
export async function verifyChain(
  sql: Queryable,
  onProgress: (reached: number, head: number) => void = () => undefined,
  kept?: Buffer,
): Promise<Verified> {
  const head = await one(sql, 'SELECT sequence, hash FROM log_head', 'head');
  const from = await one(
    sql,
    `SELECT sequence, hash FROM checkpoint
     WHERE sequence < COALESCE((SELECT min(sequence) FROM event), (SELECT sequence + 1 FROM log_head))
     ORDER BY sequence DESC LIMIT 1`,
    'checkpoint',
  );
  let to = from;
  let holds = kept === undefined || from.hash.equals(kept);
  const answer = (reason?: string): Verified => ({
    from,
    to,
    holds,
    broken: reason === undefined ? null : { sequence: to.sequence + 1, reason },
  });
  while (to.sequence < head.sequence) {
    const rows = await page(sql, to.sequence, head.sequence);
    if (rows.length === 0) return answer('it is missing');
    for (const row of rows) {
      const fault = faultOf(row, to);
      if (fault) return answer(fault);
      to = { sequence: row.sequence, hash: row.hash };
      holds ||= kept?.equals(row.hash) === true;
    }
    onProgress(to.sequence, head.sequence);
  }
  if (to.sequence === head.sequence && to.hash.equals(head.hash)) return answer();
  return { ...answer(), broken: { sequence: head.sequence, reason: 'the head of the log has another hash' } };
}

function faultOf(row: Row, before: Link): string | undefined {
  if (row.sequence <= before.sequence) return 'another event bears the number before it as well';
  if (row.sequence !== before.sequence + 1) return 'it is missing';
  if (!chainHash(before.hash, row.sequence, row.digest).equals(row.hash)) {
    return 'its digest does not have the hash that the chain holds';
  }
  // Erased: the digest stands for what it said.
  if (row.salt === null && row.content === null) return undefined;
  if (row.salt === null || row.content === null) return `its ${row.salt === null ? 'salt' : 'content'} is missing`;
  if (!innerDigest(row.salt, row.content).equals(row.digest)) return 'its content does not have the digest beside it';
  return columnsOf(row) === toldBy(row.content) ? undefined : 'its columns say something else than its content';
}

function columnsOf(row: Row): string {
  const { type, at, warning_id, revision, organisation_id, actor_id } = row;
  return JSON.stringify([type, at.toISOString(), warning_id, revision, organisation_id, actor_id]);
}

/** What the columns of this content have to be. */
function toldBy(content: string): string {
  const { type, at, warning, revision, actor } = JSON.parse(content) as {
    type: string;
    at: string;
    warning?: string;
    revision?: number;
    actor: { organisationId: string | null; memberId: string | null; keyId?: string };
  };
  const by = actor.memberId ?? actor.keyId ?? null;
  return JSON.stringify([type, at, warning ?? null, revision ?? null, actor.organisationId, by]);
}

/** A range of numbers, not a number of rows: two events under one number never fall into two pages. */
async function page(sql: Queryable, after: number, upTo: number): Promise<Row[]> {
  const { rows } = await sql.query<Row>(
    `SELECT sequence, type, warning_id, revision, organisation_id, actor_id, content, at, salt, digest, hash
     FROM event WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence`,
    [after, Math.min(after + pageSize, upTo)],
  );
  return rows;
}

async function one(sql: Queryable, text: string, what: string): Promise<Link> {
  const { rows } = await sql.query<Link>(text);
  if (!rows[0]) throw new Error(`The log has no ${what}: was \`tocsin migrate\` run on this database?`);
  return rows[0];
}
