import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { offered } from '../../console/src/languages/catalogues.ts';
import { expectShown, openBrowser, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { mailedLink, setUpCodes } from '../support/console-people.ts';
import { expectSoundInEveryLook } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

const invited = 'ida@amal.example';
const applicant = 'mira@courage.example';

/** Runs in the page: how wide it is, in the words that were set just now. */
const widthOnceDrawn = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.documentElement.scrollWidth)));
  });

describeWithChromium('the pages of signing in, of one’s account and of applying', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let window: TestWindow;
  let application: string;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], coordinator: 'Office' });
    browser = await openBrowser(`http://localhost:${network.server.port}`);
    window = await browser.window();
    await network.ask('Amal', 'POST /invitations', { body: { address: invited, role: 'responder' } });
    application = await apply();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  /** Sends an application and confirms it; answers its id. */
  async function apply(): Promise<string> {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const body = {
      organisation: 'Courage',
      kind: 'cso',
      legalForm: 'Registered association',
      countries: ['AT'],
      languages: ['de'],
      grounds: ['antisemitism'],
      trustedFlagger: { by: 'KommAustria', number: '4.560/24-001' },
      purpose: 'We see it first.',
      contact: { name: 'Mira', address: applicant },
    };
    await network.ask(null, 'POST /applications', { headers, body });
    const token = (await mailedLink(network, 'application', applicant)).split('token=')[1] ?? '';
    const confirmed = await network.ask(null, 'POST /applications/confirmation', { headers, body: { token } });
    return confirmed.body.id;
  }

  interface Visit {
    name: string;
    /** Whose session. */
    as?: string;
    strong?: boolean;
    path: () => string | Promise<string>;
    open?: (page: Page) => Promise<void>;
  }

  const visits: Visit[] = [
    {
      name: 'one’s account without a factor, codes being set up, and how to leave',
      as: 'Amal',
      path: async () => {
        await network.store.sql.query('DELETE FROM passkey');
        return '/account';
      },
      open: async (page) => {
        await page.getByText('Use an app that makes codes instead').click();
        await page.getByRole('button', { name: 'Set up codes' }).click();
        await expectShown(page.getByRole('img', { name: 'QR code' }));
        await page.getByRole('button', { name: /^Leave and erase me/ }).click();
        await page.getByRole('button', { name: 'Erase me', exact: true }).click();
        await expectShown(page.getByText('This is not the name.'));
      },
    },
    {
      name: 'recovery codes, to be kept',
      as: 'Bela',
      path: async () => {
        await network.store.sql.query('DELETE FROM totp; DELETE FROM recovery_code');
        return '/account';
      },
      open: async (page) => {
        await setUpCodes(page);
      },
    },
    {
      name: 'one’s account with a passkey, its name being changed',
      as: 'Amal',
      path: async () => {
        await network.store.sql.query(
          `INSERT INTO passkey (id, member_id, credential, public_key, counter, transports, name, created_at)
           VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, '', 0, '{}', 'Firefox on Linux', now())`,
          [network.network.of('Amal').owner.id],
        );
        return '/account';
      },
      open: (page) => page.getByRole('button', { name: 'Rename: Firefox on Linux' }).first().click(),
    },
    {
      name: 'a mailed link, somebody else being signed in',
      as: 'Bela',
      path: () => '/sign-in/link#token=none',
      open: (page) => expectShown(page.getByRole('heading', { name: 'Somebody is signed in here' })),
    },
    {
      name: 'a mailed link that is not valid',
      path: () => '/sign-in/link#token=none',
      open: async (page) => {
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expectShown(page.getByText('This link is unknown'));
      },
    },
    { name: 'an invitation', path: () => mailedLink(network, 'invitation', invited) },
    {
      name: 'signing out while the network is away',
      as: 'Bela',
      path: () => '/',
      open: async (page) => {
        await page.getByLabel('Signed in as Bela').click();
        await page.route('**/sessions/current', (route) => route.abort());
        await page.getByRole('button', { name: 'Sign out', exact: true }).click();
        await expectShown(page.getByText('you are still signed in on this device'));
      },
    },
    {
      name: 'the coordinator’s people, a factor being asked for first',
      as: 'Office',
      path: () => '/',
      open: (page) => expectShown(page.getByRole('heading', { name: 'Show that it is you' })),
    },
    {
      name: 'a factor being asked for over a page',
      as: 'Bela',
      path: () => '/organisation/people',
      open: async (page) => {
        await page.getByRole('button', { name: 'Invite somebody' }).click();
        await page.getByLabel('Mail address').fill('nour@bela.example');
        await page.getByRole('button', { name: 'Send the invitation' }).click();
        await expectShown(page.getByRole('dialog', { name: 'Show that it is you' }));
        await expectShown(page.getByRole('dialog').getByRole('button', { name: 'Not now' }));
      },
    },
    { name: 'an application as the applicant follows it', path: () => mailedLink(network, 'application', applicant) },
    {
      name: 'an application as the coordinator reads it, being admitted',
      as: 'Office',
      strong: true,
      path: () => `/network/applications/${application}`,
      open: (page) => page.getByRole('button', { name: 'Admit: Courage' }).click(),
    },
    { name: 'the audit trail of an owner', as: 'Amal', strong: true, path: () => '/audit' },
  ];

  test.each(visits)('$name: sound', async ({ as, strong = false, path, open }) => {
    const signedIn = as && (await signIn(network.store, network.network.of(as).owner, { strong }));
    const shown = await window.open(await path(), signedIn ? { cookie: signedIn.headers['cookie'] } : {});
    await expectShown(shown.page.getByRole('heading', { level: 1 }));
    await open?.(shown.page);
    await expectSoundInEveryLook(shown);
    await shown.page.close();
  });

  test.each(['/account', '/raise', '/organisation/people'])(
    'in no language is %s wider than the smallest phone',
    async (path) => {
      const { headers } = await signIn(network.store, network.network.of('Amal').owner, { strong: true });
      const { page } = await window.open(path, { cookie: headers['cookie'] });
      await page.setViewportSize({ width: 320, height: 640 });
      await expectShown(page.locator('main h2').first());
      for (const language of offered.filter((other) => other !== 'en')) {
        await page.locator('header select').selectOption(language, { force: true });
        await page.locator(`html[lang=${language}]`).waitFor();
        expect([language, await page.evaluate(widthOnceDrawn)]).toEqual([language, 320]);
      }
      await page.close();
    },
  );
});
