import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** What a position holds inside. `hash` is the first 6 bytes of that event's hash. */
export interface DecodedPosition {
  readonly epoch: number;
  readonly sequence: number;
  readonly hash: Buffer;
}

export interface Positions {
  /** The position of an event: 22 characters of base64url. */
  encode(sequence: number, hash: Buffer): string;
  /** undefined: this is not a position. */
  decode(text: string): DecodedPosition | undefined;
}

const hashBytes = 6;

/**
 * One block of AES holds epoch (4 bytes), sequence (6) and part of the hash (6), so that gaps tell nobody what was kept
 * from them, and one event has one position. A block by itself needs no mode: no two events share a plain text.
 */
export function openPositions(network: { epoch: number; secret: Buffer }): Positions {
  const key = Buffer.from(hkdfSync('sha256', network.secret, '', 'position', 32));
  return {
    encode(sequence, hash) {
      const block = Buffer.alloc(16);
      block.writeUInt32BE(network.epoch, 0);
      block.writeUIntBE(sequence, 4, 6);
      hash.copy(block, 10, 0, hashBytes);
      const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
      return cipher.update(block).toString('base64url');
    },
    decode(text) {
      if (!/^[A-Za-z0-9_-]{21}[AQgw]$/.test(text)) return undefined;
      const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
      const block = decipher.update(Buffer.from(text, 'base64url'));
      return { epoch: block.readUInt32BE(0), sequence: block.readUIntBE(4, 6), hash: block.subarray(10) };
    },
  };
}

/** Whether a position's part of a hash fits an event's hash. */
export function fits(part: Buffer, hash: Buffer): boolean {
  return part.equals(hash.subarray(0, hashBytes));
}
