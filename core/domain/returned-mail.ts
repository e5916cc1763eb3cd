/** What a server says of one recipient (RFC 3464); absent fields are null. */
export interface RecipientReport {
  /** failed | delayed | delivered | relayed | expanded */
  readonly action: string | null;
  /** `5.1.1` (RFC 3463) */
  readonly status: string | null;
  readonly diagnostic: string | null;
}

/** A mail that came back, as far as machines write for machines. */
export interface ReturnedMail {
  /** null: it is no report of a delivery. */
  readonly recipients: readonly RecipientReport[] | null;
  /** The Feedback-Type of a report of abuse (RFC 5965); null: it is none. */
  readonly feedback: string | null;
  /** A machine answered, for somebody who is away (RFC 3834). */
  readonly autoReplied: boolean;
}

/**
 * How bad it is that a mail came back:
 *   delayed    it is still tried
 *   soft       it was given up; the next one may arrive
 *   hard       nothing will arrive at this address
 *   complaint  it arrived, and was not wanted
 */
export type Weight = 'delayed' | 'soft' | 'hard' | 'complaint';

/** What came back, and what was said of it in one line. */
export interface Return {
  readonly weight: Weight;
  readonly answer: string;
}

/** So many mails in a row that were given up or delayed suppress an address; and so long an answer is kept. */
export const softInRow = 5;
const longestAnswer = 1_000;

/** Says of a mail what came back with it; null: nothing that says that a mail failed, or was not wanted. */
export function returnOf({ recipients, feedback }: Omit<ReturnedMail, 'autoReplied'>): Return | null {
  // Senders learn by the same reports that a mail was no spam after all.
  if (feedback !== null)
    return feedback === 'not-spam' ? null : { weight: 'complaint', answer: `Reported as ${oneLine(feedback)}.` };
  const found = (recipients ?? []).flatMap((one) => {
    const weight = weigh(one);
    return weight === null ? [] : [{ weight, answer: answerOf(one) }];
  });
  return found.toSorted((one, other) => gravity(other.weight) - gravity(one.weight))[0] ?? null;
}

/** Whether a mail was written by somebody who wants no more of them: anything but a machine's answer. */
export function asksToEnd({ recipients, feedback, autoReplied }: ReturnedMail): boolean {
  return recipients === null && feedback === null && !autoReplied;
}

const rising: readonly Weight[] = ['delayed', 'soft', 'hard', 'complaint'];

/** So that nothing that came back is overtaken by something lighter. */
export function gravity(weight: Weight): number {
  return rising.indexOf(weight);
}

function weigh({ action, status, diagnostic }: RecipientReport): Weight | null {
  if (action === 'delayed') return 'delayed';
  if (action !== 'failed') return null;
  return isForGood(status ?? statusIn(diagnostic)) ? 'hard' : 'soft';
}

/**
 * A full mailbox, a server in trouble, a mail too big or too much like spam say nothing about whether the address is one: of what
 * fails for good, the address, the mailbox and the way to it do.
 */
function isForGood(status: string | null): boolean {
  if (status === null || !status.startsWith('5.')) return false;
  return !/^5\.(2\.[23]|3\.\d+|5\.\d+|6\.\d+|7\.\d+)$/.test(status);
}

/** Of the server's own words where the report has no status: the extended one, or what a reply code makes of it. */
function statusIn(diagnostic: string | null): string | null {
  const [, code, extended] = /(?:^|[\s;])([245])\d\d(?:[ -]([245]\.\d{1,3}\.\d{1,3}))?/.exec(diagnostic ?? '') ?? [];
  return extended ?? (code === undefined ? null : `${code}.0.0`);
}

function answerOf({ action, status, diagnostic }: RecipientReport): string {
  return oneLine(diagnostic ?? [action, status].filter((part) => part !== null).join(' '));
}

/** Servers write what they like. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return [...line].slice(0, longestAnswer).join('');
}
