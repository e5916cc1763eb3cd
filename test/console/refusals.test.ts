import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';

const nobodys = '018f0000-0000-7000-8000-000000000000';

describeWithChromium('what the network refuses', () => {
  let network: TestServer;
  let browser: TestBrowser;
  const token = (name: string): string => network.network.of(name).token;
  const german = (name: string) => ({ token: token(name), locale: 'de-DE', viewport: phone });

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('is said in the reader’s language with what can be done, the network’s own words marked as English', async () => {
    const { page, faults } = await browser.open(`/warnings/${nobodys}/revise`, german('Agora'));
    const alert = page.getByRole('alert');
    await expectShown(alert.getByText('Hier ist nichts für Sie'));
    await expectShown(alert.getByText('Vielleicht wurde es entfernt'));
    const said = alert.locator('[lang="en"]');
    expect(await said.allInnerTexts()).toEqual(['There is no such warning, or it is not for you.']);
    expect(faults).toEqual([]);
  });

  test('is said in English once, as the network says it', async () => {
    const { page } = await browser.open(`/warnings/${nobodys}/revise`, { token: token('Agora') });
    const alert = page.getByRole('alert');
    await expectShown(alert.getByText('There is nothing here for you'));
    expect((await alert.innerText()).split(/\n+/)).toEqual([
      'There is nothing here for you',
      'There is no such warning, or it is not for you.',
    ]);
  });

  test('changes its language with the page', async () => {
    const { page } = await browser.open(`/warnings/${nobodys}/revise`, german('Agora'));
    await expectShown(page.getByText('Hier ist nichts für Sie'));
    await page.getByLabel('Angemeldet als Agora').click();
    await page.getByRole('banner').getByLabel('Sprache').selectOption({ label: 'polski' });
    await expectShown(page.getByText('Nie ma tu nic dla Ciebie'));
  });

  test('stands at its field in the reader’s language, whether the form finds it or the network', async () => {
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'To be revised' }) });
    const { page, faults } = await browser.open(`/warnings/${body.id}/revise`, german('Amal'));
    await page.getByLabel('Überschrift').first().fill(' ');
    await page.getByRole('button', { name: 'Änderung veröffentlichen' }).click();
    await expectShown(page.locator('#field-headline-error', { hasText: 'Da stehen nur Leerzeichen.' }));
    await page.getByLabel('Überschrift').first().fill('Revised');
    await page.getByLabel('Bis').fill('2020-01-01T10:00');
    await page.getByRole('button', { name: 'Änderung veröffentlichen' }).click();
    const words = 'Eine Warnung endet in der Zukunft; dieser Zeitpunkt ist vorbei.';
    await expectShown(page.locator('#field-expires-error', { hasText: words }));
    await expectShown(page.getByRole('alert').filter({ hasText: `Ende: ${words}` }));
    expect(faults).toEqual([]);
  });

  test('names the member that it is about where there is no field for it', async () => {
    const { page } = await browser.open('/', { locale: 'de-DE', viewport: phone });
    await page.getByLabel('Mailadresse').fill('nobody');
    await page.getByRole('button', { name: 'Link per Mail senden' }).click();
    await expectShown(page.getByRole('alert').getByText('Mailadresse: Das ist keine Mailadresse.'));
  });

  test('is said in English where its words cannot be loaded', async () => {
    const { headers } = await signIn(network.store, network.network.of('Agora').owner);
    const { page } = await browser.open('/account', { cookie: headers['cookie'], locale: 'de-DE' });
    await expectShown(page.getByRole('heading', { name: 'Ihr Konto' }));
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.getByLabel('Name', { exact: true }).fill(' ');
    await page.getByRole('button', { name: 'Speichern' }).first().click();
    await expectShown(page.getByRole('alert').locator('[lang="en"]', { hasText: 'The request is not as' }));
  });

  test('says why in the reader’s language where the catalogues know it, and nothing in English beside', async () => {
    const link = `/sign-in/link#token=${'0'.repeat(40)}`;
    const { page } = await browser.open(link, { locale: 'de-DE', viewport: phone });
    await page.getByRole('button', { name: 'Anmelden' }).click();
    const alert = page.getByRole('alert');
    await expectShown(alert.getByText('Dieser Link ist unbekannt oder nicht vollständig.'));
    await expectShown(alert.getByText('Dafür braucht es eine gültige Anmeldung'));
    expect(await alert.locator('[lang="en"]').count()).toBe(0);
  });
});
