import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError } from 'commander';
import { network } from '../../core/domain/log.ts';
import { exportLog, verifyExport } from '../../core/store/audit-export.ts';
import { verifyChain } from '../../core/store/audit.ts';
import { exportAudit } from '../../core/store/commands/audit-export.ts';
import { readCheckpoint } from '../../core/store/log-reader.ts';
import { withStore } from '../database.ts';
import { jsonOption } from '../options.ts';
import { print, printJson } from '../terminal.ts';

export function auditCommand(): Command {
  return new Command('audit')
    .description('the log, held to its own word')
    .addCommand(verifyCommand())
    .addCommand(checkpointCommand())
    .addCommand(exportCommand());
}

interface VerifyOptions {
  readonly against?: Buffer;
  readonly export?: string;
  readonly chain?: string;
  readonly json?: true;
}

function verifyCommand(): Command {
  return new Command('verify')
    .description('walk the hash chain from the oldest event held to the newest')
    .option(
      '--against <checkpoint>',
      'one that was printed earlier and kept elsewhere, its line, its hash or a file with it: the log has to hold to it still',
      keptHash,
    )
    .option('--export <file>', 'verify an export instead, without any database', readable)
    .option('--chain <file>', 'an export by the operator that the entries of --export have to be links of', readable)
    .addOption(jsonOption)
    .addHelpText(
      'after',
      '\nExits with 1 when an event was changed, removed or put in, and names the first; or does not hold to --against.',
    )
    .action((options: VerifyOptions) =>
      options.export === undefined ? verifyLog(options) : verifyFile(options.export, options),
    );
}

async function verifyLog({ against, json }: VerifyOptions): Promise<void> {
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
}

async function verifyFile(file: string, { against, chain, json }: VerifyOptions): Promise<void> {
  const links = new Set<string>();
  const verified = await verifyExport(linesOf(file), against?.toString('hex'), (link) => links.add(link));
  const strangers = chain === undefined ? 0 : await notInChain(links, chain);
  const { entries, disclosed, linked, hash, holds, broken } = verified;
  if (broken || !holds || strangers > 0) process.exitCode = 1;
  if (json) return printJson({ whole: !broken, ...verified, ...(chain === undefined ? {} : { strangers }) });
  print(`${entries} entries, of ${disclosed} of them the content.\nHash     ${hash ?? 'none'}`);
  if (broken) print(`BROKEN at line ${broken.line}: ${broken.reason}.`);
  else if (linked) print('The chain is whole: nothing was changed.');
  else if (chain === undefined) print('Each content has its digest. Whether the chain holds them, --chain says.');
  if (chain !== undefined)
    print(strangers === 0 ? 'The chain holds each of them.' : `The chain lacks ${strangers} of them.`);
  if (against) print(holds ? 'It holds to what was kept.' : notHeld);
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

/** How many of these are no links of a whole chain. @throws Error where it is none */
async function notInChain(links: Set<string>, file: string): Promise<number> {
  const { linked, broken } = await verifyExport(linesOf(file), undefined, (link) => links.delete(link));
  if (broken) throw new Error(`The chain is broken at line ${broken.line}: ${broken.reason}.`);
  if (!linked) throw new Error('--chain takes what `tocsin audit export` writes, from its first line on.');
  return links.size;
}

function checkpointCommand(): Command {
  return new Command('checkpoint')
    .description('print where the log stands, in one line to be kept elsewhere: sequence, hash and time')
    .action(async () => {
      const { sequence, hash, at } = await withStore(({ sql }) => readCheckpoint(sql));
      print(`${sequence} ${hash.toString('hex')} ${at.toISOString()}`);
    });
}

function exportCommand(): Command {
  return new Command('export')
    .description('write the log that is held to standard output, as JSON Lines; that it was exported is on it')
    .option('--digests', 'its links alone, nothing that it says: for whoever holds an export of theirs against it')
    .action(({ digests }: { digests?: true }) =>
      withStore(async ({ sql, writer }) => {
        await writer.run(exportAudit(network, { organisationId: null }));
        for await (const line of exportLog(sql, digests)) await written(`${line}\n`);
      }),
    );
}

/** Waits for whoever reads. */
function written(text: string): Promise<void> {
  if (process.stdout.write(text)) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

const notHeld =
  'NOT THE LOG of which the hash was kept: it was written anew, cut short or restored since, or the place is no longer held.';

/** The hash in a line that `checkpoint` or `verify` printed, or in a file that holds it. @throws InvalidArgumentError */
function keptHash(sent: string): Buffer {
  const text = existsSync(sent) ? readFileSync(sent, 'utf8') : sent;
  const [found, ...more] = text.match(/\b[0-9a-f]{64}\b/g) ?? [];
  if (found !== undefined && more.length === 0) return Buffer.from(found, 'hex');
  throw new InvalidArgumentError(
    'It is a line of `audit checkpoint`, or its hash of 64 hexadecimal digits, or a file with one of them.',
  );
}

/** @throws InvalidArgumentError */
function readable(file: string): string {
  if (existsSync(file)) return file;
  throw new InvalidArgumentError('There is no such file.');
}

/** On a terminal alone, where the line is written over. */
function progress(reached: number, head: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(reached === head ? '\r\u001b[K' : `\rtocsin: event ${reached} of ${head}`);
}
