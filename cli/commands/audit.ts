import { Command, InvalidArgumentError } from 'commander';
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
    .option(
      '--against <hash>',
      'one that was printed earlier and kept elsewhere: the log has to hold to it still',
      hash,
    )
    .addOption(jsonOption)
    .addHelpText(
      'after',
      '\nExits with 1 when an event was changed, removed or put in, and names the first; or does not hold to --against.',
    )
    .action(async ({ against, json }: { against?: Buffer; json?: true }) => {
      await withStore(async ({ sql, positions }) => {
        const { from, to, broken, holds } = await verifyChain(sql, progress, against);
        const reached = to.hash.toString('hex');
        const position = positions.encode(to.sequence, to.hash);
        if (broken || !holds) process.exitCode = 1;
        if (json) {
          const place = { from: from.sequence, to: to.sequence, position, hash: reached };
          return printJson({ whole: !broken, ...place, broken, ...(against && { holds }) });
        }
        const held = `${to.sequence - from.sequence} events verified, ${from.sequence + 1} to ${to.sequence}.`;
        print(`${held}\nPosition ${position}\nHash     ${reached}`);
        print(
          broken ? `BROKEN at event ${broken.sequence}: ${broken.reason}.` : 'The chain is whole: nothing was changed.',
        );
        if (against) print(holds ? 'It holds to what was kept.' : notHeld);
      });
    });
}

const notHeld =
  'NOT THE LOG of which the hash was kept: it was written anew, cut short or restored since, or the place is no longer held.';

/** As `verify` prints it. @throws InvalidArgumentError */
function hash(text: string): Buffer {
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw new InvalidArgumentError('It is 64 hexadecimal digits, as `audit verify` prints them.');
}

/** On a terminal alone, where the line is written over. */
function progress(reached: number, head: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(reached === head ? '\r\u001b[K' : `\rtocsin: event ${reached} of ${head}`);
}
