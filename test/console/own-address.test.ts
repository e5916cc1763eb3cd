import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

describeWithChromium('one’s own mail address', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'] });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('is changed on the account’s page, and by the button of the page that the mailed link opens', async () => {
    const { owner } = network.network.of('Amal');
    const { headers } = await signIn(network.store, owner);
    const { page, faults } = await browser.open('/account', { cookie: headers['cookie'] ?? '', viewport: phone });
    await page.getByText('Change my mail address').click();
    await page.getByLabel('New mail address').fill('mira@new.example');
    await page.getByRole('button', { name: 'Mail the link' }).click();
    await expectShown(page.getByText('A link is on its way to mira@new.example.'));

    const { rows } = await network.store.sql.query<{ content: string }>(
      `SELECT content FROM delivery WHERE recipient = 'mira@new.example'`,
    );
    const { token } = JSON.parse(rows[0]?.content ?? '{}') as { token: string };
    await page.goto(`/account/address#token=${token}`);
    await expectShown(page.getByRole('heading', { name: 'Your new mail address' }));
    expect(page.url()).not.toContain(token);
    await page.getByRole('button', { name: 'Use this address' }).click();
    await expectShown(page.getByText('Done: mira@new.example is your address from now on.'));
    await page.getByRole('link', { name: 'To your account' }).click();
    await expectShown(page.getByText(/mira@new\.example · Owner/));
    expect(faults).toEqual([]);
  });
});
