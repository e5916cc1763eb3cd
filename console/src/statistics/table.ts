import type { Severity, Tlp } from '../../../core/contract/vocabularies.ts';
import { byteOrderMark, csv } from '../marks/csv.ts';

/** What stands in a table: as it is read, and as a spreadsheet takes it. */
export interface Cell {
  readonly text: string;
  readonly value: string | number;
}

/** A row, named by its first cell. */
export interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** 0 to 1: how much of what the table is measured by. */
  readonly share?: number;
  readonly severity?: Severity;
  /** It is about one. */
  readonly warning?: { readonly id: string; readonly language: string; readonly tlp: Tlp };
}

export interface Table {
  /** What its file is called. */
  readonly id: string;
  readonly title: string;
  /** How its figures are counted. */
  readonly note?: string | undefined;
  /** The first is that of the rows' names. */
  readonly columns: readonly string[];
  /** Where a file needs to say more: of which unit its bare numbers are. */
  readonly fileColumns?: readonly string[];
  readonly rows: readonly Row[];
}

export interface FlatColumns {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** One table as a file for spreadsheets (RFC 4180, UTF-8). */
export function csvOf({ columns, fileColumns = columns, rows }: Table): string {
  return (
    byteOrderMark + csv([fileColumns, ...rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])])
  );
}

/** Many tables as one: a line for each figure, so that all of them have the same columns. */
export function csvOfAll(tables: readonly Table[], head: FlatColumns): string {
  const lines = tables.flatMap(({ title, columns, fileColumns = columns, rows }) =>
    rows.flatMap(({ name, cells }) =>
      cells.map(({ value }, index) => [title, name, fileColumns[index + 1] ?? '', value]),
    ),
  );
  return byteOrderMark + csv([[head.table, head.row, head.column, head.value], ...lines]);
}
