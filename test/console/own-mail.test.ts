import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { desk, expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { expectSound } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

describeWithChromium('one’s own mail', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Romea'] });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('its address is changed on the account’s page, and by the button of the page that the mailed link opens', async () => {
    const { owner } = network.network.of('Romea');
    const { headers } = await signIn(network.store, owner);
    const { page, faults } = await browser.open('/account', { cookie: headers['cookie'] ?? '', viewport: phone });
    await page.getByText('Change my mail address').click();
    await page.getByLabel('New mail address').fill('mira@new.example');
    await page.getByRole('button', { name: 'Mail the link' }).click();
    await expectShown(page.getByText('A link is on its way to mira@new.example.'));

    await page.getByLabel('Language of your mails').selectOption('polski');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('Saved.', { exact: true }));
    // From the next visit on the console speaks it too.
    await page.reload();
    await expectShown(page.getByText('Zmień mój adres e-mail'));
    expect(await page.getByLabel('Język wiadomości').inputValue()).toBe('pl');

    const { rows } = await network.store.sql.query<{ content: string }>(
      `SELECT content FROM delivery WHERE recipient = 'mira@new.example'`,
    );
    const { token } = JSON.parse(rows[0]?.content ?? '{}') as { token: string };
    await page.goto(`/account/address#token=${token}`);
    await expectShown(page.getByRole('heading', { name: 'Twój nowy adres e-mail' }));
    expect(page.url()).not.toContain(token);
    await page.getByRole('button', { name: 'Używaj tego adresu' }).click();
    await expectShown(page.getByText('Gotowe: odtąd Twoim adresem jest mira@new.example.'));
    await page.getByRole('link', { name: 'Do konta' }).click();
    await expectShown(page.getByText(/mira@new\.example · Kierowanie/));
    expect(faults).toEqual([]);
  });

  test('one chooses which warnings come, and when none do; what was saved stands there the next time', async () => {
    const { headers } = await signIn(network.store, network.network.of('Amal').owner);
    const cookie = headers['cookie'] ?? '';
    const at = { viewport: phone, colorScheme: 'light', timezoneId: 'Europe/Athens' } as const;
    const { page, faults } = await browser.open('/account', { cookie, ...at });
    await page.getByRole('link', { name: 'Choose which, and when' }).click();
    await page.getByLabel('Mail me each warning').check();
    await page.getByLabel('Severity').selectOption('Severe and above');
    await page.getByRole('button', { name: 'Add quiet hours' }).click();
    await page.getByLabel('From').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByRole('alert').getByRole('link', { name: 'Quiet hours 1, From' }));
    await expectSound({ page, faults });
    await page.getByLabel('From').fill('21:30');
    await page.getByLabel('Sat', { exact: true }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('Saved. From now on warnings like these are mailed to you.'));

    const again = await browser.open('/account/mail', { cookie, viewport: desk, colorScheme: 'dark' });
    await expectShown(again.page.getByRole('checkbox', { name: 'Mail me each warning', checked: true }));
    expect(await again.page.getByLabel('Time zone').inputValue()).toBe('Europe/Athens');
    expect(await again.page.getByLabel('From').inputValue()).toBe('21:30');
    expect(await again.page.getByLabel('Sat', { exact: true }).isChecked()).toBe(false);
    expect(await again.page.getByLabel('Severity').inputValue()).toBe('severe');
    await expectSound(again);
    await again.page.getByLabel('Mail me each warning').uncheck();
    await again.page.getByRole('button', { name: 'Save' }).click();
    await expectShown(again.page.getByText('Saved. No warnings are mailed to you by your own choice.'));
  });
});
