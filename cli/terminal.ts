import { createInterface } from 'node:readline';
import { styleText } from 'node:util';

/** A line of what was asked for, on standard output; progress and complaints go to standard error. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** A line of progress. */
export function say(line: string): void {
  process.stderr.write(`tocsin: ${line}\n`);
}

/**
 * Asks before what cannot be taken back.
 * @param yes that it was said beforehand
 * @throws Error where the answer is not yes, and where there is no terminal to ask at
 */
export async function confirm(question: string, yes: true | undefined): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Error(`${question} There is no terminal to ask at: say --yes to go on.`);
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await new Promise<string>((resolve) => {
    // Also by Ctrl-C and Ctrl-D.
    asked.once('close', () => resolve(''));
    asked.question(`${question} Go on? [y/N] `, resolve);
  });
  asked.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Error('Nothing was changed.');
}

/** Columns under their names, as wide as they need. */
export function printTable(names: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = names.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map((cell) => [...cell].length)),
  );
  for (const row of [names, ...rows]) {
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

type Style = Parameters<typeof styleText>[0];

/** Colours on a terminal whose owner wants them, nothing elsewhere. */
export function painter(): (style: Style, text: string) => string {
  const wanted = process.stdout.isTTY && !process.env['NO_COLOR'];
  return wanted ? (style, text) => styleText(style, text) : (_style, text) => text;
}

/** A reader that went away (`tocsin tail | head -1`) has had enough: that is no failure. */
export function endWithReader(): void {
  process.stdout.on('error', readerLost);
}

/** What runs until it is told to stop does so also without a terminal, and ends in order when its window is closed. */
export function outliveTerminal(): void {
  process.stdout.off('error', readerLost);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

function readerLost(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
