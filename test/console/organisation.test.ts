import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailedToken, startTestMail, type TestMail } from '../support/mail-server.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
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

  afterAll(async () => {
    await browser.close();
    await workers.close();
    await mail.close();
    await network.close();
  });

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
    const first = await page.locator('[data-token]').innerText();
    expect(await whoIs(first)).toBe(200);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.locator('[data-token]').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Rotate: Ticket system' }).click();
    await page.getByLabel('The old key ends').selectOption({ label: 'At once' });
    await page.getByRole('button', { name: 'Make the new key' }).click();
    await expectShown(page.locator('[data-token]'));
    const second = await page.locator('[data-token]').innerText();
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

  test('what somebody may not do is not offered', async () => {
    const { page } = await browser.open('/organisation/people', { token: network.network.of('Agora').token });
    await expectShown(page.getByRole('heading', { name: 'The owner of Agora' }));
    expect(await page.getByRole('button', { name: /: The owner of Agora/ }).count()).toBe(0);
  });

  test('pages that are not for a credential are not on its way', async () => {
    const { token } = await network.network.key('Amal', { scopes: ['warnings:read'] });
    const { page } = await browser.open('/', { token });
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    expect(await page.getByRole('link', { name: 'Organisation' }).count()).toBe(0);
  });
});
