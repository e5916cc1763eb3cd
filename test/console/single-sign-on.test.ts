import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addMember } from '../../core/store/commands/member.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { enterByProvider } from '../support/console-people.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startNameServer, type NameServer } from '../support/name-server.ts';
import { startTestMail, type TestMail } from '../support/mail-server.ts';
import { describeWithChromium } from '../support/needs.ts';
import { freePort } from '../support/ports.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

const address = 'mira@amal.example';

describeWithChromium('signing in by an organisation’s own identity provider', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let provider: IdentityProvider;
  let names: NameServer;
  let mail: TestMail;
  let workers: TestWorkers;
  let ownerCookie: string;

  beforeAll(async () => {
    names = await startNameServer();
    const port = await freePort();
    const url = `http://localhost:${port}`;
    network = await startTestServer({ csos: ['Amal'] }, { PORT: String(port), TOCSIN_DNS_SERVERS: names.address });
    provider = await startIdentityProvider(`${url}/sign-in/single-sign-on/callback`, { email: address });
    mail = await startTestMail();
    workers = await startTestWorkers({ databaseUrl: network.store.databaseUrl, smtpUrl: mail.url });
    browser = await openBrowser(url);
    const { owner, organisation } = network.network.of('Amal');
    await network.store.writer.run(
      addMember({ organisationId: organisation.id, name: 'Mira', address, role: 'responder' }),
    );
    ownerCookie = (await signIn(network.store, owner)).headers['cookie'] ?? '';
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await workers.close();
    await mail.close();
    await provider.close();
    await network.close();
    names.close();
  });

  test('an owner proves a domain, sets the provider and makes it the only way in', async () => {
    const { page, faults } = await browser.open('/organisation/single-sign-on', {
      cookie: ownerCookie,
      viewport: phone,
    });
    await page.getByRole('button', { name: 'Add a domain' }).click();
    await page.getByRole('textbox', { name: 'Domain' }).fill('amal');
    await page.getByRole('button', { name: 'Add the domain' }).click();
    await expectShown(page.getByText('Write a domain, e.g. example.org.').first());
    await page.getByRole('textbox', { name: 'Domain' }).fill('amal.example');
    await page.getByRole('button', { name: 'Add the domain' }).click();
    await expectShown(page.getByText('Not proven yet'));
    const [name, value] = await page
      .getByRole('listitem')
      .filter({ hasText: 'amal.example' })
      .locator('code')
      .allInnerTexts();
    await page.getByRole('button', { name: 'Look it up now: amal.example' }).click();
    await expectShown(page.getByText('There is no TXT record'));
    names.txt.set(name ?? '', value ?? '');
    await page.getByRole('button', { name: 'Look it up now: amal.example' }).click();
    await expectShown(page.getByText('Proven', { exact: true }).first());

    await page.getByRole('button', { name: 'Set the provider' }).click();
    await page.getByLabel('Issuer').fill('http://localhost:1');
    await page.getByLabel('Client ID').fill(provider.clientId);
    await page.getByRole('button', { name: 'Check and save' }).click();
    await expectShown(page.getByRole('alert').filter({ hasText: 'Client secret' }));
    await page.getByLabel('Client secret').fill(provider.clientSecret);
    await page.getByRole('button', { name: 'Check and save' }).click();
    await expectShown(page.getByText('does not answer as an OpenID Connect provider'));
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByRole('button', { name: 'Check and save' }).click();
    await expectShown(page.getByText('The provider, mailed links and passkeys'));

    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Members sign in by the provider alone').check();
    await page.getByRole('button', { name: 'Check and save' }).click();
    await expectShown(page.getByText('The provider alone, owners excepted'));
    expect(await page.content()).not.toContain(provider.clientSecret);
    expect(faults).toEqual([]);
  });

  test('somebody is sent there and back, and is at the board, live, also after a reload', async () => {
    const { page, faults } = await browser.open('/', { viewport: phone });
    await enterByProvider(page, address);
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    expect(page.url()).not.toContain('code=');
    expect(faults).toEqual([]);
  });

  test('who asks for a link there gets a mail that says what the way in is', async () => {
    const { page } = await browser.open('/');
    await page.getByLabel('Mail address').fill(address);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await expectShown(page.getByText(`If ${address} belongs to a member`));
    const { text } = await until(() => mail.to(address)[0], { what: `a mail to ${address}` });
    expect(text).toContain('Single sign-on (SSO)');
  });

  test('whoever the provider does not vouch for is told why, and what to do', async () => {
    provider.account = { email: 'nobody@amal.example' };
    const { page } = await browser.open('/');
    await enterByProvider(page, address);
    await expectShown(page.getByText('no member here'));
    await page.getByRole('link', { name: 'Back to sign in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
  });

  test('an owner takes domain and provider away again', async () => {
    const { page, faults } = await browser.open('/organisation/single-sign-on', { cookie: ownerCookie });
    await page.getByRole('button', { name: `Remove: ${provider.issuer}` }).click();
    await page.getByRole('button', { name: 'Remove the provider' }).click();
    await expectShown(page.getByText('No provider is set.'));
    await page.getByRole('button', { name: 'Remove: amal.example' }).click();
    await page.getByRole('button', { name: 'Remove the domain' }).click();
    await expectShown(page.getByText('No domain yet.'));
    expect(faults).toEqual([]);
  });
});
