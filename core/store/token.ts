import { createHash, randomBytes } from 'node:crypto';

/** What is kept of a token: guessing 160 random bits back from a plain digest is out of reach. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** 160 random bits as 40 hexadecimal digits: nothing that a mail client or a shell breaks. */
export function newSecret(): string {
  return randomBytes(20).toString('hex');
}
