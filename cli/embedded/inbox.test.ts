import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { inboxRouter } from './inbox.ts';
import { startMailSink, type MailSink, type ReceivedMail } from './mail-sink.ts';

const ATTACK = '"><script>alert(1)</script>&\'';

let directory: string;
let sink: MailSink;
let server: Server;
let inbox: string;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-inbox-'));
  sink = await startMailSink({ directory, log: () => undefined });
  const transport = createTransport(sink.url);
  const base = { from: 'warnings@tocsin.example', to: 'team@platform.example' };
  await transport.sendMail({ ...base, subject: 'Plain', text: 'Only text' });
  await transport.sendMail({
    ...base,
    subject: ATTACK,
    text: `See ${ATTACK}`,
    html: '<p style="color: #b00">Answer</p><script>alert(1)</script><img src="https://tracker.example/x.gif">',
    headers: { 'X-Attack': '<b>&' },
  });
  const app = express().use('/demo/inbox', inboxRouter(sink));
  server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  inbox = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/inbox`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await sink.stop();
  rmSync(directory, { recursive: true });
});

describe('for people', () => {
  test('the list shows the newest first, refreshes itself and lets nothing run', async () => {
    const { page, policy } = await read(inbox);
    expect(page).toMatch(/team@platform\.example[\s\S]*&#62;&#60;script[\s\S]*team@platform\.example[\s\S]*Plain/);
    expect(page).not.toContain('<script');
    expect(page).toContain('<meta http-equiv="refresh" content="10">');
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(page).toContain(`<style nonce="${nonce}">`);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('script-src');
    expect((await read(inbox)).policy).not.toBe(policy);
  });

  test('a mail shows its headers and text escaped, and its HTML in a frame that may neither run nor fetch', async () => {
    const attack = mail(0);
    const { page } = await read(`${inbox}/${attack.id}`);
    expect(page).not.toContain('<script');
    expect(page).toContain('See &#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;&#39;');
    expect(page).toContain('<dt>x-attack</dt><dd>&#60;b&#62;&#38;</dd>');
    const frame = /<iframe src="\/demo\/inbox(\/[^"]+)"[^>]* sandbox="([^"]*)"/.exec(page);
    expect(frame?.[2]).toBe('allow-popups allow-popups-to-escape-sandbox');
    const framed = await read(inbox + (frame?.[1] ?? ''));
    expect(framed.page).toContain('<p style="color: #b00">Answer</p>');
    expect(framed.policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    expect((await read(`${inbox}/${mail(1).id}`)).page).not.toContain('<iframe');
  });

  test('the raw source is the mail as plain text', async () => {
    const response = await fetch(`${inbox}/${mail(1).id}/raw`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(sink.raw(mail(1).id).toString());
  });
});

describe('for programs', () => {
  test('the same addresses answer JSON', async () => {
    expect(await json(inbox)).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      body: { data: sink.list() },
    });
    expect(await json(`${inbox}/${mail(1).id}`)).toMatchObject({
      status: 200,
      body: { data: { subject: 'Plain', text: 'Only text\n' } },
    });
  });

  test.each(['/20260101T000000000Z-0001', '/..%2F..%2Fetc%2Fpasswd', '/x/html', '/x/raw'])(
    '%s is no mail',
    async (missing) => {
      expect(await json(inbox + missing)).toMatchObject({
        status: 404,
        type: 'application/problem+json; charset=utf-8',
        body: { status: 404, detail: 'There is no such mail in the inbox: it keeps the newest 500.' },
      });
      const response = await fetch(inbox + missing, { headers: { accept: 'text/html' } });
      expect([response.status, (await response.text()).includes('<h1>No such mail</h1>')]).toEqual([404, true]);
    },
  );
});

describe('for nobody elsewhere', () => {
  test.each([
    ['a proxy speaks for somebody else', { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy says so in the words of RFC 7239', { forwarded: 'for=203.0.113.7' }],
    ['a page from elsewhere had its own name lead here', { host: 'rebound.example:8480' }],
  ])('%s', async (_who, headers) => {
    for (const address of [
      inbox,
      `${inbox}/${mail(1).id}`,
      `${inbox}/${mail(1).id}/raw`,
      `${inbox}/${mail(0).id}/html`,
    ]) {
      const { status, body } = await ask(address, { accept: 'application/json', ...headers });
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ status: 403, title: 'For its own machine alone' });
    }
  });
});

function mail(index: number): ReceivedMail {
  const found = sink.list()[index];
  if (!found) throw new Error(`There is no mail ${index}.`);
  return found;
}

async function read(address: string): Promise<{ page: string; policy: string }> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  return { page: await response.text(), policy: response.headers.get('content-security-policy') ?? '' };
}

async function json(address: string): Promise<{ status: number; type: string | null; body: unknown }> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

/** As a client that may say any host. */
function ask(address: string, headers: Record<string, string>): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers, agent: false }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode, body }), reject);
    });
    asked.once('error', reject).end();
  });
}
