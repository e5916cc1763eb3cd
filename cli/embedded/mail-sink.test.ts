import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { within } from '../../test/support/within.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';

let directory: string;
let sink: MailSink;
let transport: Transporter;
let lines: string[];

beforeEach(async () => {
  directory = path.join(mkdtempSync(path.join(tmpdir(), 'tocsin-mail-')), 'mail');
  lines = [];
  await open();
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  rmSync(path.dirname(directory), { recursive: true });
});

describe('the mail sink', () => {
  test('keeps what nodemailer sends, as it was sent, and knows the envelope from the headers', async () => {
    await transport.sendMail({
      envelope: { from: 'bounce+7@tocsin.example', to: ['team@platform.example', 'lead@platform.example'] },
      from: { name: 'Tocsin', address: 'warnings@tocsin.example' },
      to: 'undisclosed@tocsin.example',
      subject: 'Предупреждение: реч на омразата, ескалация на стъпка едно от три — моля, отговорете',
      messageId: '<delivery.1@tocsin.example>',
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      text: 'Здравейте.\nМоля, отговорете.',
      html: '<p>Здравейте.</p>',
    });

    const [mail] = sink.list();
    expect(mail).toMatchObject({
      from: 'bounce+7@tocsin.example',
      to: ['team@platform.example', 'lead@platform.example'],
      subject: 'Предупреждение: реч на омразата, ескалация на стъпка едно от три — моля, отговорете',
      messageId: '<delivery.1@tocsin.example>',
      text: 'Здравейте.\nМоля, отговорете.',
      html: '<p>Здравейте.</p>',
    });
    expect(mail?.headers).toMatchObject({
      to: 'undisclosed@tocsin.example',
      from: 'Tocsin <warnings@tocsin.example>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(Math.abs(Date.now() - Date.parse(mail?.at ?? ''))).toBeLessThan(10_000);
    expect(sink.raw(mail?.id ?? '').toString()).toMatch(
      /^Return-Path: <bounce\+7@tocsin\.example>\r\nDelivered-To: team@/,
    );
  });

  test('does not take a sender’s own trace headers for the envelope', async () => {
    await send('one', { headers: { 'Delivered-To': 'somebody@else.example', 'Return-Path': '<forged@else.example>' } });
    expect(sink.list()[0]).toMatchObject({ from: 'sender@tocsin.example', to: ['team@platform.example'] });
  });

  test('lists the newest first, also after a restart', async () => {
    for (const subject of ['one', 'two', 'three']) await send(subject);
    const before = sink.list();
    expect(before.map(({ subject }) => subject)).toEqual(['three', 'two', 'one']);
    transport.close();
    await sink.stop();
    writeFileSync(path.join(directory, 'half.part'), 'a mail that a kill cut off');
    await open();
    expect(sink.list()).toEqual(before);
    await send('four');
    expect(sink.list().map(({ subject }) => subject)).toEqual(['four', 'three', 'two', 'one']);
  });

  test('keeps the newest 500', async () => {
    await Promise.all(Array.from({ length: 505 }, (_, index) => send(`mail ${index}`)));
    expect(sink.list()).toHaveLength(500);
    expect(new Set(sink.list().map(({ id }) => id)).size).toBe(500);
    expect(readdirSync(directory)).toHaveLength(500);
    await send('the last');
    expect(sink.list()).toHaveLength(500);
    expect(sink.list()[0]?.subject).toBe('the last');
  });

  test('refuses a mail that is too large, for good', async () => {
    const large = send('large', { text: 'x'.repeat(10_000_100) });
    await expect(large).rejects.toMatchObject({ responseCode: 552 });
    expect(sink.list()).toEqual([]);
  });

  test('stops within a second though a client sits there and says nothing', async () => {
    const idle = createConnection(Number(new URL(sink.url).port), '127.0.0.1');
    idle.on('error', () => undefined);
    await new Promise((resolve) => idle.once('data', resolve));
    await within(1_000, sink.stop());
    expect(lines).toEqual([]);
    expect(existsSync(directory)).toBe(true);
    idle.destroy();
  });
});

async function open(): Promise<void> {
  sink = await startMailSink({ directory, log: (line) => lines.push(line) });
  transport = createTransport({ url: sink.url, pool: true, maxConnections: 4 } as object);
}

function send(subject: string, more: object = {}): Promise<unknown> {
  return transport.sendMail({
    from: 'sender@tocsin.example',
    to: 'team@platform.example',
    subject,
    text: 'Hello',
    ...more,
  });
}
