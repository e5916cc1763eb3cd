import type { Command } from '../unit.ts';

/**
 * A command that also notes, in its own commit, how far a sequence of commands has come: whoever goes on with the sequence
 * after a crash (store/cursors.ts `readCursor`) does none twice and leaves none out.
 */
export function notingProgress<R>(name: string, step: number, command: Command<R>): Command<R> {
  return async (unit) => {
    const result = await command(unit);
    await unit.sql.query(
      `INSERT INTO cursor (name, sequence) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence`,
      [name, step],
    );
    return result;
  };
}
