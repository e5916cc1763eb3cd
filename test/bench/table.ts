import type { Figure, Part } from './figures.ts';

const columns = ['', 'median', 'p99', 'beside it', 'ratio', 'target', ''];

/** A part as a table of Markdown: what is printed can be pasted into docs/operations/benchmarks.md. */
export function table({ title, figures, notes }: Part): string {
  const rows = [columns, ...figures.map(cells)];
  const widths = columns.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [`### ${title}`, '', line(head), rule, ...body.map(line), '', ...notes, ''].join('\n');
}

function cells({ name, value, p99, unit, reference, ratio, target, note }: Figure): string[] {
  const range = ratio && `${ratio.median.toFixed(2)} × [${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}]`;
  return [
    name,
    `${rounded(value)} ${unit}`,
    p99 === undefined ? '' : `${rounded(p99)} ${unit}`,
    reference === undefined ? '' : `${rounded(reference)} ${unit}`,
    range ?? (reference === undefined || reference <= 0 ? '' : `${(value / reference).toFixed(2)} ×`),
    target ? `${target.words}: ${target.holds ? 'holds' : 'FALLS SHORT'}` : '',
    note ?? '',
  ];
}

function rounded(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Which targets hold and which fall short, in sentences. */
export function verdict(parts: readonly Part[]): string {
  const judged = parts.flatMap(({ title, figures }) =>
    figures.flatMap(({ name, target }) => (target ? [{ text: `${title}, ${name}: ${target.words}`, ...target }] : [])),
  );
  if (judged.length === 0) return 'No target is judged: this was too small a run.';
  const short = judged.filter(({ holds }) => !holds);
  const held = `${judged.length - short.length} of ${judged.length} targets hold.`;
  return [held, ...short.map(({ text }) => `Falls short: ${text}`)].join('\n');
}
