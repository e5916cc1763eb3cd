import { Command } from 'commander';
import { heldBack, releaseNetwork, type Held } from '../../core/store/commands/restoration.ts';
import { withStore } from '../database.ts';
import { jsonOption } from '../options.ts';
import { print, printJson } from '../terminal.ts';

interface ReleaseOptions {
  look?: true;
  drop?: true;
  json?: true;
}

export function releaseCommand(): Command {
  return new Command('release')
    .description('let mails and escalations leave again that are held because the database was restored')
    .option('--look', 'say what is held, and change nothing')
    .option('--drop', 'take what waits for done: its mails are not sent, overdue steps do not fire')
    .addOption(jsonOption)
    .addHelpText(
      'after',
      '\nA restored log has forgotten what was sent and answered since its backup. Look first, and never release a copy made for\ntests: it would mail real people.\n\nExample:\n  tocsin release --look',
    )
    .action(async ({ look, drop, json }: ReleaseOptions) => {
      const held = await withStore((store) =>
        look ? heldBack(store) : store.writer.run(releaseNetwork({ drop: drop === true })),
      );
      if (json) return printJson({ ...held, released: !look && held.since !== null, dropped: drop === true });
      return print(sentences(held, look ? 'look' : drop ? 'drop' : 'release'));
    });
}

function sentences({ since, mails, steps }: Held, done: 'look' | 'drop' | 'release'): string {
  if (since === null) return 'Nothing is held.';
  const kinds = Object.entries(mails).map(([kind, count]) => `${count} ${kind}`);
  const waiting = `${kinds.length === 0 ? 'No mail waits' : `Mails that wait: ${kinds.join(', ')}`}; steps that are overdue: ${steps}.`;
  const outcome = {
    look: '`tocsin release` lets them go, `--drop` does not send them.',
    drop: 'Dropped. What is due from now on leaves again.',
    release: 'Released: the next sweep, within half a minute, lets them go.',
  }[done];
  return `Held since ${since}: the database was restored.\n${waiting}\n${outcome}`;
}
