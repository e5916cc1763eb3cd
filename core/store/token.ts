import { createHash, randomBytes } from 'node:crypto';

/** What is kept of a token: guessing 160 random bits back from a plain digest is out of reach. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** 160 random bits as 40 hexadecimal digits: nothing that a mail client or a shell breaks. */
export function newSecret(): string {
  return randomBytes(20).toString('hex');
}

const sessionPrefix = 'session_';

/** 256 random bits, told from an API key by how it begins. */
export function newSessionToken(): string {
  return sessionPrefix + randomBytes(32).toString('hex');
}

/** Whether a token could be a session's. */
export function isSessionToken(token: string): boolean {
  return /^session_[0-9a-f]{64}$/.test(token);
}
