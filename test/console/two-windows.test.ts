import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { expectShown, openBrowser, phone, type ConsolePage, type TestBrowser } from '../support/browser.ts';
import { giveAuthenticator } from '../support/console-people.ts';
import { createDatabase } from '../support/database.ts';
import { keyboard, pointer, type Hands } from '../support/hands.ts';
import { mailedUrl, startTestMail, type TestMail } from '../support/mail-server.ts';
import { describeWithChromium } from '../support/needs.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { freePort } from '../support/ports.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';

// One story, by the mouse and by the keyboard alone: each test goes on where the one before it ended, in the same two windows.
describeWithChromium(
  'a civil society organisation on a phone, a platform at a desk, the real server, real mail',
  () => {
    let database: Awaited<ReturnType<typeof createDatabase>>;
    let store: Store;
    let network: TestNetwork;
    let mail: TestMail;
    let environment: Record<string, string>;
    let server: TocsinProcess;
    let worker: TocsinProcess;
    let browser: TestBrowser;

    const serve = () => startTocsin(['serve'], { env: environment, ready: /serves on port/, timeout: 60_000 });

    beforeAll(async () => {
      [database, mail] = await Promise.all([createDatabase(), startTestMail()]);
      store = await openStore({ databaseUrl: database.url, name: 'test', log: () => undefined });
      network = await createNetwork(store, {
        csos: ['Amal', 'Bela'],
        platforms: ['Agora', 'Bazaar'],
        coordinator: 'Office',
      });
      const port = String(await freePort());
      const url = `http://localhost:${port}`;
      environment = {
        DATABASE_URL: database.url,
        SMTP_URL: mail.url,
        PORT: port,
        TOCSIN_PUBLIC_URL: url,
        TOCSIN_MAIL_FROM: 'alarm@tocsin.example',
      };
      const working = { env: { ...environment, TOCSIN_WORKER_PORT: '0' }, ready: /Tocsin works/, timeout: 60_000 };
      [server, worker] = await Promise.all([serve(), startTocsin(['work'], working)]);
      browser = await openBrowser(url);
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), worker?.stop()]);
      await mail.close();
      await store.close();
      await database.drop();
    });

    const stories: [how: string, hands: Hands, cso: string, platform: string, country: [code: string, name: string]][] =
      [
        ['by pointer', pointer, 'Amal', 'Agora', ['AT', 'Austria']],
        ['by the keyboard alone', keyboard, 'Bela', 'Bazaar', ['PL', 'Poland']],
      ];

    describe.each(stories)('%s', (_how, hands, cso, platform, [country, countryName]) => {
      let issuer: ConsolePage;
      let desk: ConsolePage;
      const headline = `March through the quarter in ${countryName}`;
      const row = () => desk.page.locator('[data-warning]', { hasText: headline });

      beforeAll(async () => {
        const { caller } = network.of(platform);
        const filter = { countries: [country] };
        await store.writer.run(addSubscription(caller, { name: 'Ours', filter, channels: [{ type: 'live' }] }));
        issuer = await browser.open('/', { viewport: phone });
        desk = await browser.open('/');
      }, 60_000);

      /** By the link of a mail, and with a first passkey, which raising and settings ask for. */
      async function signIn({ page }: ConsolePage, name: string): Promise<void> {
        const { address } = network.of(name).owner;
        await giveAuthenticator(page);
        await hands.write(page.getByLabel('Mail address'), address);
        await hands.press(page.getByRole('button', { name: 'Mail me a link' }));
        await page.goto(await mailedUrl(mail, address, /^Sign in/));
        await hands.press(page.getByRole('button', { name: 'Sign in' }));
        await expectShown(page.getByRole('heading', { name: 'Board' }));
        await page.goto('/account');
        await hands.press(page.getByRole('button', { name: 'Add a passkey' }));
        await expectShown(page.getByRole('button', { name: /^Remove the passkey/ }));
        await page.goto('/');
      }

      /** Writes a warning as it has to be to be sent. */
      async function write(page: Page, text: string): Promise<void> {
        await hands.write(page.getByLabel('Headline'), text);
        await hands.write(page.getByLabel('What happened, or is about to?'), 'Two groups call for it, tonight.');
        await hands.pick(page.getByLabel('Kind of event'), 'attack');
        await hands.tick(page.getByRole('radio', { name: /Severe/ }));
        await hands.tick(page.getByRole('radio', { name: /Immediate/ }));
        await hands.tick(page.getByRole('radio', { name: /Likely/ }));
        await hands.tick(page.getByRole('checkbox', { name: 'Xenophobia' }));
        await hands.find(page.getByRole('combobox', { name: 'Countries' }), countryName, countryName);
      }

      test('both sign in by mail', async () => {
        await signIn(issuer, cso);
        await expectShown(issuer.page.getByText('Live', { exact: true }));
        await signIn(desk, platform);
        await expectShown(desk.page.getByText('Live', { exact: true }));
      });

      test('the platform gives itself an escalation policy', async () => {
        const { page } = desk;
        await hands.press(page.getByRole('navigation').getByRole('link', { name: 'Organisation' }));
        await hands.press(page.getByRole('navigation').getByRole('link', { name: 'Escalation' }));
        await hands.press(page.getByRole('button', { name: 'Make a policy of our own' }));
        const first = page.getByRole('group', { name: 'Step 1' });
        await hands.write(first.getByRole('textbox', { name: 'Waits for' }), '10');
        await hands.press(page.getByRole('button', { name: 'Save the policy' }));
        await expectShown(page.getByRole('heading', { name: 'The team’s own policy' }));
        await hands.press(page.getByRole('navigation').getByRole('link', { name: 'Board' }));
      });

      test('raised on the phone, it is on the other board without a reload, and announced', async () => {
        const { page } = issuer;
        await desk.page.evaluate(() => Object.assign(window, { sameDocument: true }));
        await hands.press(page.getByRole('navigation').getByRole('link', { name: 'Raise' }));
        await write(page, headline);
        await hands.press(page.getByRole('button', { name: 'Raise the warning' }));
        await expectShown(row().getByText('Unanswered'));
        await desk.page
          .locator('[data-announcer]', { hasText: `New warning. Severe, ${countryName}.` })
          .waitFor({ state: 'attached' });
        expect(await desk.page.evaluate(() => 'sameDocument' in window)).toBe(true);
        await expectShown(page.getByRole('heading', { level: 1, name: headline }));
      });

      test('acknowledged at the desk, the phone shows it', async () => {
        await hands.press(row().getByRole('link'));
        await hands.press(desk.page.getByRole('button', { name: 'Acknowledge: we have it' }));
        await expectShown(desk.page.getByRole('status').getByText('Sent.'));
        await expectShown(issuer.page.getByText('1 of 1 answered'));
      });

      test('revised to be worse, it waits for an answer again', async () => {
        const { page } = issuer;
        await hands.press(page.getByRole('link', { name: 'Revise' }));
        await hands.tick(page.getByRole('radio', { name: /Extreme/ }));
        await hands.press(page.getByRole('button', { name: 'Publish the revision' }));
        await expectShown(page.getByText('0 of 1 answered'));
        await expectShown(desk.page.getByRole('button', { name: 'Acknowledge: we have it' }));
      });

      test('escalated, the mail’s button takes it, and the phone shows who has', async () => {
        const { page } = desk;
        await hands.press(page.getByRole('button', { name: 'Not me: escalate now' }));
        await hands.press(page.getByRole('button', { name: 'Escalate now' }));
        const { address } = network.of(platform).owner;
        const mailed = await browser.open(await mailedUrl(mail, address, new RegExp(countryName)), { viewport: phone });
        await hands.tick(mailed.page.getByRole('radio', { name: /^I take it/ }));
        await hands.press(mailed.page.getByRole('button', { name: 'Send this answer' }));
        await expectShown(mailed.page.getByRole('heading', { name: 'You have taken it' }));
        await expectShown(issuer.page.getByText('1 of 1 answered'));
        expect(mailed.faults).toEqual([]);
      });

      test('through a restart of the server both are told, and nothing is lost', async () => {
        await server.stop();
        await expectShown(desk.page.getByText(/^Offline since \d\d:\d\d:\d\d/));
        await expectShown(issuer.page.getByText(/^Offline since \d\d:\d\d:\d\d/));
        server = await serve();
        for (const { page } of [desk, issuer]) {
          // Both had begun to try less often by then.
          await page.getByText('Live', { exact: true }).waitFor();
        }
      });

      test('called off on the phone, the desk reads why', async () => {
        const { page } = issuer;
        await hands.press(page.getByRole('button', { name: 'All-clear' }));
        await hands.write(page.getByLabel('Why is it over?'), 'The march was called off.');
        await hands.press(page.getByRole('button', { name: 'Call it off' }));
        await expectShown(desk.page.getByText('The march was called off.').first());
      });

      test('a drill goes the same way, and cannot be mistaken for the real thing', async () => {
        const { page } = issuer;
        await hands.press(page.getByRole('navigation').getByRole('link', { name: 'Raise' }));
        await hands.tick(page.getByRole('radio', { name: 'Exercise' }));
        await write(page, `Only a drill in ${countryName}`);
        await hands.press(desk.page.getByRole('navigation').getByRole('link', { name: 'Board' }));
        await hands.press(page.getByRole('button', { name: 'Raise the EXERCISE' }));
        const drill = desk.page.locator('[data-warning]', { hasText: `Only a drill in ${countryName}` });
        await expectShown(drill.getByText('EXERCISE', { exact: true }));
      });

      test('a colleague is invited by mail, and joins', async () => {
        const { page } = desk;
        const address = `${platform.toLowerCase()}-responder@desk.example`;
        await hands.press(page.getByRole('navigation').getByRole('link', { name: 'Organisation' }));
        await hands.press(page.getByRole('button', { name: 'Invite somebody' }));
        await hands.write(page.getByLabel('Mail address'), address);
        await hands.press(page.getByRole('button', { name: 'Send the invitation' }));
        const joining = await browser.open(await mailedUrl(mail, address, /^Join /), { viewport: phone });
        await hands.write(joining.page.getByLabel('Your name'), 'Noor');
        await hands.press(joining.page.getByRole('button', { name: 'Accept and sign in' }));
        await expectShown(joining.page.getByRole('heading', { name: 'Your account' }));
        expect(joining.faults).toEqual([]);
      });

      test('somebody without an account asks for a digest, and confirms it by the mail', async () => {
        const address = `${country.toLowerCase()}@reader.example`;
        const { page, faults } = await browser.open('/mail', { viewport: phone, timezoneId: 'Europe/Vienna' });
        await hands.write(page.getByLabel('Mail address'), address);
        await hands.tick(page.getByRole('radio', { name: /^Weekly/ }));
        await hands.press(page.getByRole('button', { name: 'Ask for warnings by mail' }));
        await expectShown(page.getByText(`A mail is on its way to ${address}`));
        await page.goto(await mailedUrl(mail, address, /^Confirm that you want/));
        await hands.press(page.getByRole('button', { name: 'Confirm the address' }));
        await expectShown(page.getByText('Confirmed. From here on mail comes to you.'));
        expect(faults).toEqual([]);
      });

      test('nothing went wrong in either window, but that the server was away', () => {
        const faults = [...issuer.faults, ...desk.faults];
        expect(faults.filter((fault) => !fault.startsWith('WebSocket connection to'))).toEqual([]);
      });
    });
  },
);
