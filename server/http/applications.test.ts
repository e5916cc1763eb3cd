import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember } from '../../core/store/commands/member.ts';
import { listen } from '../../test/support/listener.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let tested: TestServer;
type Headers = Record<string, string>;
const own = { 'sec-fetch-site': 'same-origin' };
let hub: Headers;

beforeAll(async () => {
  tested = await startTestServer({ csos: ['Amal', 'Hijacked'], platforms: ['Agora'], coordinator: 'Hub' });
  hub = (await signIn(tested.store, tested.network.of('Hub').owner)).headers;
});
afterAll(() => tested.close());

const ask = (call: string, headers: Headers, body?: unknown): Promise<TestAnswer> =>
  tested.ask(null, call, { headers, ...(body === undefined ? {} : { body }) });

const form = (address: string, organisation = 'Neue Initiative e.V.') => ({
  organisation,
  kind: 'cso',
  legalForm: 'e.V.',
  countries: ['DE'],
  languages: ['de'],
  grounds: ['antisemitism'],
  trustedFlagger: { by: 'Bundesnetzagentur', number: '7' },
  purpose: 'We watch.',
  contact: { name: 'Ida Berg', address },
  language: 'de',
});

/** What mails of a kind said to an address, oldest first. */
async function mails(kind: string, address: string): Promise<Record<string, string>[]> {
  const { rows } = await tested.store.sql.query<{ content: string }>(
    'SELECT content FROM delivery WHERE kind = $1 AND recipient = $2 ORDER BY created_at, id',
    [kind, address],
  );
  return rows.map(({ content }) => JSON.parse(content) as Record<string, string>);
}

async function applied(address: string): Promise<{ token: string; id: string }> {
  expect((await ask('POST /applications', own, form(address))).body).toEqual({});
  const [mail] = await mails('application', address);
  return { token: mail?.['token'] ?? '', id: mail?.['application'] ?? '' };
}

test('an organisation applies, confirms, is asked, answers, is admitted, and its contact becomes its owner', async () => {
  const address = 'ida@initiative.example';
  const { token, id } = await applied(address);
  expect((await ask(`GET /applications/${id}`, hub)).status).toBe(404);
  expect((await ask('POST /applications/view', own, { token })).body.state).toBe('unconfirmed');
  expect((await ask('POST /applications/confirmation', own, { token })).body.state).toBe('open');
  expect(await mails('application-waits', tested.network.of('Hub').owner.address)).toEqual([{ application: id }]);
  expect((await ask('GET /applications?state=open', hub)).body.data[0]).toMatchObject({
    id,
    organisation: 'Neue Initiative e.V.',
  });

  expect((await ask('POST /applications/answer', own, { token, text: 'Unasked' })).status).toBe(409);
  await ask(`POST /applications/${id}/question`, hub, { text: 'Who funds you?' });
  const answered = await ask('POST /applications/answer', own, { token, text: 'Our members.' });
  expect(answered.body.messages.map(({ text }: { text: string }) => text)).toEqual(['Who funds you?', 'Our members.']);

  const admitted = await ask(`POST /applications/${id}/admission`, hub, { clearance: 'TLP:AMBER' });
  expect(admitted.body).toMatchObject({ state: 'admitted' });
  expect((await mails('application', address)).map(({ news }) => news)).toEqual(['confirm', 'asked', 'admitted']);
  const invitation = (await mails('invitation', address))[0]?.['token'];
  const accepted = await ask('POST /invitations/acceptance', own, { token: invitation, name: 'Ida Berg' });
  expect(accepted.body.signedIn).toMatchObject({
    as: { role: 'owner' },
    clearance: 'TLP:AMBER',
    organisation: { id: admitted.body.admittedAs, name: 'Neue Initiative e.V.', kind: 'cso' },
  });
  expect((await ask(`POST /applications/${id}/refusal`, hub, { reason: 'Too late' })).status).toBe(409);

  // Who founded it here and leaves is erased from what was written before it was one.
  const { id: founder } = accepted.body.signedIn.as as { id: string };
  const organisationId = admitted.body.admittedAs as string;
  await tested.store.writer.run(
    addMember({ organisationId, name: 'Second', address: 'second@initiative.example', role: 'owner' }),
  );
  const second = [...tested.store.directory().members.values()].find(({ name }) => name === 'Second');
  if (!second) throw new Error('Nobody was added.');
  const { headers } = await signIn(tested.store, second);
  expect((await ask(`POST /members/${founder}/erasure`, headers)).status).toBe(204);
  for (const table of ['application', 'application_message', 'delivery', 'member', 'invitation']) {
    const { rows } = await tested.store.sql.query<{ text: string }>(
      `SELECT whole::text AS text FROM ${table} AS whole`,
    );
    expect([table, rows.filter(({ text }) => /ida@initiative|Ida Berg/i.test(text))]).toEqual([table, []]);
  }
});

test('an application is refused with a reason, or withdrawn', async () => {
  const refused = await applied('one@initiative.example');
  await ask('POST /applications/confirmation', own, { token: refused.token });
  expect(
    (await ask(`POST /applications/${refused.id}/refusal`, hub, { reason: 'No such association.' })).body.state,
  ).toBe('refused');
  const seen = await ask('POST /applications/view', own, { token: refused.token });
  expect(seen.body.messages.at(-1).text).toBe('No such association.');
  const withdrawn = await applied('two@initiative.example');
  expect((await ask('POST /applications/withdrawal', own, { token: withdrawn.token })).body.state).toBe('withdrawn');
  expect((await ask('POST /applications/confirmation', own, { token: 'f'.repeat(40) })).status).toBe(404);
});

test('applying tells nothing of who is known, and fills nobody’s mailbox', async () => {
  const known = tested.network.of('Amal').owner.address;
  const answers = [];
  for (let sent = 0; sent < 5; sent += 1) answers.push(await ask('POST /applications', own, form(known)));
  expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [202, {}]));
  expect(await mails('application', known)).toHaveLength(3);
});

test('nobody but the coordinator decides, and its people show a strong factor', async () => {
  const owner = (await signIn(tested.store, tested.network.of('Amal').owner)).headers;
  const weak = (await signIn(tested.store, tested.network.of('Hub').owner, { strong: false })).headers;
  const { id } = tested.network.of('Agora').organisation;
  for (const call of ['GET /applications', 'GET /network/organisations']) {
    expect((await ask(call, owner)).body.type).toBe('/problems/kind-not-allowed');
    expect((await ask(call, weak)).body.type).toBe('/problems/step-up-required');
  }
  const suspending = await ask(`POST /network/organisations/${id}/suspension`, owner, { reason: 'r' });
  expect(suspending.body.type).toBe('/problems/kind-not-allowed');
});

test('the coordinator admits directly, changes clearance and limits, suspends and resumes', async () => {
  const made = await ask('POST /network/organisations', hub, {
    name: 'Observatory',
    kind: 'observer',
    owner: 'ola@observatory.example',
    raiseLimits: null,
  });
  expect(made.body).toMatchObject({ clearance: 'TLP:GREEN', state: 'standing', members: 0 });
  expect(await mails('invitation', 'ola@observatory.example')).toHaveLength(1);
  const at = `/network/organisations/${made.body.id}`;
  expect((await ask(`PATCH ${at}`, hub, { clearance: 'TLP:AMBER', listed: false })).body).toMatchObject({
    clearance: 'TLP:AMBER',
    listed: false,
  });
  expect((await ask(`POST ${at}/suspension`, hub, { reason: 'Unclear' })).body.state).toBe('suspended');
  expect((await ask(`DELETE ${at}/suspension`, hub)).body.state).toBe('standing');
  const { id } = tested.network.of('Hub').organisation;
  expect((await ask(`POST /network/organisations/${id}/suspension`, hub, { reason: 'r' })).status).toBe(409);
});

test('a limit by severity holds for that severity alone, and a revision counts in what it becomes', async () => {
  const { id } = tested.network.of('Amal').organisation;
  await ask(`PATCH /network/organisations/${id}`, hub, { raiseLimits: { extreme: 1 } });
  const raise = (severity: 'extreme' | 'minor') => tested.ask('Amal', 'POST /warnings', { body: aRaise({ severity }) });
  await until(() => tested.store.directory().organisations.get(id)?.raiseLimits?.extreme === 1);
  expect((await raise('extreme')).status).toBe(201);
  const second = await raise('extreme');
  expect(second.body).toMatchObject({ type: '/problems/raise-limit', limit: 1 });
  expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  const minor = await raise('minor');
  expect(minor.status).toBe(201);
  const revised = await tested.ask('Amal', `POST /warnings/${minor.body.id}/revisions`, {
    body: { severity: 'extreme' },
    headers: { 'if-match': '*' },
  });
  expect(revised.body).toMatchObject({ type: '/problems/raise-limit', limit: 1 });
  await ask(`PATCH /network/organisations/${id}`, hub, { raiseLimits: null });
});

test('under the brake an organisation raises and widens nothing, but calls off', async () => {
  const { id } = tested.network.of('Amal').organisation;
  const { body } = await tested.ask('Amal', 'POST /warnings', {
    body: aRaise({ severity: 'minor', countries: ['DE'] }),
  });
  const at = `/network/organisations/${id}/brake`;
  expect((await ask(`PUT ${at}`, hub, { reason: 'Forty warnings in an hour' })).body.braked).toBe(true);
  expect(await mails('organisation-news', tested.network.of('Amal').owner.address)).toContainEqual({
    news: 'braked',
    reason: 'Forty warnings in an hour',
  });
  const refused = await tested.ask('Amal', 'POST /warnings', { body: aRaise() });
  expect(refused.body.type).toBe('/problems/state-conflict');
  const previewed = await tested.ask('Amal', 'POST /warnings/preview', { body: aRaise() });
  expect(previewed.body.type).toBe('/problems/state-conflict');
  const revise = (changes: object) =>
    tested.ask('Amal', `POST /warnings/${body.id}/revisions`, { body: changes, headers: { 'if-match': '*' } });
  expect((await revise({ severity: 'severe' })).body.type).toBe('/problems/state-conflict');
  expect((await revise({ countries: ['DE', 'FR'] })).body.type).toBe('/problems/state-conflict');
  expect((await revise({ headline: 'Calmer' })).status).toBe(201);
  expect(
    (await tested.ask('Amal', `POST /warnings/${body.id}/cancellation`, { body: { reason: 'Over' } })).status,
  ).toBe(200);
  expect((await ask(`DELETE ${at}`, hub)).body.braked).toBe(false);
  expect((await tested.ask('Amal', 'POST /warnings', { body: aRaise() })).status).toBe(201);
});

test('a hijacked organisation’s warnings are retracted for all who got them, live and in replay, and it is shut out', async () => {
  const { id } = tested.network.of('Hijacked').organisation;
  const listener = await listen(tested.server.url, tested.network.of('Agora').token);
  await listener.follow();
  const raised: string[] = [];
  for (const tlp of ['TLP:GREEN', 'TLP:AMBER'] as const) {
    raised.push((await tested.ask('Hijacked', 'POST /warnings', { body: aRaise({ tlp }) })).body.id as string);
  }
  const { body: hidden } = await tested.ask('Hijacked', 'POST /warnings', { body: aRaise({ withholdIssuer: true }) });
  // Somebody was mailed of the first one by a step, and answered since.
  const { organisation, owner, team } = tested.network.of('Agora');
  await tested.store.sql.query(
    `INSERT INTO delivery (id, event_id, channel, recipient, kind, organisation_id, member_id, warning_id, team_id, content,
       state, next_at, give_up_at, created_at, updated_at)
     VALUES (gen_random_uuid(), gen_random_uuid(), 'email', $1, 'escalation', $2, $3, $4, $5, '{}', 'sent', now(), now(), now(), now())`,
    [owner.address, organisation.id, owner.id, raised[0], team.id],
  );
  const retracted = await ask(`POST /network/organisations/${id}/retraction`, hub, {
    reason: 'Not theirs',
    suspend: true,
  });
  expect(retracted.body.warnings.toSorted()).toEqual(raised.toSorted());
  // What would say whose it is, called off with the others, is left until the coordinator says so.
  expect(retracted.body.withheldLeft).toBe(1);
  expect((await tested.ask('Agora', `GET /warnings/${hidden.id}`)).body.state).toBe('active');
  const again = await ask(`POST /network/organisations/${id}/retraction`, hub, {
    reason: 'Not theirs',
    withheld: true,
  });
  expect(again.body).toEqual({ warnings: [hidden.id], withheldLeft: 0 });
  expect((await tested.ask('Agora', `GET /warnings/${hidden.id}`)).body.cancellation).toMatchObject({
    reason: 'The coordinator of the network retracted this warning.',
    retracted: true,
  });
  const cancelled = () =>
    listener.events.filter(({ type, warning }) => type === 'warning.cancelled' && raised.includes(warning.id));
  await until(() => cancelled().length === 2);
  expect(cancelled()[0]).toMatchObject({
    data: { reason: 'Not theirs', retracted: true },
    actor: { organisation: { name: 'Hub' } },
    warning: { state: 'cancelled', cancellation: { reason: 'Not theirs', retracted: true } },
  });
  listener.close();
  expect(await mails('warning', owner.address)).toEqual([{ event: 'warning.cancelled' }]);
  const shown = await tested.ask('Agora', `GET /warnings/${raised[0]}`);
  expect(shown.body.cancellation).toMatchObject({ retracted: true });
  const timeline = await tested.ask('Agora', `GET /warnings/${raised[0]}/timeline`);
  expect(timeline.body.data.at(-1).data).toEqual({ reason: 'Not theirs', retracted: true });
  await until(async () => (await tested.ask('Hijacked', 'GET /me')).body.type === '/problems/suspended');
});
