import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember } from '../../core/store/commands/member.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startNameServer, type NameServer } from '../support/name-server.ts';
import { describeWithChromium } from '../support/needs.ts';
import { freePort } from '../support/ports.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

const address = 'mira@amal.example';

describeWithChromium('signing in by an organisation’s own identity provider', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let provider: IdentityProvider;
  let names: NameServer;

  beforeAll(async () => {
    names = await startNameServer();
    const port = await freePort();
    const url = `http://localhost:${port}`;
    network = await startTestServer({ csos: ['Amal'] }, { PORT: String(port), TOCSIN_DNS_SERVERS: names.address });
    provider = await startIdentityProvider(`${url}/sign-in/single-sign-on/callback`, { email: address });
    browser = await openBrowser(url);
    const { owner, organisation } = network.network.of('Amal');
    await network.store.writer.run(
      addMember({ organisationId: organisation.id, name: 'Mira', address, role: 'responder' }),
    );
    const { headers } = await signIn(network.store, owner);
    const { issuer, clientId, clientSecret } = provider;
    const body = { issuer, clientId, clientSecret, enforced: true };
    expect((await network.ask(null, 'PUT /organisation/single-sign-on', { headers, body })).status).toBe(200);
    const claim = { headers, body: { name: 'amal.example' } };
    const { body: domain } = await network.ask(null, 'POST /organisation/domains', claim);
    names.txt.set(domain.record.name, domain.record.value);
    const proven = await network.ask(null, `POST /organisation/domains/${domain.id}/verification`, { headers });
    expect(proven.status).toBe(200);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await provider.close();
    await network.close();
    names.close();
  });

  test('somebody is sent there and back, and is at the board, live, also after a reload', async () => {
    const { page, faults } = await browser.open('/', { viewport: phone });
    await page.getByLabel('Mail address').fill(address);
    await page.getByRole('button', { name: 'Single sign-on (SSO)' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    expect(page.url()).not.toContain('code=');
    expect(faults).toEqual([]);
  });

  test('whoever the provider does not vouch for is told why, and what to do', async () => {
    provider.account = { email: 'nobody@amal.example' };
    const { page } = await browser.open('/');
    await page.getByLabel('Mail address').fill(address);
    await page.getByRole('button', { name: 'Single sign-on (SSO)' }).click();
    await expectShown(page.getByText('no member here'));
    await page.getByRole('link', { name: 'Back to sign in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
  });
});
