import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { startDifficultServer, type DifficultServer } from '../support/mail-server.ts';
import { lookForGaps } from '../../core/store/commands/policy-gap.ts';
import { teamsToLookAt } from '../../core/store/policy-gaps.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { startTestWorkers } from '../support/workers.ts';

let at: TestServer;
let mails: DifficultServer;

beforeAll(async () => {
  at = await startTestServer({ platforms: ['Agora'], coordinator: 'Hub' });
  mails = await startDifficultServer(() => 'take');
}, 60_000);
afterAll(async () => {
  await mails.close();
  await at.close();
});

test('whoever leads mails the managers of a gap that has stood for an hour, and that once', async () => {
  const { team, owner } = at.network.of('Agora');
  const steps = [{ after: 60, to: [{ type: 'role', role: 'responder' }] }];
  expect((await at.ask('Agora', 'PUT /escalation-policy', { body: { steps } })).status).toBe(200);
  await at.store.writer.run(lookForGaps(team.id));
  await at.store.sql.query(`UPDATE policy_gap SET found_at = found_at - interval '1 hour'`);
  const workers = await startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: mails.url });
  const [taken] = await until(() => (mails.taken.length > 0 ? mails.taken : undefined), { what: 'a mail of the gap' });
  await workers.close();
  expect(taken?.to).toBe(owner.address);
  const { subject, text } = await simpleParser(taken?.raw ?? '');
  expect(subject).toContain('Your escalation policy names somebody who is not told');
  expect(text).toContain('everybody with the role “Responder”');
  expect(text).toContain('nobody there is left');
  expect(text).toContain('/organisation/escalation');
  // Whoever leads next finds nothing to do.
  expect(await teamsToLookAt(at.store)).toEqual([]);
});
