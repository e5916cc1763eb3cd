import { expect } from '@jest/globals';
import type { RaiseRequest } from '../../../core/contract/warning.ts';
import type { TestServer } from '../../support/server.ts';
import { aRaise } from '../../support/warnings.ts';
import type { Departures } from './departures.ts';

/** Follows, by mail too, also at an address that is nobody's here; of a platform, is chased when it does not answer. */
export async function followByMail(left: Departures, at: TestServer, name: string): Promise<void> {
  const to = [{ type: 'role', role: 'owner' }];
  const address = `desk@${name.toLowerCase()}.example`;
  await left.ask(name, 'POST /subscriptions', {
    name: 'All',
    filter: { statuses: ['actual', 'exercise', 'test'] },
    channels: [{ type: 'live' }, { type: 'email', to: [...to, { type: 'email', address }] }],
  });
  await confirm(at, address);
  if (name === 'Agora' || name === 'Bazaar') {
    await left.ask(name, 'PUT /escalation-policy', { steps: [{ after: 0, to }], hours: null });
  }
}

/** Presses the button of the page that the mail to an address leads to. */
async function confirm(at: TestServer, address: string): Promise<void> {
  const { rows } = await at.store.sql.query<{ content: string }>(
    `SELECT content FROM delivery WHERE kind = 'confirmation' AND recipient = $1`,
    [address],
  );
  const { token } = JSON.parse(rows[0]?.content ?? '{}') as { token: string };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const pressed = await at.ask(null, 'POST //addresses/confirm', { body: `token=${token}`, headers });
  expect(pressed.status).toBe(200);
}

/** What an issuer does with one warning, and everybody with it, right and wrong. Answers the warning's id. */
export async function liveThrough(
  left: Departures,
  issuer: string,
  outsiders: readonly string[],
  changes: Partial<RaiseRequest>,
): Promise<string> {
  const raised = await left.ask(issuer, 'POST /warnings', aRaise({ severity: 'extreme', ...changes }));
  expect(raised.status).toBe(201);
  const { id } = raised.body as { id: string };
  await Promise.all(outsiders.map((name) => meddle(left, name, issuer, id)));
  await left.ask('Amal', `POST /warnings/${id}/corroborations`, { sighting: 'seen', withhold: true });
  await left.ask(issuer, `POST /warnings/${id}/corroborations`, { sighting: 'seen' });
  await left.ask(issuer, `POST /warnings/${id}/comments`, { text: 'To everybody.', audience: 'everyone' });
  for (const state of ['declined', 'actioned']) {
    const body = { state, reason: 'other', note: 'Not ours' };
    await left.ask('Agora', `POST /warnings/${id}/acknowledgement`, body);
  }
  await left.ask(issuer, `POST /warnings/${id}/revisions`, { instruction: 'Look again.' }, { 'if-match': '*' });
  const redaction = { members: ['headline'], reason: 'A name stood there' };
  await left.ask(issuer, `POST /warnings/${id}/revisions/1/redaction`, redaction);
  for (const name of outsiders) await left.ask(name, `GET /warnings/${id}/comments`);
  return id;
}

async function meddle(left: Departures, name: string, issuer: string, id: string): Promise<void> {
  for (const path of ['', '/revisions', '/timeline', '/acknowledgements', '/corroborations', '/comments']) {
    await left.ask(name, `GET /warnings/${id}${path}`);
  }
  const question = { text: 'Who says so?', audience: 'issuer' };
  const under = { 'idempotency-key': `${id} ${name}` };
  const asked = await left.ask(name, `POST /warnings/${id}/comments`, question, under);
  await left.ask(name, `POST /warnings/${id}/comments`, question, under);
  await left.ask(name, `POST /warnings/${id}/comments`, { ...question, text: 'Another' }, under);
  if (asked.status === 201) {
    const reply = { text: 'We do.', audience: 'issuer', inReplyTo: asked.body.id };
    await left.ask(issuer, `POST /warnings/${id}/comments`, reply);
  }
  await left.ask(name, `POST /warnings/${id}/revisions`, { severity: 'minor' }, { 'if-match': '*' });
  await left.ask(name, `POST /warnings/${id}/cancellation`, { reason: 'Not mine' });
}

/** What is not theirs to do, or not so: for the sentences that say so. */
export async function beRefused(left: Departures, name: string, id: string): Promise<void> {
  const revisions = `POST /warnings/${id}/revisions`;
  await left.ask(name, revisions, { severity: 'minor' }, { 'if-match': '"99"' });
  await left.ask(name, revisions, { severity: 'minor' });
  await left.ask(name, revisions, { issuer: 'who' }, { 'if-match': '*' });
  await left.ask(name, `${revisions}/1/redaction`, { members: ['headline'], reason: 'No' });
  await left.ask(name, `POST /warnings/${id}/escalation`, {});
  await left.ask(name, `DELETE /warnings/${id}/corroborations`);
  await left.ask(name, 'POST /warnings/preview', { revisionOf: id });
}

/** Reads all that can be read without knowing an id, with a key and as somebody signed in. */
export async function lookAround(left: Departures, name: string, signedIn: Record<string, string>): Promise<void> {
  for (const words of ['Quellgeheim', 'Zora', 'Quellgeheim Initiative', 'quellgeheim.example']) {
    const found = await left.ask(name, `GET /warnings?q=${encodeURIComponent(words)}`);
    // What was asked for is not told back.
    expect([words, found.body.data]).toEqual([words, []]);
  }
  const calls = ['/warnings?limit=200', '/events?after=start&limit=1000', '/organisations', '/subscriptions', '/teams'];
  for (const path of [...calls, '/me', '/members', '/keys', '/network/organisations', '/audit?limit=200']) {
    await left.ask(name, `GET ${path}`);
  }
  await left.ask(name, 'GET /audit', undefined, { accept: 'application/jsonl' });
  await left.ask(name, 'GET /audit?limit=200', undefined, signedIn);
  await left.ask(name, 'GET /me/data', undefined, signedIn);
  const address = JSON.stringify((await left.ask(name, 'GET /members')).body).match(/[\w@.-]+\.example/)?.[0];
  await left.ask(name, 'POST /invitations', { address, role: 'viewer' });
  await left.ask(name, 'POST /warnings/preview', aRaise());
}
