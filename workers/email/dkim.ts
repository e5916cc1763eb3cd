import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What mails are signed with (RFC 6376). */
export interface Dkim {
  readonly domainName: string;
  readonly keySelector: string;
  readonly privateKey: KeyObject;
  /** Colons between them; of these, those that a mail has. */
  readonly headerFieldNames: string;
}

/** RFC 6376, section 5.4.1; RFC 8058, section 3.2 asks for both of List-Unsubscribe. */
const signed = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':');

/** Bits of an RSA key, below which receivers may not trust it (RFC 8301, section 3.2). */
const leastBits = 2_048;

/**
 * Reads the key that mails are signed with, for the domain that they come from, so that DMARC finds them aligned.
 * @throws Error where the file is not readable, or is no RSA private key of 2048 bits at least: nodemailer would send unsigned
 */
export function readDkim({ selector, keyFile }: { selector: string; keyFile: string }, from: string): Dkim {
  const key = readKey(keyFile);
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < leastBits)
    throw new Error(`TOCSIN_DKIM_KEY_FILE: ${keyFile} must hold an RSA key of ${leastBits} bits or more.`);
  return {
    domainName: from.slice(from.lastIndexOf('@') + 1),
    keySelector: selector,
    privateKey: key,
    headerFieldNames: signed,
  };
}

function readKey(keyFile: string): KeyObject {
  let text: string;
  try {
    text = readFileSync(keyFile, 'utf8');
  } catch (error) {
    throw new Error(`TOCSIN_DKIM_KEY_FILE: ${(error as Error).message}.`, { cause: error });
  }
  try {
    return createPrivateKey(text);
  } catch {
    // Without the cause, which might quote the key.
    throw new Error(`TOCSIN_DKIM_KEY_FILE: ${keyFile} must hold a private key in PEM, without a passphrase.`);
  }
}
