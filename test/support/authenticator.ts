import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a test bends: another page's origin, another challenge, a user who was not verified. */
interface Bent {
  readonly origin?: string;
  readonly challenge?: string;
  readonly verified?: boolean;
}

/** A passkey in software (WebAuthn Level 3, ES256, no attestation), for tests without a browser. */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #origin: string;
  readonly #key: KeyObject;
  readonly #cose: Buffer;
  #counter = 0;

  /** @param origin of the page that it is used on, e.g. http://localhost:8480 */
  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} (RFC 9053)
    this.#cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  /** What a browser answers to navigator.credentials.create(). */
  create(options: { challenge: string }, bent: Bent = {}) {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const data = Buffer.concat([this.#data(bent, true), Buffer.alloc(16), length, id, this.#cose]);
    // {"fmt": "none", "attStmt": {}, "authData": data}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      Buffer.from([data.length >> 8, data.length & 255]),
      data,
    ]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: this.#client('webauthn.create', options, bent).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** What a browser answers to navigator.credentials.get(). */
  get(options: { challenge: string }, bent: Bent = {}) {
    this.#counter += 1;
    const data = this.#data(bent, false);
    const client = this.#client('webauthn.get', options, bent);
    const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), this.#key);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  #credential() {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} };
  }

  #client(type: string, { challenge }: { challenge: string }, bent: Bent): Buffer {
    const { origin = this.#origin } = bent;
    return Buffer.from(JSON.stringify({ type, challenge: bent.challenge ?? challenge, origin, crossOrigin: false }));
  }

  /** Hash of the address, flags, counter. */
  #data({ verified = true }: Bent, attested: boolean): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const address = createHash('sha256').update(new URL(this.#origin).hostname).digest();
    return Buffer.concat([address, Buffer.from([1 + (verified ? 4 : 0) + (attested ? 64 : 0)]), counter]);
  }
}
