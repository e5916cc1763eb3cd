import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addMember } from '../../core/store/commands/member.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { suppress } from '../../core/store/commands/suppression.ts';
import { openSubscriberLinks } from '../../core/store/subscriber-links.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { expectSoundInEveryLook } from '../support/looks.ts';
import { mailed } from '../support/ledger.ts';
import { mailedToken, startTestMail, type TestMail } from '../support/mail-server.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

describeWithChromium('warnings by mail', () => {
  let network: TestServer;
  let mail: TestMail;
  let workers: TestWorkers;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
    mail = await startTestMail();
    workers = await startTestWorkers({
      databaseUrl: network.store.databaseUrl,
      smtpUrl: mail.url,
      env: { TOCSIN_PUBLIC_URL: network.server.url },
    });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await workers.close();
    await mail.close();
    await network.close();
  });

  /** Asks on the page that is open, and answers the link that is mailed. */
  async function askFor(page: Page, address: string, subject: RegExp): Promise<string> {
    await page.getByLabel('Your mail address').fill(address);
    await page.getByRole('button', { name: 'Ask for warnings by mail' }).click();
    await expectShown(page.getByText(`A mail is on its way to ${address}`));
    return mailedToken(mail, address, subject);
  }

  const confirmation = /^Confirm that you want warnings by mail/;

  /** Subscribes over the API and the mail; answers the token of the page of preferences. */
  async function subscribed(address: string): Promise<string> {
    const wishes = { rhythm: { type: 'weekly', day: 'fri', hour: 7 }, timeZone: 'Europe/Athens', language: 'en' };
    await network.ask(null, 'POST /mail-subscribers', { body: { address, ...wishes } });
    const token = await mailedToken(mail, address, confirmation);
    const { body } = await network.ask(null, 'POST /mail-subscribers/confirmation', { body: { token } });
    return body.token as string;
  }

  test('somebody asks from the sign-in page, confirms by the mail, changes what they get, pauses, goes on and ends it', async () => {
    const address = 'ida@reader.example';
    const { page, faults } = await browser.open('/', { viewport: phone, timezoneId: 'Europe/Berlin' });
    await page.getByRole('link', { name: 'Warnings by mail, without an account' }).click();
    await expectShown(page.getByRole('heading', { name: 'Warnings by mail' }));
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    await page.getByRole('button', { name: 'Ask for warnings by mail' }).click();
    await expectShown(page.getByRole('alert').getByText('mail address'));
    const token = await askFor(page, address, confirmation);

    await page.goto(`/mail/confirm#token=${encodeURIComponent(token)}`);
    await expectShown(page.getByRole('heading', { name: 'Confirm your address' }));
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await expectShown(page.getByText('Confirmed. From here on mail comes to you.'));
    await expectShown(page.getByText('You get a digest a day, at 08:00 (Europe/Berlin)'));

    await page.getByRole('button', { name: 'Change what you get' }).click();
    await page.getByText('Weekly', { exact: true }).click();
    await page.getByLabel('Day', { exact: true }).selectOption('Thursday');
    await page.getByLabel('Hour').selectOption('18:00');
    await page.getByLabel('Severity').selectOption('Severe and above');
    await page.getByLabel('Language of the mails').selectOption('el');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('You get a digest a week, Thursday at 18:00 (Europe/Berlin)'));
    await expectShown(page.getByText('Severe and above'));

    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByLabel('For how long').selectOption('30 days');
    await page.getByRole('button', { name: 'Pause the mails' }).click();
    await expectShown(page.getByText(/^Paused until/));
    await page.getByRole('button', { name: 'Go on now' }).click();
    await expectShown(page.getByText('The mails go on.'));
    await page.getByText(/^Paused until/).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: `End the mails: ${address}` }).click();
    await page.getByRole('button', { name: 'Erase my address' }).click();
    await expectShown(page.getByText('The mails have ended.'));
    const { rows } = await network.store.sql.query('SELECT 1 FROM mail_subscriber WHERE address = $1', [address]);
    expect(rows).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('opening the link of a mail confirms nothing; the page is answered the same for a known address, who is mailed a link', async () => {
    const address = 'noa@reader.example';
    const { page } = await browser.open('/mail');
    const token = await askFor(page, address, confirmation);
    await page.goto(`/mail/confirm#token=${encodeURIComponent(token)}`);
    const button = page.getByRole('button', { name: 'Confirm the address' });
    await expectShown(button);
    const confirmed = 'SELECT confirmed_at FROM mail_subscriber WHERE address = $1';
    expect((await network.store.sql.query(confirmed, [address])).rows).toEqual([{ confirmed_at: null }]);
    await button.focus();
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Confirmed.'));
    await page.goto('/mail');
    const preferences = await askFor(page, address, /^Your warnings by mail/);
    await page.goto(`/mail/preferences#token=${encodeURIComponent(preferences)}`);
    await expectShown(page.getByText(address));
  });

  test('a link that is not known says where to get a new one', async () => {
    const { page } = await browser.open('/mail/preferences#token=unknown');
    await expectShown(page.getByText('This link is unknown, too old, or its mails have ended.'));
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await expectShown(page.getByRole('heading', { name: 'Warnings by mail' }));
  });

  test('after the one click of a mail program the page says that the mails have ended', async () => {
    const address = 'uma@reader.example';
    const token = await subscribed(address);
    const { rows } = await network.store.sql.query<{ id: string }>(
      'SELECT id FROM mail_subscriber WHERE address = $1',
      [address],
    );
    const oneClick = openSubscriberLinks(network.store.network).unsubscribe(rows[0]?.id ?? '');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(`${network.server.url}/mail/unsubscribe/${oneClick}`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    const { page } = await browser.open(`/mail/preferences#token=${encodeURIComponent(token)}`);
    await expectShown(page.getByText('its mails have ended'));
  });

  test('a manager vouches for an address, whose reader sees that TLP:GREEN comes too, and withdraws it', async () => {
    const address = 'ora@reader.example';
    const token = await subscribed(address);
    const { headers } = await signIn(network.store, network.network.of('Amal').owner);
    const { page, faults } = await browser.open('/organisation/mail', { cookie: headers['cookie'] ?? '' });
    await page.getByRole('button', { name: 'Vouch for an address' }).click();
    await page.getByLabel('Mail address').fill(address);
    await page.getByRole('button', { name: 'Vouch for it' }).click();
    await expectShown(page.getByRole('heading', { name: address }));
    const reader = await browser.open(`/mail/preferences#token=${encodeURIComponent(token)}`);
    await expectShown(reader.page.getByText('A member organisation vouches for you.'));
    await page.getByRole('button', { name: `Withdraw: ${address}` }).click();
    await page.getByRole('button', { name: 'Vouch no longer' }).click();
    await expectShown(page.getByText('You vouch for nobody.'));
    expect(faults).toEqual([]);
  });

  describe('what became of the mails to an organisation', () => {
    let cookie: string;
    const heading = 'Mail comes back from here';

    beforeAll(async () => {
      const { store } = network;
      const { owner, organisation } = network.network.of('Agora');
      cookie = (await signIn(store, owner)).headers['cookie'] ?? '';
      const sent = { organisationId: organisation.id, name: 'Bo Nilsson', role: 'responder' } as const;
      const bo = await store.writer.run(addMember({ ...sent, address: 'bo.nilsson@trust-and-safety.agora.example' }));
      const warning = await store.writer.run(raiseWarning(network.network.of('Amal').caller, aRaise()));
      const answer = `550 5.1.1 <${bo.address}>: Recipient address rejected: User unknown in virtual mailbox table`;
      await mailed(store, bo, { state: 'bounced', warning: warning.snapshot.id, answer });
      await mailed(store, owner, { kind: 'escalation', warning: warning.snapshot.id });
      await mailed(store, owner, { kind: 'sign-in', state: 'pending', answer: '450 4.2.0 Greylisted' });
      await store.writer.run((unit) => suppress(unit, bo.address, { reason: 'no-mailbox', answer }));
    });

    test('looks well', async () => {
      const shown = await browser.open('/organisation/deliveries', { cookie });
      await expectShown(shown.page.getByRole('row', { name: /Bo Nilsson/ }));
      await expectShown(shown.page.getByRole('heading', { name: heading }));
      await expectSoundInEveryLook(shown);
    });

    test('a manager looks for those that came back, and has an address mailed again', async () => {
      const { page, faults } = await browser.open('/organisation/people', { cookie });
      await expectShown(page.getByRole('heading', { name: heading }));
      await page.getByRole('link', { name: 'Mail sent' }).click();
      await page.getByLabel('What became of it').selectOption('Came back');
      await page.getByRole('row', { name: /Link to sign in/ }).waitFor({ state: 'detached' });
      await expectShown(page.getByRole('row', { name: /Warning.*Bo Nilsson.*Came back.*User unknown/ }));
      await page.getByLabel('What became of it').selectOption('Failed');
      await expectShown(page.getByText('Nothing of the kind was mailed.'));
      await page.getByRole('button', { name: /^Mail it again: bo/ }).click();
      await page.getByRole('button', { name: 'Mail it again', exact: true }).click();
      await page.getByRole('heading', { name: heading }).waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    });
  });

  const visits: { name: string; open: (page: Page, token: string) => Promise<void> }[] = [
    {
      name: 'asking, with its fault',
      open: async (page) => {
        await page.getByText('Weekly', { exact: true }).click();
        await page.getByRole('button', { name: 'Ask for warnings by mail' }).click();
      },
    },
    {
      name: 'a link that does not confirm',
      open: async (page) => {
        await page.goto('/mail/confirm#token=unknown');
        await page.getByRole('button', { name: 'Confirm the address' }).click();
        await expectShown(page.getByRole('link', { name: 'Ask for a new link' }));
      },
    },
    {
      name: 'the preferences, being changed',
      open: async (page, token) => {
        await page.goto(`/mail/preferences#token=${encodeURIComponent(token)}`);
        await page.getByRole('button', { name: 'Change what you get' }).click();
        await page.getByRole('button', { name: 'Pause' }).click();
      },
    },
  ];

  test.each(visits)('$name: no fault that axe knows, nothing wider than the screen', async ({ open }) => {
    const shown = await browser.open('/mail');
    await open(shown.page, await subscribed('eli@reader.example'));
    await expectSoundInEveryLook(shown);
  });
});
