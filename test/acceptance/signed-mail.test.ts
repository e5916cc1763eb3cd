import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startMailSink, type MailSink } from '../../cli/embedded/mail-sink.ts';
import { readDkim } from '../../workers/email/dkim.ts';
import { openTransport } from '../../workers/email/transport.ts';
import { verified } from '../support/dkim.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
let directory: string;
let sink: MailSink;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-dkim-'));
  sink = await startMailSink({ directory: path.join(directory, 'mail'), log: () => undefined });
});
afterAll(async () => {
  await sink.stop();
  rmSync(directory, { recursive: true, force: true });
});

const keyFile = (name: string, content: string): string => {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
};

test('a mail is signed for the domain that it comes from, and no longer holds once somebody changed it', async () => {
  const dkim = readDkim({ selector: 'may', keyFile: keyFile('good.pem', pem(privateKey)) }, 'alarm@tocsin.example');
  const transport = openTransport({
    url: sink.url,
    from: { name: 'Tocsin', address: 'alarm@tocsin.example' },
    dkim,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const mail = {
    to: 'a@example.org',
    messageId: '<one@tocsin.example>',
    thread: '<thread@tocsin.example>',
    list: '<warnings.tocsin.example>',
    subject: 'Überall  zwei Leerzeichen',
    text: 'Text\n\n',
    html: '<p>Text</p>',
    unsubscribeUrl: 'https://tocsin.example/mail/unsubscribe/a',
    unsubscribeAddress: 'bounces+a@tocsin.example',
    returnAddress: 'bounces+b@tocsin.example',
  };
  expect(await transport.send(mail, new AbortController().signal)).toMatchObject({ outcome: 'sent' });
  transport.close();
  const raw = sink.raw(sink.list()[0]?.id ?? '').toString('latin1');
  const { tags, fields, holds } = verified(raw, publicKey);
  expect(holds).toBe(true);
  expect(tags).toMatchObject({ d: 'tocsin.example', s: 'may', a: 'rsa-sha256' });
  expect(fields).toEqual(
    expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'references', 'list-id', 'list-unsubscribe']),
  );
  expect(verified(raw.replace('warnings.tocsin', 'elsewhere.tocsin'), publicKey).holds).toBe(false);
  expect(verified(raw.replace('<p>Text', '<p>Test'), publicKey).holds).toBe(false);
});

describe('a key that would leave mails unsigned is refused at once, and not quoted', () => {
  test.each([
    ['no key', () => 'secret', 'a private key in PEM'],
    ['a short one', () => pem(generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey), '2048 bits'],
    ['of another kind', () => pem(generateKeyPairSync('ed25519').privateKey), 'an RSA key'],
  ])('%s', (name, content, reason) => {
    const file = keyFile(`${name}.pem`, content());
    const read = (): unknown => readDkim({ selector: 'may', keyFile: file }, 'alarm@tocsin.example');
    expect(read).toThrow(reason);
    expect(read).not.toThrow('secret');
  });

  test('none there', () => {
    const read = (): unknown => readDkim({ selector: 'may', keyFile: path.join(directory, 'none') }, 'a@b.example');
    expect(read).toThrow('TOCSIN_DKIM_KEY_FILE: ENOENT');
  });
});
