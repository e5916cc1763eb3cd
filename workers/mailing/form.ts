import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { messageOf, type Message, type Sender } from '../email/transport.ts';

/** What differs between the mails of those who are told the same. */
export interface Blanks {
  readonly to: string;
  readonly messageId: string;
  /** Of the link to the preferences, and of the one that ends the mails. */
  readonly preferences: string;
  readonly unsubscribe: string;
  /** Where a mail ends them; null: nowhere. */
  readonly unsubscribeAddress: string | null;
}

/** What stands in the blanks of a form: chance meets none of it in what people wrote. */
export const standIns = {
  to: `${randomBytes(16).toString('hex')}@stand-in`,
  messageId: `<${randomBytes(20).toString('hex')}@stand-in>`,
  preferences: randomBytes(40).toString('hex'),
  unsubscribe: randomBytes(36).toString('hex'),
  unsubscribeAddress: `${randomBytes(16).toString('hex')}@stand-in`,
} satisfies Blanks;
const standInDate = new Date(0);

/** A mail that many get, encoded once. */
export interface Form {
  /** The mail of one of them, headers and body, dated now. */
  filled(blanks: Blanks): string;
}

type Blank = keyof Blanks | 'date';

/** Part of a blank: its encoding may break it into lines. */
interface Gap {
  readonly blank: Blank;
  readonly from: number;
  readonly to: number | undefined;
}

/**
 * Encodes a mail that holds the stand-ins, and cuts them out.
 * @throws Error where one of them is nowhere to be found: a mail without its own links may not leave
 */
export async function formOf(mail: Message, sender: Sender): Promise<Form> {
  // Of anything but quoted-printable the links could not be cut.
  const options = { ...messageOf(mail, sender), date: standInDate, textEncoding: 'quoted-printable' as const };
  const parts = cut((await new MailComposer(options).compile().build()).toString('latin1'));
  for (const blank of places.keys()) {
    if (blank === 'unsubscribeAddress' && mail.unsubscribeAddress === null) continue;
    if (!parts.some((part) => typeof part === 'object' && part.blank === blank))
      throw new Error(`A digest has no place for its ${blank}.`);
  }
  return {
    filled(blanks) {
      const values = { ...blanks, date: dated(new Date()) };
      return parts
        .map((part) => (typeof part === 'string' ? part : values[part.blank]?.slice(part.from, part.to)))
        .join('');
    },
  };
}

/** As in RFC 5322. */
function dated(moment: Date): string {
  return moment.toUTCString().replace('GMT', '+0000');
}

const softBreak = '=\r\n';
/** Each stand-in, also where quoted-printable breaks it. */
const places = new Map<Blank, string>(
  Object.entries({ ...standIns, date: dated(standInDate) }).map(([blank, value]) => [
    blank as Blank,
    [...value].map((letter) => letter.replace(/\W/, '\\$&')).join(`(?:${softBreak})?`),
  ]),
);
const anyPlace = new RegExp([...places].map(([blank, pattern]) => `(?<${blank}>${pattern})`).join('|'), 'g');

function cut(encoded: string): (string | Gap)[] {
  const parts: (string | Gap)[] = [];
  let end = 0;
  for (const { 0: found, index, groups = {} } of encoded.matchAll(anyPlace)) {
    const blank = [...places.keys()].find((name) => groups[name] !== undefined) as Blank;
    parts.push(encoded.slice(end, index), ...gapsOf(blank, found));
    end = index + found.length;
  }
  return [...parts, encoded.slice(end)];
}

/** A blank's pieces, with the breaks between them. */
function gapsOf(blank: Blank, found: string): (string | Gap)[] {
  const pieces = found.split(softBreak);
  let from = 0;
  return pieces.flatMap((piece, at): (string | Gap)[] => {
    const last = at === pieces.length - 1;
    const gap = { blank, from, to: last ? undefined : from + piece.length };
    from += piece.length;
    return last ? [gap] : [gap, softBreak];
  });
}
