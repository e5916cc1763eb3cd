import type { Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { expectShown } from './browser.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/**
 * Chromium's own authenticator in software, which always says yes (WebAuthn, over CDP). Of what it `fillsIn` it picks the first by
 * itself, as soon as it is offered; otherwise the browser is one that offers no passkeys there.
 */
export async function giveAuthenticator(page: Page, { fillsIn = false } = {}): Promise<void> {
  if (!fillsIn) {
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
  }
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

/** Where the links of mails lead. */
const pages = { 'sign-in': '/sign-in/link', invitation: '/invitation', application: '/application' } as const;
type Mail = keyof typeof pages;

/** Where the link of the last mail of a kind to an address leads, be it sent or not; waits for one that is not `before`. */
export function mailedLink(network: TestServer, kind: Mail, address: string, before?: string): Promise<string> {
  return until(async () => {
    const link = await lastLink(network, kind, address);
    return link === before ? undefined : link;
  });
}

async function lastLink({ store }: TestServer, kind: Mail, address: string): Promise<string | undefined> {
  const { rows } = await store.sql.query<{ content: string }>(
    'SELECT content FROM delivery WHERE kind = $1 AND recipient = $2 ORDER BY created_at DESC LIMIT 1',
    [kind, address],
  );
  if (!rows[0]) return undefined;
  const { token } = JSON.parse(rows[0].content) as { token: string };
  return `${pages[kind]}#token=${token}`;
}

/** Asks for a link on the sign-in page that is open, and answers where it leads. */
export async function askForLink(network: TestServer, page: Page, address: string): Promise<string> {
  const before = await lastLink(network, 'sign-in', address);
  await page.getByLabel('Mail address').fill(address);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expectShown(page.getByText(`If ${address} belongs to a member`));
  // It is answered before it is looked whose address this is.
  return mailedLink(network, 'sign-in', address, before);
}

/** Signs in by a mailed link, from the sign-in page that is open. */
export async function enterByLink(network: TestServer, page: Page, address: string): Promise<void> {
  await page.goto(await askForLink(network, page, address));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Follows the link of an invitation, up to one's own account. */
export async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await expectShown(page.getByRole('heading', { name: 'Your account' }));
}

/** Follows the invitation that was written last to an address, be it sent or not. */
export async function join(network: TestServer, page: Page, address: string, name: string): Promise<void> {
  await accept(page, await mailedLink(network, 'invitation', address), name);
}

/** Signs in by the provider of the organisation, from the sign-in page that is open. */
export async function enterByProvider(page: Page, address: string): Promise<void> {
  await page.getByLabel('Mail address').fill(address);
  await page.getByRole('button', { name: 'Single sign-on (SSO)' }).click();
}

/** An authenticator app: what it shows now, or some steps of 30 s from now. */
export type App = (steps: number) => string;

/** Sets up codes where they are offered; the recovery codes are on the screen then. */
export async function setUpCodes(page: Page): Promise<App> {
  await page.getByText('Use an app that makes codes instead').click();
  await page.getByRole('button', { name: 'Set up codes' }).click();
  const secret = Secret.fromBase32((await page.locator('[data-totp]').textContent()) ?? '');
  const app: App = (steps) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
  await page.getByLabel('Code of your app, six digits').fill(app(0));
  await page.getByRole('button', { name: 'Confirm the code' }).click();
  await expectShown(page.getByRole('dialog', { name: 'Your recovery codes' }));
  return app;
}
