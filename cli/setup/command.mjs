import { spawn } from 'node:child_process';
// Whole, so that a Node.js without what we use of it still gets as far as being told that it is too old.
import * as util from 'node:util';

const headLines = 12;
const tailLines = 30;

/** Writes a line of progress; standard output is left to what the command itself has to say. */
export function say(line) {
  process.stderr.write(`tocsin: ${line}\n`);
}

/**
 * Runs a step quietly, naming it and how long it took. Throws with its output, the middle of a long one left out, and the remedy when it fails.
 * @param {{ name: string, command: string, args: string[], cwd: string, remedy: string, shell?: boolean }} step
 */
export async function runStep({ name, command, args, cwd, remedy, shell = false }) {
  const started = Date.now();
  say(`${name} …`);
  const output = [];
  const child = spawn(command, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  // A step does not outlive the command that it was for: npm goes on through SIGTERM, and would meet the next command's npm.
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  process.removeListener('exit', stop);
  if (ended !== 0) {
    const shown = shorten(util.stripVTControlCharacters(Buffer.concat(output).toString()).trimEnd().split('\n'));
    throw new Error(`${name} failed (${ended}):\n\n${shown.join('\n')}\n\n${remedy}`);
  }
  say(`${name}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function shorten(lines) {
  if (lines.length <= headLines + tailLines) return lines;
  return [...lines.slice(0, headLines), '…', ...lines.slice(-tailLines)];
}
