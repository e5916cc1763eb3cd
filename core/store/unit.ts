import type { Directory } from '../domain/directory.ts';
import type { NewEvent } from '../domain/log.ts';

/** Rows as PostgreSQL answers them; each query names what it selects. */
export interface Queryable {
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** Tables that a command may write into by `insert`: written together with those of all commands of the commit. */
export type InsertedTable = 'warning' | 'warning_revision' | 'acknowledgement' | 'delivery' | 'idempotency';

/**
 * One command's share of a commit: everybody's commands run one after another behind the log's lock,
 * so what a command reads here cannot change before it is committed.
 */
export interface Unit {
  /** The database's clock, taken after the lock, in whole milliseconds; never decreases along the log. */
  readonly now: Date;
  /** The same, as it is written on the wire. */
  readonly at: string;
  /** Who is in the network as of this place in the log. */
  readonly directory: Directory;
  /** For reads, updates and inserts that a later statement of the same command builds on. Undone when the command is refused. */
  readonly sql: Queryable;
  /**
   * Writes the rows that the commands before this one in the commit put off, for a command that has to see them; called before
   * it asks anything.
   */
  settle(): Promise<void>;
  /** A row that nothing of this command reads back; every column named, written at the end of the commit. */
  insert(table: InsertedTable, row: Readonly<Record<string, unknown>>): void;
  /** Appends one event; positions follow the order of calls. */
  append(event: NewEvent): void;
}

/** Changes tables and appends events, atomically; throws a Refusal to leave everything as it was. */
export type Command<Result> = (unit: Unit) => Promise<Result>;
