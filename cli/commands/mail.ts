import { Command } from 'commander';
import { takeReturnedMail, type Handling } from '../../core/store/commands/returned-mail.ts';
import { openReturns } from '../../core/store/return-addresses.ts';
import type { Store } from '../../core/store/store.ts';
import { withStore } from '../database.ts';
import { readReturnedMail, type ReadMail } from '../returned-mail.ts';
import { print, say } from '../terminal.ts';

/** Exit codes that mail servers know (sysexits.h): the mail is none; try again later. */
const exits = { notAMail: 65, later: 75 } as const;
/** Bytes of a mail that are read: what machines say stands at its beginning. */
const largest = 4 * 1024 * 1024;

export function mailCommand(): Command {
  return new Command('mail').description('what comes back of the mails that were sent').addCommand(bounceCommand());
}

function bounceCommand(): Command {
  return new Command('bounce')
    .description('take one mail that came back, from standard input: a bounce, a complaint, or a wish to get no more')
    .argument('[recipient]', 'whom the envelope names; else its headers say')
    .addHelpText(
      'after',
      '\nFor a mail server’s pipe; see docs/operations/mail.md. Exit codes: 0 taken, or of no consequence; 65 what was read is no mail;' +
        '\n75 try again later (the database is away, say).\n\nExample:\n  tocsin mail bounce "$ORIGINAL_RECIPIENT" < mail.eml',
    )
    .action(async (recipient: string | undefined) => {
      const read = await readReturnedMail(await standardInput()).catch((error: Error) => {
        say(error.message);
        process.exitCode = exits.notAMail;
      });
      if (!read) return;
      try {
        print(await withStore((store) => take(store, read, recipient)));
      } catch (error) {
        say((error as Error).message);
        process.exitCode = exits.later;
      }
    });
}

/**
 * Takes a mail that came back, and answers in a line what was done; it names no address.
 * @param recipient whom the envelope names; undefined: its headers say
 */
export async function take(store: Store, { mail, addresses }: ReadMail, recipient = ''): Promise<string> {
  const returned = openReturns(store.network)(`${recipient}\n${addresses}`);
  if (!returned) return 'Ignored: it came to no address that this network gave out.';
  return `${named[returned.purpose]} ${returned.id}: ${done[await store.writer.run(takeReturnedMail(returned, mail))]}.`;
}

const named = { bounce: 'Mail', 'end subscriber': 'Subscriber', 'end own mail': 'Member' } as const;

const done: Readonly<Record<Handling, string>> = {
  noted: 'that it came back is noted',
  suppressed: 'that it came back is noted, and its address is sent no more than it has to be',
  ended: 'the mails to this address have ended',
  repeated: 'nothing new; that it came back was noted before',
  ignored: 'ignored; it says neither that a mail failed nor that one was unwanted, or of a mail that was forgotten',
};

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to its end, so that nobody who writes it breaks off.
  for await (const chunk of process.stdin) {
    if (size < largest) chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return Buffer.concat(chunks).subarray(0, largest);
}
