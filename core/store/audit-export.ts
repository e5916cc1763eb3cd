import { z } from 'zod';
import { chainHash, innerDigest } from './chain.ts';
import type { Queryable } from './unit.ts';

const hex = z.string().regex(/^[0-9a-f]+$/);
const hash = hex.length(64);
const beginning = z.strictObject({ from: z.strictObject({ sequence: z.int().min(0), hash }) });
const link = z.looseObject({
  sequence: z.int().min(1).optional(),
  digest: hash,
  hash,
  salt: hex.optional(),
  content: z.string().optional(),
});

const pageSize = 1_000;

/**
 * The whole log that is held, a line each: where it begins, then each event with what its digest is of. Erased ones by their digest.
 * @param digests nothing but the links: for those who hold what they may have of it against the whole
 */
export async function* exportLog(sql: Queryable, digests = false): AsyncGenerator<string> {
  const { rows: heads } = await sql.query<{ sequence: number }>('SELECT sequence FROM log_head');
  const { rows: starts } = await sql.query<{ sequence: number; hash: string }>(
    `SELECT sequence, encode(hash, 'hex') AS hash FROM checkpoint ORDER BY sequence DESC LIMIT 1`,
  );
  const head = heads[0]?.sequence ?? 0;
  const [from] = starts;
  if (!from) throw new Error('The log has no beginning: was `tocsin migrate` run on this database?');
  yield JSON.stringify({ from });
  for (let reached = from.sequence; reached < head; reached += pageSize) {
    const { rows } = await sql.query<{ line: string }>(
      `SELECT json_strip_nulls(json_build_object('sequence', sequence, 'digest', encode(digest, 'hex'),
         'hash', encode(hash, 'hex'), 'salt', CASE WHEN NOT $3 THEN encode(salt, 'hex') END, 'content', CASE WHEN NOT $3 THEN content END))::text AS line
       FROM event WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence`,
      [reached, Math.min(reached + pageSize, head), digests],
    );
    for (const { line } of rows) yield line;
  }
}

export interface VerifiedExport {
  readonly entries: number;
  /** Of them those whose content was there to be held to its digest. */
  readonly disclosed: number;
  /** Whether it holds every link from its beginning on: an operator's export does, one over HTTP holds what its reader may have. */
  readonly linked: boolean;
  /** Of the last entry. */
  readonly hash: string | null;
  /** Whether the hash that was asked for is one of its. */
  readonly holds: boolean;
  /** null: whole. Else the first line that does not fit, and why. */
  readonly broken: { readonly line: number; readonly reason: string } | null;
}

/**
 * Holds an export to its own word, without any database.
 * @param kept a hash that was printed earlier
 * @param onLink told of each entry's digest and hash
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  kept?: string,
  onLink: (link: string) => void = () => undefined,
): Promise<VerifiedExport> {
  let before: { sequence: number; hash: string } | undefined;
  let answer: VerifiedExport = {
    entries: 0,
    disclosed: 0,
    linked: false,
    hash: null,
    holds: kept === undefined,
    broken: null,
  };
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const start = line === 1 ? beginning.safeParse(parsed(text)) : undefined;
    if (start?.success) {
      before = start.data.from;
      answer = { ...answer, linked: true, hash: before.hash, holds: answer.holds || before.hash === kept };
      continue;
    }
    const entry = link.safeParse(parsed(text));
    const reason = entry.success ? faultOf(entry.data, before) : 'it is no entry of an export';
    if (!entry.success || reason !== undefined) return { ...answer, broken: { line, reason: reason ?? '' } };
    onLink(`${entry.data.digest} ${entry.data.hash}`);
    if (before) before = { sequence: before.sequence + 1, hash: entry.data.hash };
    answer = {
      ...answer,
      entries: answer.entries + 1,
      disclosed: answer.disclosed + (entry.data.content === undefined ? 0 : 1),
      hash: entry.data.hash,
      holds: answer.holds || entry.data.hash === kept,
    };
  }
  return answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function faultOf(entry: z.output<typeof link>, before?: { sequence: number; hash: string }): string | undefined {
  const { sequence, digest, salt, content } = entry;
  if (before) {
    if (sequence !== before.sequence + 1) return `event ${before.sequence + 1} is missing`;
    const linked = chainHash(Buffer.from(before.hash, 'hex'), sequence, Buffer.from(digest, 'hex'));
    if (linked.toString('hex') !== entry.hash) return 'its digest does not have the hash that the chain holds';
  }
  if (salt === undefined && content === undefined) return undefined;
  if (salt === undefined || content === undefined) return 'its salt or its content is missing';
  return innerDigest(Buffer.from(salt, 'hex'), content).toString('hex') === digest
    ? undefined
    : 'its content does not have the digest beside it';
}
