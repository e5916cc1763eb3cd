import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { readLog } from '../../core/store/log-reader.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { signIn } from '../../test/support/session.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let at: TestServer;
beforeAll(async () => {
  at = await startTestServer({
    csos: ['Amal', 'Bridge'],
    platforms: ['Agora', 'Bazaar'],
    observers: ['Observatory'],
    coordinator: 'Hub',
  });
});
afterAll(() => at.close());

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const ahead = { onset: inDays(3), expires: inDays(4) };
const hostile = 'Marsch; am 9.11.,\\n "alle"\\ END:VEVENT 🔥🔥 ' + 'Ελλάδα—żółć '.repeat(6);

async function raise(changes: Partial<RaiseRequest>, by = 'Amal'): Promise<string> {
  const answer = await at.ask(by, 'POST /warnings', { body: { ...aRaise(changes) } });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

/** A calendar of a member's, made by them. */
async function subscribe(member: Member, filter: object = {}): Promise<{ id: string; address: string }> {
  const { headers } = await signIn(at.store, member);
  const made = await at.ask(null, 'POST /me/calendars', { headers, body: { name: 'Phone', filter } });
  expect(made.status).toBe(201);
  return { id: made.body.calendar.id, address: made.body.address };
}

function read(address: string, headers: Record<string, string> = {}): Promise<TestAnswer> {
  return at.ask(null, `GET /${new URL(address).pathname}`, { headers });
}

/** What another library makes of a feed: its events by the id of their warning. */
async function events(address: string): Promise<Map<string, ICAL.Event>> {
  const { status, body } = await read(address);
  expect(status).toBe(200);
  const parsed = new ICAL.Component(ICAL.parse(body));
  return new Map(
    parsed
      .getAllSubcomponents('vevent')
      .map((one) => [one.getFirstPropertyValue('uid') as string, new ICAL.Event(one)]),
  );
}

async function logged(calendar: string) {
  const all = await readLog(at.store.sql, at.store.positions, 0, 1_000);
  return all.filter(({ data }) => data['calendar'] === calendar || data['replacedBy'] === calendar);
}

describe('a calendar is told', () => {
  test('by TLP: words of GREEN and CLEAR, codes of AMBER, nothing of RED and of tests; the issuer of none', async () => {
    const green = await raise({ ...ahead, headline: hostile, withholdIssuer: true });
    const amber = await raise({
      ...ahead,
      tlp: 'TLP:AMBER+STRICT',
      headline: 'Never outside',
      countries: ['DE', 'AT'],
    });
    const { organisation, owner } = at.network.of('Agora');
    const red = await raise({ ...ahead, tlp: 'TLP:RED', audience: { only: [organisation.id] } });
    const drill = await raise({ ...ahead, status: 'exercise', headline: 'A drill' });
    const quiet = await raise({ ...ahead, status: 'test' });
    const elsewhere = await raise({ ...ahead, countries: ['FR'] });
    const { address } = await subscribe(owner, { countries: ['DE'] });
    const told = await events(address);
    expect([...told.keys()].toSorted()).toEqual([green, amber, drill].toSorted());
    for (const id of [red, quiet, elsewhere]) expect(told.has(id)).toBe(false);
    expect(told.get(green)).toMatchObject({
      summary: 'TLP:GREEN · Protest · Germany · Severe',
      description: `${hostile}\n\n${at.server.url.replace('127.0.0.1', 'localhost')}/warnings/${green}`,
    });
    expect(told.get(amber)?.summary).toBe('TLP:AMBER+STRICT · Protest · Germany, Austria · Severe');
    expect(told.get(amber)?.description).toMatch(new RegExp(`^http://localhost:\\d+/warnings/${amber}$`));
    expect(told.get(drill)?.summary).toContain('TLP:GREEN · Exercise · ');
    const { body } = await read(address);
    for (const secret of ['Amal', 'synagog', 'Never outside'])
      expect(body.toLowerCase()).not.toContain(secret.toLowerCase());
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('when it is, and that it was called off, under the same UID', async () => {
    const id = await raise(ahead);
    const { address } = await subscribe(at.network.of('Bazaar').owner);
    const before = (await events(address)).get(id);
    expect(before?.startDate.toJSDate().toISOString()).toBe(ahead.onset.replace(/\d{3}Z$/, '000Z'));
    expect(before?.endDate.toJSDate().toISOString()).toBe(ahead.expires.replace(/\d{3}Z$/, '000Z'));
    expect(before?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    const asked = await at.ask('Amal', `POST /warnings/${id}/revisions`, {
      body: { severity: 'extreme' },
      headers: { 'if-match': '"1"' },
    });
    expect(asked.status).toBe(201);
    await at.ask('Amal', `POST /warnings/${id}/cancellation`, { body: { reason: 'The march was forbidden.' } });
    const after = (await events(address)).get(id);
    expect(after?.summary).toBe('Cancelled · TLP:GREEN · Protest · Germany · Extreme');
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([before?.sequence, after?.sequence]).toEqual([1, 2]);
  });

  test('in the language of its member', async () => {
    const { organisation } = at.network.of('Bridge');
    const told = {
      organisationId: organisation.id,
      name: 'Zofia',
      address: 'zofia@bridge.example',
      role: 'viewer' as const,
    };
    const member = await at.store.writer.run(addMember({ ...told, language: 'pl' }));
    const id = await raise(ahead, 'Bridge');
    const { address } = await subscribe(member);
    expect((await events(address)).get(id)?.summary).toBe('TLP:GREEN · Protest · Niemcy · Poważny');
    expect((await read(address)).body).toContain('Horyzont');
  });

  test('again only when something changed', async () => {
    const { address } = await subscribe(at.network.of('Bazaar').owner);
    const first = await read(address);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    const etag = first.headers.get('etag') ?? '';
    expect((await read(address, { 'if-none-match': etag })).status).toBe(304);
    await raise(ahead);
    expect((await read(address, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('an address', () => {
  test('is made by who showed a strong factor just now, said once, kept as a digest and never logged', async () => {
    const { owner } = at.network.of('Agora');
    const weak = await signIn(at.store, owner, { strong: false });
    const refused = await at.ask(null, 'POST /me/calendars', { headers: weak.headers, body: { name: 'Phone' } });
    expect(refused.body.type).toBe('/problems/step-up-required');
    const { headers } = await signIn(at.store, owner);
    const once = { headers: { ...headers, 'idempotency-key': 'calendar' }, body: { name: 'Phone' } };
    const made = await at.ask(null, 'POST /me/calendars', once);
    const again = await at.ask(null, 'POST /me/calendars', once);
    expect(again.body).toEqual({ ...made.body, address: null });
    const { id } = made.body.calendar;
    const token = /([0-9a-f]{40})\.ics$/.exec(made.body.address)?.[1] ?? '';
    await read(made.body.address);
    await read(made.body.address.replace(token, token.split('').toReversed().join('')));
    const listed = await at.ask(null, 'GET /me/calendars', { headers });
    expect(listed.body.data.at(-1)).toMatchObject({ id, name: 'Phone' });
    expect(await logged(id)).toMatchObject([{ type: 'calendar.added', actor: { memberId: owner.id } }]);
    const metrics = await at.ask(null, 'GET //metrics');
    expect(metrics.body).toContain('route="/feeds/horizon/{token}"');
    const { rows } = await at.store.sql.query(
      "SELECT calendar::text, (SELECT string_agg(body, '') FROM idempotency) FROM calendar",
    );
    for (const said of [at.logged, metrics.body, rows]) expect(JSON.stringify(said)).not.toContain(token);
  });

  test('is replaced, and ended, and is then as one that never was', async () => {
    const { owner } = at.network.of('Observatory');
    const { headers } = await signIn(at.store, owner);
    const first = await subscribe(owner);
    const replaced = await at.ask(null, `POST /me/calendars/${first.id}/replacement`, { headers });
    expect(replaced.status).toBe(201);
    expect((await read(replaced.body.address)).status).toBe(200);
    const { id } = replaced.body.calendar;
    expect((await at.ask(null, `DELETE /me/calendars/${id}`, { headers })).status).toBe(204);
    const never = await read(first.address.replace(/[0-9a-f]{40}/, 'f'.repeat(40)));
    for (const address of [first.address, replaced.body.address]) {
      const gone = await read(address);
      expect([gone.status, { ...gone.body, instance: '' }]).toEqual([404, { ...never.body, instance: '' }]);
    }
    expect((await logged(id)).map(({ type }) => type)).toEqual(['calendar.replaced', 'calendar.ended']);
  });

  test('reads what its member may now, and nothing once they left, it expired or the organisation is suspended', async () => {
    const { organisation, owner } = at.network.of('Bridge');
    const told = {
      organisationId: organisation.id,
      name: 'Uta',
      address: 'uta@bridge.example',
      role: 'viewer' as const,
    };
    const member = await at.store.writer.run(addMember(told));
    const left = await subscribe(member);
    const others = await subscribe(owner);
    const late = await subscribe(owner);
    await at.store.sql.query(`UPDATE calendar SET expires_at = now() - interval '1 minute' WHERE id = $1`, [late.id]);
    expect((await read(late.address)).status).toBe(404);
    const id = await raise(ahead);
    expect((await events(left.address)).has(id)).toBe(true);
    const { organisation: issuer } = at.network.of('Amal');
    const tightened = { tlp: 'TLP:AMBER', audience: { only: [issuer.id] } };
    await at.ask('Amal', `POST /warnings/${id}/revisions`, { body: tightened, headers: { 'if-match': '*' } });
    expect((await events(left.address)).has(id)).toBe(false);
    const { headers } = await signIn(at.store, member);
    await at.ask(null, 'DELETE /me', { headers });
    expect((await read(left.address)).status).toBe(404);
    expect((await read(others.address)).status).toBe(200);
    await at.store.writer.run(suspendOrganisation(organisation.id));
    expect((await read(others.address)).status).toBe(404);
  });

  test('reaches nobody else’s, nor does a coordinator’s reach TLP:RED', async () => {
    const { organisation } = at.network.of('Agora');
    const red = await raise({ ...ahead, tlp: 'TLP:RED', audience: { only: [organisation.id] } });
    const { address } = await subscribe(at.network.of('Hub').owner);
    const told = await events(address);
    expect(told.size).toBeGreaterThan(3);
    expect(told.has(red)).toBe(false);
  });
});
