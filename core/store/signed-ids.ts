import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Network } from './network.ts';

/** Names a row to whoever holds a token, and to nobody else: nothing of the token is kept, and each purpose opens nothing else. */
export interface SignedIds {
  /** 72 hexadecimal digits: nothing that a mail client breaks. Of the same id always the same. */
  tokenOf(id: string): string;
  /** The id whose token this is; undefined: nobody's. */
  read(token: string): string | undefined;
}

const idDigits = 32;
const macDigits = 40;
const tokenForm = new RegExp(`^[0-9a-f]{${idDigits + macDigits}}$`);

export function openSignedIds({ secret }: Pick<Network, 'secret'>, purpose: string): SignedIds {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `tocsin signed id ${purpose}`, 32));
  const signed = (digits: string): string =>
    digits + createHmac('sha256', key).update(digits).digest('hex').slice(0, macDigits);
  return {
    tokenOf: (id) => signed(id.replaceAll('-', '')),
    read(token) {
      if (!tokenForm.test(token)) return undefined;
      const digits = token.slice(0, idDigits);
      if (!timingSafeEqual(Buffer.from(token), Buffer.from(signed(digits)))) return undefined;
      return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}

/** Of escalation mails, by their delivery: the link that answers. */
export const openAnswerLinks = (network: Pick<Network, 'secret'>): SignedIds => openSignedIds(network, 'answer');
