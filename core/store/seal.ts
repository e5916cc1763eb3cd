import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Network } from './network.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Keeps secrets that have to be read again: AES-256-GCM under a key of the network's secret, each purpose its own. */
export interface Seal {
  /** @param of whose it is: sealed for one, it opens for no other */
  close(text: string, of: string): Buffer;
  /** @throws Error where it was changed, or sealed for another */
  open(sealed: Buffer, of: string): string;
}

export function openSeal({ secret }: Pick<Network, 'secret'>, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `tocsin seal ${purpose}`, 32));
  return {
    close(text, of) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(of));
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, of) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes)).setAAD(Buffer.from(of));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const text = decipher.update(sealed.subarray(ivBytes, -tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
