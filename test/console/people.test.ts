import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { desk, expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { writeWarning } from '../support/raise-form.ts';

/** Chromium's own authenticator in software, which always says yes (WebAuthn, over CDP). */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describeWithChromium('people in the console', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
    browser = await openBrowser(`http://localhost:${network.server.port}`);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  /** Where the link of the last mail of a kind to an address leads. */
  async function mailedLink(kind: 'sign-in' | 'invitation', address: string): Promise<string> {
    const { rows } = await network.store.sql.query<{ content: string }>(
      'SELECT content FROM delivery WHERE kind = $1 AND recipient = $2 ORDER BY created_at DESC LIMIT 1',
      [kind, address],
    );
    const { token } = JSON.parse(rows[0]?.content ?? '{}') as { token: string };
    return `${kind === 'sign-in' ? '/sign-in/link' : '/invitation'}#token=${token}`;
  }

  async function askForLink(page: Page, address: string): Promise<string> {
    await page.getByLabel('Mail address').fill(address);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await expectShown(page.getByText(`If ${address} belongs to a member`));
    // The mail's command was begun before the answer, and commands run one after another.
    await network.store.writer.run(async () => undefined);
    return mailedLink('sign-in', address);
  }

  test('a mailed link signs in by its button, once, and leaves nothing of itself in the address', async () => {
    const { owner } = network.network.of('Amal');
    const { page, faults } = await browser.open('/', { viewport: phone });
    const link = await askForLink(page, owner.address);
    await page.goto(link);
    await expectShown(page.getByRole('heading', { name: 'Sign in to Tocsin' }));
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Board' }));

    const again = await browser.open(link);
    await again.page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(again.page.getByText('This link was used already'));
    expect(faults).toEqual([]);
  });

  test('somebody is invited, adds a passkey, and signs in with it; another browser’s session ends from here', async () => {
    const address = 'ida@amal.example';
    await network.ask('Amal', 'POST /invitations', { body: { address, role: 'responder' } });
    const { page, faults } = await browser.open('/', { viewport: desk });
    await giveAuthenticator(page);
    await page.goto(await mailedLink('invitation', address));
    await expectShown(page.getByRole('heading', { name: 'Join Amal' }));
    await page.getByLabel('Your name').fill('Ida Berg');
    await page.getByRole('button', { name: 'Accept and sign in' }).click();
    await expectShown(page.getByText('Your account has no passkey'));
    await page.getByLabel('Name of the passkey').fill('Laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('button', { name: 'Remove the passkey Laptop' }));

    const other = await browser.open('/');
    await other.page.goto(await askForLink(other.page, address));
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(other.page.getByText('Live', { exact: true }));
    await page.reload();
    await page.getByRole('button', { name: 'Sign out everywhere but here' }).click();
    await expectShown(other.page.getByText('Your session or key is not valid any more'));

    await page.getByLabel('Signed in as Amal').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expectShown(page.getByRole('heading', { name: 'Your account' }));
    expect(faults).toEqual([]);
  });

  test('raising asks for a code in the middle, keeps all that was typed, and goes on', async () => {
    const address = 'noor@amal.example';
    await network.ask('Amal', 'POST /invitations', { body: { address, role: 'responder' } });
    const { page, faults } = await browser.open('/');
    await page.goto(await mailedLink('invitation', address));
    await page.getByLabel('Your name').fill('Noor');
    await page.getByRole('button', { name: 'Accept and sign in' }).click();
    await page.getByText('Use an app that makes codes instead').click();
    await page.getByRole('button', { name: 'Set up codes' }).click();
    const secret = Secret.fromBase32((await page.locator('code').first().textContent()) ?? '');
    const code = (steps: number): string => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
    await page.getByLabel('Code of your app, six digits').fill(code(0));
    await page.getByRole('button', { name: 'Confirm the code' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();

    const other = await browser.open('/', { viewport: phone });
    await other.page.goto(await askForLink(other.page, address));
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(other.page.getByRole('heading', { name: 'Board' }));
    await other.page.goto('/raise');
    await writeWarning(other.page, 'March through the quarter');
    await other.page.getByRole('button', { name: 'Raise the warning' }).click();
    const dialog = other.page.getByRole('dialog', { name: 'Show that it is you' });
    await dialog.getByLabel('Code of your app, six digits').fill('000000');
    await dialog.getByRole('button', { name: 'Use this code' }).first().click();
    await expectShown(dialog.getByText('This code is wrong'));
    await dialog.getByLabel('Code of your app, six digits').fill(code(1));
    await dialog.getByRole('button', { name: 'Use this code' }).first().click();
    await expectShown(other.page.getByRole('heading', { name: 'March through the quarter' }));
    const { body } = await network.ask('Amal', 'GET /warnings');
    expect(body.data.map(({ headline }: { headline: string }) => headline)).toEqual(['March through the quarter']);
    expect(faults).toEqual([]);
  });

  test('the coordinator’s people show a strong factor before anything else', async () => {
    const { owner } = network.network.of('Hub');
    const { page } = await browser.open('/');
    await giveAuthenticator(page);
    await page.goto(await askForLink(page, owner.address));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Show that it is you' }));
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
  });
});
