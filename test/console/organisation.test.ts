import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addMember } from '../../core/store/commands/member.ts';
import { mailedToken, startTestMail, type TestMail } from '../support/mail-server.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { signIn } from '../support/session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

describeWithChromium('an organisation looks after itself', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let mail: TestMail;
  let workers: TestWorkers;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    mail = await startTestMail();
    workers = await startTestWorkers({ databaseUrl: network.store.databaseUrl, smtpUrl: mail.url });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await workers.close();
    await mail.close();
    await network.close();
  });

  const cookieOf = async (name: string): Promise<string> =>
    (await signIn(network.store, network.network.of(name).owner)).headers['cookie'] ?? '';
  const whoIs = async (token: string): Promise<number> => (await network.ask(null, 'GET /me', { token })).status;

  test('a key is made, shown once and used; rotated; revoked', async () => {
    const { page, faults } = await browser.open('/organisation/keys', {
      token: network.network.of('Agora').token,
      viewport: phone,
    });
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const summary = page.getByRole('alert').filter({ hasText: '2 things are still to be done' });
    await summary.getByRole('link', { name: 'name' }).click();
    await page.getByLabel('Name').fill('Ticket system');
    await page.getByRole('checkbox', { name: 'Read warnings' }).check();
    expect(await page.getByRole('checkbox', { name: 'Raise warnings' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Make the key' }).click();
    await expectShown(page.getByRole('heading', { name: 'The token of “Ticket system”' }));
    const first = await page.locator('[data-secret]').innerText();
    expect(await whoIs(first)).toBe(200);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.locator('[data-secret]').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Rotate: Ticket system' }).click();
    await page.getByLabel('The old key ends').selectOption({ label: 'At once' });
    await page.getByRole('button', { name: 'Make the new key' }).click();
    await expectShown(page.locator('[data-secret]'));
    const second = await page.locator('[data-secret]').innerText();
    expect(second).not.toBe(first);
    expect([await whoIs(first), await whoIs(second)]).toEqual([401, 200]);
    await page.getByRole('button', { name: 'I have kept it' }).click();

    await page.getByRole('button', { name: 'Change networks: Ticket system' }).click();
    await page.getByLabel('Where it may be used from').fill('192.0.2.0/24');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('192.0.2.0/24', { exact: true }));
    await page.getByRole('button', { name: 'Revoke: Ticket system' }).click();
    await page.getByRole('button', { name: 'Revoke the key' }).click();
    await expectShown(page.getByText('2 keys that have ended'));
    expect(await whoIs(second)).toBe(401);
    expect(faults).toEqual([]);
  });

  test('somebody is invited by mail, joins, gets another role and is removed', async () => {
    const { page, faults } = await browser.open('/organisation/people', { token: network.network.of('Amal').token });
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Mail address').fill('nour@amal.example');
    expect(await page.getByLabel('Role').locator('option', { hasText: 'Owner' }).count()).toBe(0);
    await page.getByLabel('Role').selectOption({ label: 'Viewer' });
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expectShown(page.getByRole('list', { name: 'Invited' }).getByText('nour@amal.example'));

    const token = await mailedToken(mail, 'nour@amal.example', /./);
    const joined = await network.ask(null, 'POST /invitations/acceptance', {
      body: { token, name: 'Nour' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(joined.status).toBe(200);
    await page.reload();
    const nour = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Nour', exact: true }) });
    await expectShown(nour.getByText('Viewer', { exact: true }));
    await page.getByRole('button', { name: 'Change: Nour' }).click();
    await page.getByLabel('Role').selectOption({ label: 'Manager' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(nour.getByText('Manager', { exact: true }));

    await page.getByRole('button', { name: 'Remove: Nour' }).click();
    await expectShown(page.getByText('Nour is signed out at once'));
    await page.getByRole('button', { name: 'Remove them' }).click();
    await nour.waitFor({ state: 'detached' });
    const { body } = await network.ask('Amal', 'GET /members');
    expect(body.data.map(({ role }: { role: string }) => role)).toEqual(['owner']);
    expect(faults).toEqual([]);
  });

  test('the audit trail tells what was done in sentences, and comes as a file', async () => {
    await network.ask('Agora', 'POST /teams', { body: { name: 'Night shift' } });
    const { page, faults } = await browser.open('/audit', { cookie: await cookieOf('Agora') });
    await expectShown(page.getByText('added a team: Night shift'));
    await page.getByLabel('What').selectOption({ label: 'API keys' });
    await page.getByText('added a team: Night shift').waitFor({ state: 'detached' });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download/ }).click();
    const file = readFileSync(await (await downloading).path(), 'utf8');
    const lines = file.trim().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map((line) => JSON.parse(line).type).filter((type) => !type.startsWith('key.'))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('an owner says where the organisation works, and puts people on the TLP:RED list', async () => {
    const { page, faults } = await browser.open('/organisation', { cookie: await cookieOf('Amal') });
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('combobox', { name: 'Countries' }).fill('Austr');
    await page.getByRole('option', { name: 'Austria' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByRole('definition').filter({ hasText: 'Austria' }));
    await page.getByRole('link', { name: 'People' }).click();
    await expectShown(page.getByText('The last owner: an organisation keeps one.'));
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Change: The owner of Amal' }).click();
    await page.getByLabel('On the TLP:RED list').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
    const { body } = await network.ask('Amal', 'GET /members');
    expect(body.data[0].red).toBe(false);
    expect(faults).toEqual([]);
  });

  test('a subscription is added, with what it would have matched; changed, paused and removed', async () => {
    await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'Ein Aufruf' }) });
    const { page, faults } = await browser.open('/organisation/subscriptions', {
      token: network.network.of('Agora').token,
      viewport: phone,
    });
    await page.getByRole('button', { name: 'Add a subscription' }).click();
    await expectShown(page.getByText('1 warning would have matched'));
    await page.getByRole('combobox', { name: 'Country' }).fill('Pol');
    await page.getByRole('option', { name: 'Poland' }).click();
    await expectShown(page.getByText('0 warnings would have matched'));
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Polish');
    await page.getByRole('checkbox', { name: 'By mail' }).check();
    await page.getByRole('combobox', { name: 'Whom' }).fill('Owner');
    await page.getByRole('option', { name: 'Role: Owner' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByLabel('Mail address').fill('desk@agora.example');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    const polish = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Polish' }) });
    await expectShown(polish.getByText('Role: Owner, desk@agora.example'));
    await expectShown(polish.getByText('0 warnings would have matched'));
    expect((await network.ask('Agora', 'GET /subscriptions')).body.data).toMatchObject([
      { filter: { countries: ['PL'] }, channels: [{ type: 'live' }, { to: [{ role: 'owner' }, { type: 'email' }] }] },
    ]);
    await page.getByRole('button', { name: 'Change: Polish' }).click();
    await page.getByRole('checkbox', { name: 'By mail' }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await polish.getByText('Role: Owner').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Pause: Polish' }).click();
    await page.getByRole('button', { name: 'Pause the subscription' }).click();
    await expectShown(polish.getByText('Paused', { exact: true }));
    await page.getByRole('button', { name: 'Remove: Polish' }).click();
    await page.getByRole('button', { name: 'Remove the subscription' }).click();
    await expectShown(page.getByText('There is no subscription yet'));
    expect(faults).toEqual([]);
  });

  test('an escalation policy is rehearsed before it is saved, and its steps are moved by keys', async () => {
    const { page, faults } = await browser.open('/organisation/escalation', { cookie: await cookieOf('Agora') });
    await expectShown(page.getByRole('heading', { name: 'The network’s default' }));
    await page.getByRole('button', { name: 'Make a policy of our own' }).click();
    const first = page.getByRole('group', { name: 'Step 1' });
    await first.getByRole('textbox', { name: 'Waits for' }).fill('10');
    await first.getByRole('combobox', { name: 'Unit' }).selectOption({ label: 'minutes' });
    await page.getByRole('button', { name: 'Step 1: Down' }).press('Enter');
    await expectShown(page.getByText('It is step 2 now.'));
    expect(
      await page.getByRole('button', { name: 'Step 2: Down' }).evaluate((it) => it === document.activeElement),
    ).toBe(true);
    // The coordinator is told by the last step alone: the network says so, at the step.
    await page.getByRole('button', { name: 'Save the policy' }).click();
    const told = page.getByRole('alert').filter({ hasText: 'The coordinator is told by the last step' });
    await expectShown(told);
    await told.getByRole('link', { name: 'Step 1, Whom' }).click();
    await page.getByRole('button', { name: 'Step 2: Up' }).click();
    await page.getByRole('button', { name: 'Add quiet hours' }).click();
    const rehearsed = page.getByRole('region', { name: 'Who would be mailed?' });
    const held = rehearsed.getByRole('listitem').filter({ hasText: 'Held by quiet hours since: Sat' });
    await expectShown(held.getByText('The owner of Agora'));
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Save the policy' }).click();
    await expectShown(page.getByRole('heading', { name: 'The team’s own policy' }));
    await expectShown(page.getByText('Unanswered for 10 min'));
    await expectShown(page.getByText('Mon–Sun 22:00–07:00'));
    expect((await network.ask('Agora', 'GET /escalation-policy')).body).toMatchObject({
      source: 'own',
      steps: [{ after: 600, to: [{ role: 'owner' }] }, { to: [{ type: 'coordinator' }] }],
    });
    await page.getByRole('button', { name: 'Go back to the network’s default' }).click();
    await expectShown(
      page.getByText('The steps and quiet hours of the team’s own policy are gone then.', { exact: false }),
    );
    await page.getByRole('button', { name: 'Give up the team’s own policy' }).click();
    await expectShown(page.getByRole('heading', { name: 'The network’s default' }));
    await expectShown(page.getByRole('button', { name: 'Make a policy of our own' }));
    expect(await page.getByRole('button', { name: 'Go back to the network’s default' }).count()).toBe(0);
    expect((await network.ask('Agora', 'GET /escalation-policy')).body.source).toBe('network');
    expect(faults).toEqual([]);
  });

  test('a step that reaches nobody is shown to those who look at the policy; viewers change nothing', async () => {
    const { organisation } = network.network.of('Agora');
    const sent = {
      organisationId: organisation.id,
      name: 'Vera',
      address: 'vera@agora.example',
      role: 'viewer',
    } as const;
    const viewer = await network.store.writer.run(addMember(sent));
    const steps = [{ after: 60, to: [{ type: 'email', address: 'unread@agora.example' }] }];
    await network.ask('Agora', 'PUT /escalation-policy', { body: { steps } });
    const { headers } = await signIn(network.store, viewer);
    const { page, faults } = await browser.open('/organisation/escalation', { cookie: headers['cookie'] });
    const gaps = page.getByRole('region', { name: 'This policy has gaps' });
    await expectShown(gaps.getByText(/unread@agora.example: Nobody has opened the link/));
    expect(await page.getByRole('button', { name: /policy/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Subscriptions' }).click();
    await expectShown(page.getByText('There is no subscription yet'));
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('teams are added, renamed and removed', async () => {
    const { page, faults } = await browser.open('/organisation/subscriptions', {
      token: network.network.of('Amal').token,
    });
    await page.getByRole('button', { name: 'Add a team' }).click();
    await page.getByLabel('Name of the team').fill('Night');
    await page.getByRole('button', { name: 'Add the team' }).click();
    await page.getByRole('button', { name: 'Rename: Night' }).click();
    await page.getByLabel('Name of the team').fill('Night shift');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Remove: Night shift' }).click();
    await page.getByRole('button', { name: 'Remove the team' }).click();
    await expectShown(page.getByText('All of you are one team.'));
    expect((await network.ask('Amal', 'GET /teams')).body.data).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('what somebody may not do is not offered', async () => {
    const { page } = await browser.open('/organisation/people', { token: network.network.of('Agora').token });
    await expectShown(page.getByRole('heading', { name: 'The owner of Agora' }));
    expect(await page.getByRole('button', { name: /: The owner of Agora/ }).count()).toBe(0);
  });

  test('pages that are not for a credential are not on its way', async () => {
    const { token } = await network.network.key('Amal', { scopes: ['warnings:read'] });
    const { page } = await browser.open('/', { token });
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await page.getByRole('link', { name: 'Organisation' }).click();
    await expectShown(page.getByRole('heading', { name: 'Subscriptions' }));
    expect(await page.getByRole('navigation', { name: 'Organisation' }).getByRole('link').count()).toBe(1);
  });
});
