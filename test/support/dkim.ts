import { createHash, verify, type KeyObject } from 'node:crypto';

/** The value of a header, relaxed (RFC 6376, section 3.4.2). */
const relaxed = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** A receiver's verification (RFC 6376, section 6.1), of relaxed/relaxed with rsa-sha256. @param raw with CRLF, as Latin-1 */
export function verified(
  raw: string,
  publicKey: KeyObject,
): { fields: string[]; tags: Record<string, string>; holds: boolean } {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const lines = head.split(/\r\n(?![ \t])/);
  const line = (name: string): string => lines.findLast((one) => one.toLowerCase().startsWith(`${name}:`)) ?? '';
  const signature = relaxed(line('dkim-signature'));
  const tags = Object.fromEntries(
    signature.split(';').map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).trim()]),
  ) as Record<string, string>;
  const body = `${raw
    .slice(head.length + 4)
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)+$/, '')}\r\n`;
  const fields = (tags['h'] ?? '').replace(/ /g, '').split(':');
  const covered = fields.map((name) => `${name}:${relaxed(line(name))}\r\n`).join('');
  const unsigned = signature.replace(/([;\s]b=)[^;]*$/, '$1');
  const sameBody = createHash('sha256').update(body).digest('base64') === tags['bh'];
  const value = Buffer.from((tags['b'] ?? '').replace(/ /g, ''), 'base64');
  const holds =
    sameBody && verify('sha256', Buffer.from(`${covered}dkim-signature:${unsigned}`, 'latin1'), publicKey, value);
  return { fields, tags, holds };
}
