import type { Warning } from '../../../core/contract/warning.ts';

type Terms = Warning['terms'];

/** The terms alone, one a line, exactly as they were written: for a list that detection takes. */
export function termLines(terms: Terms): string {
  return terms.map(({ text }) => text).join('\n');
}

const columns = ['text', 'kind', 'language', 'meaning', 'caution'] as const;

/** All that is said about them, as a spreadsheet takes it from the clipboard; the columns are called as the contract calls them. */
export function termTable(terms: Terms): string {
  const rows = terms.map((term) => columns.map((name) => cell(term[name] ?? '')));
  return [columns, ...rows].map((row) => row.join('\t')).join('\n');
}

/** One cell: no break of a line or of a column, and nothing that a spreadsheet would run as a formula. */
function cell(text: string): string {
  const flat = text.replaceAll(/[\t\n\r]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
