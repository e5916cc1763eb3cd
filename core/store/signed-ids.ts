import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Network } from './network.ts';

/** Names a row to whoever holds a token, and to nobody else: nothing of the token is kept, and each purpose opens nothing else. */
export interface SignedIds {
  /** 72 hexadecimal digits: nothing that a mail client breaks. Of the same id always the same. */
  tokenOf(id: string): string;
  /** The id whose token this is; undefined: nobody's. */
  read(token: string): string | undefined;
}

export const idDigits = 32;
const macDigits = 40;

/** @param purpose what the tokens open */
export function openSignedIds(network: Pick<Network, 'secret'>, purpose: string): SignedIds {
  const { sign, read } = openSignature(network, purpose, idDigits);
  return {
    tokenOf: (id) => sign(digitsOf(id)),
    read(token) {
      const digits = read(token);
      return digits === undefined ? undefined : idOf(digits);
    },
  };
}

/**
 * Signs hexadecimal digits, always so many of them, for one purpose: a token is the digits and what proves them.
 * @param proof digits of the signature
 */
export function openSignature(
  { secret }: Pick<Network, 'secret'>,
  purpose: string,
  length: number,
  proof: number = macDigits,
) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `tocsin signed id ${purpose}`, 32));
  const tokenForm = new RegExp(`^[0-9a-f]{${length + proof}}$`);
  const sign = (digits: string): string =>
    digits + createHmac('sha256', key).update(digits).digest('hex').slice(0, proof);
  const read = (token: string): string | undefined => {
    if (!tokenForm.test(token)) return undefined;
    const digits = token.slice(0, length);
    return timingSafeEqual(Buffer.from(token), Buffer.from(sign(digits))) ? digits : undefined;
  };
  return { sign, read };
}

export const digitsOf = (id: string): string => id.replaceAll('-', '');

/** @param digits of which the first 32 are an id's */
export function idOf(digits: string): string {
  return digits.slice(0, idDigits).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Of escalation mails, by their delivery: the link that answers. */
export const openAnswerLinks = (network: Pick<Network, 'secret'>): SignedIds => openSignedIds(network, 'answer');

/** Of the warnings that members chose to get by mail, by member: the link that ends them. For good: so long a mail may lie unread. */
export const openUnsubscribeLinks = (network: Pick<Network, 'secret'>): SignedIds =>
  openSignedIds(network, 'unsubscribe member');
