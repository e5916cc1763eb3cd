import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember, changeMember, removeMember } from '../../core/store/commands/member.ts';
import { confirmAddress } from '../../core/store/commands/address.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { tokenDigest } from '../../core/store/token.ts';
import { openAnswering, type Answering } from '../support/answering.ts';
import type { TestAnswer } from '../support/server.ts';
import { until } from '../support/until.ts';

let stage: Answering;
beforeAll(async () => {
  stage = await openAnswering();
}, 60_000);
afterAll(() => stage.close(), 30_000);

const view = (token: string): Promise<TestAnswer> => stage.at.ask(null, 'POST /answer-link/view', { body: { token } });
const use = (token: string, state: string): Promise<TestAnswer> =>
  stage.at.ask(null, 'POST /answer-link/use', { body: { token, state } });
const timeline = async (name: string, warning: string) =>
  (await stage.at.ask(name, `GET /warnings/${warning}/timeline`)).body.data as {
    type: string;
    actor: { member?: { name: string } };
    data: { byMail?: true; step?: number };
  }[];
const asked = async (changes: Parameters<Answering['raise']>[0] = {}) => {
  const warning = await stage.raise(changes);
  return { warning, token: await stage.tokenFor(stage.ada.address, warning) };
};

test('whoever was mailed takes a warning without signing in; the CSO sees it, and the log says how and by whom', async () => {
  const { warning, token } = await asked();
  const found = await view(token);
  expect(found.body).toMatchObject({ state: 'open', warning, organisation: 'Agora', step: 1, of: 2, passes: true });
  expect(await stage.standing(warning)).toMatchObject({ state: 'pending' });

  const answered = await use(token, 'acknowledged');
  expect(answered).toMatchObject({
    status: 200,
    body: { state: 'answered', answer: { state: 'acknowledged', by: 'Ada Agora' } },
  });
  const { body } = await stage.at.ask('Amal', `GET /warnings/${warning}/acknowledgements`);
  expect(body.data).toMatchObject([{ state: 'acknowledged', escalation: null }]);
  expect((await timeline('Amal', warning)).at(-1)).toMatchObject({
    type: 'acknowledgement.changed',
    data: { byMail: true },
  });
  expect(await stage.standing(warning)).toMatchObject({
    history: [{ state: 'acknowledged', byMail: true, actor: { member: { name: 'Ada Agora' } } }],
  });

  expect(await use(token, 'pass')).toMatchObject({ status: 409, body: { state: 'acknowledged' } });
  expect(await use(token, 'acknowledged')).toMatchObject({ status: 409 });
});

test('passing fires the next step at once, once, and the link is used up', async () => {
  const { warning, token } = await asked();
  const passes = await Promise.all([use(token, 'pass'), use(token, 'pass'), use(token, 'pass')]);
  expect(passes.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409]);
  expect(await use(token, 'acknowledged')).toMatchObject({ status: 409 });
  expect((await view(token)).body.state).toBe('used');
  const fired = (await timeline('Agora', warning)).filter(({ type }) => type === 'escalation.fired');
  expect(fired.map(({ data: { step, byMail } }) => [step, byMail])).toEqual([
    [1, undefined],
    [2, true],
  ]);
  expect(fired[1]?.actor.member?.name).toBe('Ada Agora');
  const last = await stage.tokenFor(stage.agora.owner.address, warning);
  expect((await view(last)).body).toMatchObject({ state: 'open', step: 2, passes: false });
  expect(await use(last, 'pass')).toMatchObject({ status: 409 });
  expect(await use(last, 'acknowledged')).toMatchObject({ status: 200 });
});

test('a link and the console that answer at the same moment give one answer after the other, or the link gives way', async () => {
  const { warning, token } = await asked();
  const [byLink, byConsole] = await Promise.all([
    use(token, 'acknowledged'),
    stage.at.ask('Agora', `POST /warnings/${warning}/acknowledgement`, { body: { state: 'working' } }),
  ]);
  expect(byConsole.status).toBe(200);
  const states = (await stage.standing(warning)).history.map(({ state }) => state);
  expect([byLink.status, ...states]).toEqual(
    byLink.status === 200 ? [200, 'acknowledged', 'working'] : [409, 'working'],
  );
});

test('what is looked at by GET or HEAD changes nothing', async () => {
  const { warning, token } = await asked();
  const { url } = stage.at.server;
  for (const method of ['GET', 'HEAD']) {
    await fetch(`${url}/answer?token=${token}`, { method });
    expect((await fetch(`${url}/api/v1/answer-link/use?token=${token}`, { method })).status).toBe(405);
  }
  await view(token);
  expect(await stage.standing(warning)).toMatchObject({ state: 'pending' });
  expect((await view(token)).body.state).toBe('open');
});

test('tokens that are made up, changed, of another purpose or too old are one and the same answer', async () => {
  const { warning, token } = await asked();
  const changed = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
  const foreign = [changed, 'x', '0'.repeat(72), warning];
  const answers = await Promise.all(foreign.map(view));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.detail as string}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
  await stage.at.store.sql.query(
    `UPDATE delivery SET created_at = created_at - interval '7 days' WHERE warning_id = $1`,
    [warning],
  );
  expect(await view(token)).toMatchObject({ status: 404, body: { detail: answers[0]?.body.detail } });
  expect(await use(token, 'acknowledged')).toMatchObject({ status: 404 });
});

test('a link dies with its reader’s rights, and with the warning', async () => {
  const { writer } = stage.at.store;
  const owner = {
    ...stage.agora.caller,
    as: { type: 'member', id: stage.agora.owner.id, name: '', role: 'owner', session: '', strength: 'recent' },
  } as const;
  const organisationId = stage.agora.organisation.id;
  const bea = await writer.run(
    addMember({ organisationId, name: 'Bea', address: `bea@${organisationId}.example`, role: 'responder' }),
  );
  const before = [
    { after: 0, to: [{ type: 'member', id: stage.ada.id } as const] },
    { after: 3_600, to: [{ type: 'role', role: 'owner' } as const] },
  ];
  await writer.run(
    setEscalationPolicy(stage.agora.caller, { steps: [{ after: 0, to: [{ type: 'member', id: bea.id }] }] }),
  );
  const warning = await stage.raise();
  const token = await stage.tokenFor(bea.address, warning);
  await writer.run(setEscalationPolicy(stage.agora.caller, { steps: before }));
  await writer.run(changeMember(owner, bea.id, { role: 'viewer' }));
  expect(await use(token, 'acknowledged')).toMatchObject({ status: 404 });
  await writer.run(changeMember(owner, bea.id, { role: 'responder' }));
  expect((await view(token)).body.state).toBe('open');
  await writer.run(removeMember(owner, bea.id));
  expect(await view(token)).toMatchObject({ status: 404 });

  const over = await asked();
  await stage.at.ask('Amal', `POST /warnings/${over.warning}/cancellation`, { body: { reason: 'A rumour.' } });
  expect((await view(over.token)).body).toMatchObject({ state: 'over' });
  expect(await use(over.token, 'acknowledged')).toMatchObject({ status: 409 });

  const closed = await asked({ tlp: 'TLP:AMBER' });
  const revision = { tlp: 'TLP:RED', audience: { only: [organisationId] } };
  await stage.at.ask('Amal', `POST /warnings/${closed.warning}/revisions`, {
    body: revision,
    headers: { 'If-Match': '*' },
  });
  expect((await view(closed.token)).body).toMatchObject({ state: 'signed-in', says: null, headline: null });
  expect(await use(closed.token, 'acknowledged')).toMatchObject({ status: 409 });
});

test('AMBER says the codes to members and no word of the issuer’s; an address outside may take it unread', async () => {
  const { writer, sql } = stage.at.store;
  const { token } = await asked({ tlp: 'TLP:AMBER', headline: 'A headline' });
  const seen = await view(token);
  expect(seen.body).toMatchObject({ says: { severity: 'severe' }, headline: null });
  const address = 'oncall@pager.example';
  const steps = [
    { after: 0, to: [{ type: 'member', id: stage.ada.id } as const, { type: 'email', address } as const] },
  ];
  await writer.run(setEscalationPolicy(stage.agora.caller, { steps }));
  const confirmation = await until(() => stage.mail.to(address)[0], { what: 'a mail to confirm the address' });
  await writer.run(confirmAddress(tokenDigest(/token=(\w+)/.exec(confirmation.text)?.[1] ?? '')));
  const warning = await stage.raise({ tlp: 'TLP:AMBER', headline: 'A headline' });
  const outside = await stage.tokenFor(address, warning);
  expect((await view(outside)).body).toMatchObject({ state: 'open', says: null, headline: null });
  expect(await use(outside, 'acknowledged')).toMatchObject({ status: 200, body: { answer: { by: address } } });
  expect((await stage.standing(warning)).history).toMatchObject([{ byMail: true, address }]);
  const { body } = await stage.at.ask('Amal', `GET /warnings/${warning}/acknowledgements`);
  expect(JSON.stringify(body)).not.toContain(address);
  const log = await sql.query<{ content: string }>(`SELECT content FROM event WHERE warning_id = $1`, [warning]);
  expect(JSON.stringify(log.rows)).not.toContain(address);
});

test('no log line of the server holds a token', async () => {
  const { token } = await asked();
  await view(token);
  await use(token, 'acknowledged');
  expect(JSON.stringify(stage.at.logged)).not.toContain(token);
});
