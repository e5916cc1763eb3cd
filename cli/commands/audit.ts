import { Command } from 'commander';
import { verifyChain } from '../../core/store/audit.ts';
import { withStore } from '../database.ts';
import { jsonOption } from '../options.ts';
import { print, printJson } from '../terminal.ts';

export function auditCommand(): Command {
  return new Command('audit').description('the log, held to its own word').addCommand(verifyCommand());
}

function verifyCommand(): Command {
  return new Command('verify')
    .description('walk the hash chain from the oldest event held to the newest')
    .addOption(jsonOption)
    .addHelpText('after', '\nExits with 1 when an event was changed, removed or put in, and names the first.')
    .action(async ({ json }: { json?: true }) => {
      await withStore(async ({ sql, positions }) => {
        const { from, to, broken } = await verifyChain(sql, progress);
        const hash = to.hash.toString('hex');
        const position = positions.encode(to.sequence, to.hash);
        if (broken) process.exitCode = 1;
        if (json) return printJson({ whole: !broken, from: from.sequence, to: to.sequence, position, hash, broken });
        const held = `${to.sequence - from.sequence} events verified, ${from.sequence + 1} to ${to.sequence}.`;
        print(`${held}\nPosition ${position}\nHash     ${hash}`);
        return print(
          broken ? `BROKEN at event ${broken.sequence}: ${broken.reason}.` : 'The chain is whole: nothing was changed.',
        );
      });
    });
}

/** On a terminal alone, where the line is written over. */
function progress(reached: number, head: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(reached === head ? '\r\u001b[K' : `\rtocsin: event ${reached} of ${head}`);
}
