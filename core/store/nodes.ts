import type { Queryable } from './unit.ts';

/** Connections of one team, or with `teamId` null of a whole organisation, whose connections may be of several teams. */
export interface Connected {
  readonly organisationId: string;
  readonly teamId: string | null;
  readonly connections: number;
  /** Milliseconds that the oldest of them stands. */
  readonly standing: number;
}

/** A server as it last spoke of itself. */
export interface Node {
  readonly id: string;
  readonly sequence: number;
  readonly connected: readonly Connected[];
  readonly toldAt: Date;
}

/** Seconds after which a server that was not heard of is taken for gone. */
const gone = 20;

/** Says what a server is at; forgets those that were killed before they could say that they end. */
export async function tellOfNode(sql: Queryable, { id, sequence, connected }: Omit<Node, 'toldAt'>): Promise<void> {
  await sql.query(
    `WITH swept AS (DELETE FROM node WHERE told_at < clock_timestamp() - make_interval(secs => $4) AND id <> $1)
     INSERT INTO node AS had (id, sequence, connected, told_at) VALUES ($1, $2, $3, clock_timestamp())
     ON CONFLICT (id) DO UPDATE SET
       sequence = excluded.sequence, connected = excluded.connected, told_at = excluded.told_at`,
    [id, sequence, JSON.stringify(connected), 3 * gone],
  );
}

export async function forgetNode(sql: Queryable, id: string): Promise<void> {
  await sql.query('DELETE FROM node WHERE id = $1', [id]);
}

/** The servers that run now. */
export async function livingNodes(sql: Queryable): Promise<Node[]> {
  const { rows } = await sql.query<Omit<Node, 'connected'> & { connected: string }>(
    `SELECT id, sequence, connected, told_at AS "toldAt" FROM node
     WHERE told_at > clock_timestamp() - make_interval(secs => $1) ORDER BY id`,
    [gone],
  );
  return rows.map(({ connected, ...node }) => ({ ...node, connected: JSON.parse(connected) as Connected[] }));
}
