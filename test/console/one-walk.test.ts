import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page, WebSocket } from 'playwright-core';
import { desk, expectShown, openBrowser, phone, type ConsolePage, type TestBrowser } from '../support/browser.ts';
import {
  accept,
  askForLink,
  enterByProvider,
  giveAuthenticator,
  setUpCodes,
  type App,
} from '../support/console-people.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { mailedUrl, startTestMail, type TestMail } from '../support/mail-server.ts';
import { startNameServer, type NameServer } from '../support/name-server.ts';
import { describeWithChromium } from '../support/needs.ts';
import { freePort } from '../support/ports.ts';
import { writeWarning } from '../support/raise-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

const ida = 'ida@courage.example';
const noor = 'noor@courage.example';
const headline = 'March through the quarter';

// One story: each test goes on where the one before it ended, in the same three windows.
describeWithChromium('two people and an administrator, from the application to the removal', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let provider: IdentityProvider;
  let names: NameServer;
  let mail: TestMail;
  let workers: TestWorkers;
  let windows: { administrator: ConsolePage; ida: ConsolePage; noor: ConsolePage };
  let noorsApp: App;
  /** The newest: what a page had open goes with the page. */
  let noorsSocket: WebSocket | undefined;

  beforeAll(async () => {
    names = await startNameServer();
    const port = await freePort();
    const url = `http://localhost:${port}`;
    network = await startTestServer(
      { platforms: ['Agora'], coordinator: 'Hub' },
      { PORT: String(port), TOCSIN_DNS_SERVERS: names.address },
    );
    provider = await startIdentityProvider(`${url}/sign-in/single-sign-on/callback`, { email: noor });
    mail = await startTestMail();
    const { databaseUrl } = network.store;
    workers = await startTestWorkers({ databaseUrl, smtpUrl: mail.url, env: { TOCSIN_PUBLIC_URL: url } });
    browser = await openBrowser(url);
    windows = {
      administrator: await browser.open('/', { viewport: desk }),
      ida: await browser.open('/apply', { viewport: phone }),
      noor: await browser.open('/', { viewport: desk }),
    };
    windows.noor.page.on('websocket', (socket) => (noorsSocket = socket));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await workers.close();
    await mail.close();
    await provider.close();
    await network.close();
    names.close();
  });

  test('an organisation applies on a phone, and confirms it by the mailed link', async () => {
    const { page } = windows.ida;
    await page.getByLabel('Name of the organisation').fill('Courage');
    await page.getByRole('button', { name: 'Send the application' }).click();
    await expectShown(page.getByRole('alert').getByRole('link', { name: 'legal form' }));
    expect(await page.locator('#field-contact-address-error').count()).toBe(1);
    await page.getByLabel('Legal form').fill('Registered association');
    await page.getByRole('combobox', { name: 'Countries you work in' }).fill('Austr');
    await page.getByRole('option', { name: 'Austria' }).click();
    await page.getByRole('combobox', { name: 'Languages you work in' }).fill('Germ');
    await page.getByRole('option', { name: 'German', exact: true }).click();
    await page.getByLabel('We are a trusted flagger').check();
    await page.getByLabel('By which Digital Services Coordinator').fill('KommAustria');
    await page.getByLabel('Why do you want to join?').fill('We see it first.');
    await page.getByLabel('Your name').fill('Ida Berg');
    await page.getByLabel('Your mail address').fill(ida);
    await page.getByRole('button', { name: 'Send the application' }).click();
    await expectShown(page.getByRole('heading', { name: 'Look into your mail' }));

    await page.goto(await mailedUrl(mail, ida, /^Confirm your application/));
    await page.getByRole('button', { name: 'Confirm, and send the application' }).click();
    await expectShown(page.getByText('The coordinator reads it.'));
    expect(page.url()).toBe(`http://localhost:${network.server.port}/application`);
  });

  test('the administrator signs in by link and first passkey, and asks the applicant back', async () => {
    const { page } = windows.administrator;
    const { address } = network.network.of('Hub').owner;
    await giveAuthenticator(page);
    await askForLink(network, page, address);
    await page.goto(await mailedUrl(mail, address, /^Sign in/));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Show that it is you' }));
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));

    await page.goto(await mailedUrl(mail, address, /^Courage asks to join/));
    await expectShown(page.getByText('KommAustria'));
    await page.getByRole('button', { name: 'Ask back: Courage' }).click();
    await page.getByLabel('What do you want to know?').fill('Who are your members?');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await expectShown(page.getByText('Asked back', { exact: true }));
  });

  test('the applicant answers and is admitted; the audit trail says so', async () => {
    const { page: applicant } = windows.ida;
    // In the same tab: only what stands behind the `#` is another.
    await applicant.goto(await mailedUrl(mail, ida, /^A question about your application/));
    await expectShown(applicant.getByText('Who are your members?'));
    await applicant.getByLabel('Your answer').fill('Four associations.');
    await applicant.getByRole('button', { name: 'Send the answer' }).click();
    await expectShown(applicant.getByText('Four associations.'));

    const { page } = windows.administrator;
    await page.reload();
    await expectShown(page.getByText('Four associations.'));
    await page.getByRole('button', { name: 'Admit: Courage' }).click();
    await page.getByLabel('Clearance').selectOption('TLP:GREEN');
    await page.getByRole('button', { name: 'Admit the organisation' }).click();
    await expectShown(page.getByText('Admitted', { exact: true }));

    await page.getByRole('link', { name: 'Organisation', exact: true }).click();
    await page.getByRole('link', { name: 'Audit' }).click();
    await expectShown(page.getByText('admitted an applicant').first());
    await expectShown(page.locator('[data-type="session.began"]').first());
    await page.getByLabel('What').selectOption({ label: 'Applications' });
    await expectShown(page.getByText('asked an applicant back').first());
    await page.locator('[data-type="session.began"]').first().waitFor({ state: 'detached' });
  });

  test('whoever applied is invited as owner, joins and adds a passkey', async () => {
    const { page } = windows.ida;
    await giveAuthenticator(page);
    await accept(page, await mailedUrl(mail, ida, /^Join Courage/), 'Ida Berg');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('button', { name: /^Remove the passkey/ }));
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expectShown(page.getByRole('heading', { name: 'Your account' }));
  });

  test('the owner sets single sign-on up for their domain, and invites a colleague', async () => {
    const { page } = windows.ida;
    await page.goto('/organisation/single-sign-on');
    await page.getByRole('button', { name: 'Add a domain' }).click();
    await page.getByRole('textbox', { name: 'Domain' }).fill('courage.example');
    await page.getByRole('button', { name: 'Add the domain' }).click();
    await expectShown(page.getByText('Not proven yet'));
    const domain = page.getByRole('listitem').filter({ hasText: 'courage.example' });
    const [name, value] = await domain.locator('code').allInnerTexts();
    names.txt.set(name ?? '', value ?? '');
    await page.getByRole('button', { name: 'Look it up now: courage.example' }).click();
    await expectShown(page.getByText('Proven', { exact: true }).first());
    await page.getByRole('button', { name: 'Set the provider' }).click();
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByLabel('Client ID').fill(provider.clientId);
    await page.getByLabel('Client secret').fill(provider.clientSecret);
    await page.getByRole('button', { name: 'Check and save' }).click();
    await expectShown(page.getByText('The provider, mailed links and passkeys'));

    await page.goto('/organisation/people');
    await expectShown(page.getByText('The last owner: an organisation keeps one.'));
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Mail address').fill(noor);
    await page.getByLabel('Role').selectOption({ label: 'Responder' });
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expectShown(page.getByRole('list', { name: 'Invited' }).getByText(noor));
  });

  test('the colleague accepts, signs in by the provider, and sets up the codes of an app', async () => {
    const { page } = windows.noor;
    await accept(page, await mailedUrl(mail, noor, /^Join Courage/), 'Noor');
    await signOut(page);
    await enterByProvider(page, noor);
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await page.goto('/account');
    noorsApp = await setUpCodes(page);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await signOut(page);
  });

  test('a warning is raised, a code asked for in the middle of it, and nothing of it is lost', async () => {
    const { page: board } = windows.administrator;
    await board.goto('/');
    await expectShown(board.getByText('Live', { exact: true }));

    const { page } = windows.noor;
    await page.goto('/');
    await enterByProvider(page, noor);
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await page.goto('/raise');
    await writeWarning(page, headline);
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
    await dialog.getByLabel('Code of your app, six digits').fill(noorsApp(1));
    await dialog.getByRole('button', { name: 'Use this code' }).first().click();
    await expectShown(page.getByRole('heading', { name: headline }));
    await expectShown(page.getByText('Two groups call for a march on the shelter tonight.'));
    await expectShown(page.getByText('Live', { exact: true }));
    await expectShown(board.getByText(headline));
    const { body } = await network.ask('Agora', 'GET /warnings');
    expect(body.data.map((warning: { headline: string }) => warning.headline)).toEqual([headline]);
  });

  test('whoever is removed is cut off within a second, is told so, and does not get in again', async () => {
    const { page } = windows.ida;
    const removed = windows.noor.page;
    expect(await statusOfOwn(removed)).toBe(200);
    expect(noorsSocket?.isClosed()).toBe(false);

    await page.reload();
    await page.getByRole('button', { name: 'Remove: Noor' }).click();
    const answered = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await page.getByRole('button', { name: 'Remove them' }).click();
    expect((await answered).ok()).toBe(true);
    await until(() => noorsSocket?.isClosed(), { timeout: 1_000, what: 'the end of the socket' });
    expect(await statusOfOwn(removed)).toBe(401);
    await expectShown(removed.getByText('Your session or key is not valid any more'));
    expect(await mailedUrl(mail, noor, /^You are no longer a member of Courage/)).not.toBe('');
    await enterByProvider(removed, noor);
    await expectShown(removed.getByText('no member here'));

    // What was raised stays the organisation's, and the others go on as before.
    await page.goto('/');
    await expectShown(page.getByText(headline));
    await expectShown(windows.administrator.page.getByText('Live', { exact: true }));
  });

  test('nothing went wrong in any of the windows', () => {
    expect(Object.values(windows).flatMap(({ faults }) => faults)).toEqual([]);
  });
});

async function signOut(page: Page): Promise<void> {
  await page.getByLabel('Signed in as Courage').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expectShown(page.getByRole('heading', { name: 'Sign in' }));
}

/** What the network answers to a page that asks who it is. */
function statusOfOwn(page: Page): Promise<number> {
  return page.evaluate(async () => (await fetch('/api/v1/me')).status);
}
