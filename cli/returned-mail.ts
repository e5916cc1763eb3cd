import { simpleParser, type ParsedMail } from 'mailparser';
import type { RecipientReport, ReturnedMail } from '../core/domain/returned-mail.ts';

/** A mail that came back, and all that may name what it came back for. */
export interface ReadMail {
  readonly mail: ReturnedMail;
  /** Text that holds addresses: signed, so that it does not matter what else stands there. */
  readonly addresses: string;
}

/** Headers in which mail servers keep whom the envelope named. */
const recipientHeaders = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to', 'to'];

/**
 * Reads a mail as far as machines write for machines: delivery reports (RFC 3464), reports of abuse (RFC 5965), and that a machine
 * answered (RFC 3834). @throws Error where it is no mail
 */
export async function readReturnedMail(raw: Buffer): Promise<ReadMail> {
  const parsed = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  if (!parsed.headerLines.some(({ key }) => key !== ''))
    throw new Error('What was read is no mail: it has no headers.');
  const feedback = partOf(parsed, 'message/feedback-report');
  const status = partOf(parsed, 'message/delivery-status') ?? partOf(parsed, 'message/global-delivery-status');
  const named = parsed.headerLines.filter(({ key }) => recipientHeaders.includes(key)).map(({ line }) => line);
  return {
    mail: {
      recipients: status === undefined ? null : blocks(status).flatMap(recipientOf),
      feedback: feedback === undefined ? null : feedbackType(feedback),
      autoReplied: isAutoReply(parsed),
    },
    // Whoever gathers complaints sends them to one address: which mail is meant stands in the report, and in the mail itself.
    addresses: [...named, ...(feedback === undefined ? [] : [feedback, raw.toString('latin1')])].join('\n'),
  };
}

function partOf({ attachments }: ParsedMail, type: string): string | undefined {
  return attachments.find(({ contentType }) => contentType.toLowerCase() === type)?.content.toString();
}

/** Groups of fields with empty lines between, each by its name in lower case; folded lines are one. */
function blocks(text: string): Map<string, string>[] {
  return text.split(/\r?\n[ \t]*\r?\n/).map((block) => {
    const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
    return new Map(
      lines.flatMap((line): [string, string][] => {
        const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), (value ?? '').trim()]];
      }),
    );
  });
}

function recipientOf(fields: Map<string, string>): RecipientReport[] {
  const action = fields.get('action')?.toLowerCase();
  if (action === undefined) return [];
  const [status = null] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? [];
  // Its type, smtp as a rule, says nothing more.
  const diagnostic = fields.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '');
  return [{ action: action.replace(/[^a-z].*$/, ''), status, diagnostic: diagnostic || null }];
}

function feedbackType(report: string): string {
  const [fields] = blocks(report.trim());
  return fields?.get('feedback-type')?.toLowerCase() ?? 'abuse';
}

/** As RFC 3834 has it, and as those mark themselves who do not know it. */
function isAutoReply({ headerLines }: ParsedMail): boolean {
  const marks = /^(auto-submitted:\s*auto-replied|precedence:\s*auto.?reply|x-autoreply:|x-autorespond:)/i;
  return headerLines.some(({ line }) => marks.test(line));
}
