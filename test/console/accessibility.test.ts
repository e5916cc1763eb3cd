import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { expectShown, openBrowser, type TestBrowser, type TestWindow } from '../support/browser.ts';
import { expectSoundInEveryLook } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';

describeWithChromium('every page of the console', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let window: TestWindow;
  let warning: string;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], platforms: ['Agora'], coordinator: 'Office' });
    const { caller } = network.network.of('Agora');
    await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    warning = await fill(network);
    browser = await openBrowser(network.server.url);
    window = await browser.window();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  interface Visit {
    name: string;
    as?: string;
    path: () => string;
    open?: (page: Page) => Promise<void>;
  }

  const visits: Visit[] = [
    {
      name: 'sign-in, the key form with its fault',
      path: () => '/',
      open: async (page) => {
        await page.getByText('Use an API key instead').click();
        await page.getByRole('button', { name: 'Sign in with the key' }).click();
        await expectShown(page.getByText('Paste your key here.'));
      },
    },
    {
      name: 'the board of a platform, its filters and its map open, a country chosen',
      as: 'Agora',
      path: () => '/?state=active&country=DE',
      open: async (page) => {
        await page.getByRole('button', { name: /Filter \(/ }).click();
        const map = page.getByRole('button', { name: 'Map' });
        if ((await map.getAttribute('aria-expanded')) === 'false') await map.click();
        await expectShown(page.getByRole('button', { name: 'Germany', pressed: true }));
      },
    },
    {
      name: 'a warning as its platform answers it, the terms open',
      as: 'Agora',
      path: () => `/warnings/${warning}`,
      open: async (page) => {
        await page.getByText('Show 1 term.').click();
        await page.getByRole('button', { name: 'We took measures' }).click();
      },
    },
    {
      name: 'a warning as its issuer follows it',
      as: 'Amal',
      path: () => `/warnings/${warning}`,
      open: (page) => page.getByRole('button', { name: 'All-clear' }).click(),
    },
    {
      name: 'a warning as others see it',
      as: 'Bela',
      path: () => `/warnings/${warning}`,
      open: (page) => page.getByRole('button', { name: 'Say what you see' }).click(),
    },
    {
      name: 'the raise form, with its faults',
      as: 'Amal',
      path: () => '/raise',
      open: async (page) => {
        for (const fold of ['Change who may have it', 'Terms and links', 'Translations']) {
          await page.locator('summary', { hasText: fold }).click();
        }
        await page.getByRole('button', { name: 'Add a term' }).click();
        await page.getByRole('button', { name: 'Add a translation' }).click();
        await page.getByRole('button', { name: 'Raise the warning' }).click();
        await expectShown(page.getByText('1 civil society organisation'));
      },
    },
    { name: 'the revise form', as: 'Amal', path: () => `/warnings/${warning}/revise` },
    {
      name: 'the subscriptions of an organisation, one being added for mail to an address',
      as: 'Agora',
      path: () => '/organisation/subscriptions',
      open: async (page) => {
        await page.getByRole('button', { name: 'Add a subscription' }).click();
        await page.getByRole('checkbox', { name: 'By mail' }).check();
        await page.getByRole('button', { name: 'Add an address' }).click();
        await expectShown(page.getByRole('list', { name: 'The newest of them' }));
      },
    },
    {
      name: 'an escalation policy as it stands, and its rehearsal',
      as: 'Agora',
      path: () => '/organisation/escalation',
      open: (page) => expectShown(page.getByText('Raised, and nobody answers')),
    },
    {
      name: 'an escalation policy being changed, with its faults',
      as: 'Agora',
      path: () => '/organisation/escalation',
      open: async (page) => {
        await page.getByRole('button', { name: 'Make a policy of our own' }).click();
        await page.getByRole('button', { name: 'Add a step' }).click();
        await page.getByRole('checkbox', { name: 'Repeat the step' }).last().check();
        await page.getByRole('button', { name: 'Save the policy' }).click();
        await expectShown(page.getByRole('alert').filter({ hasText: 'still to be done' }));
      },
    },
    {
      name: 'the keys of an organisation, one being made',
      as: 'Amal',
      path: () => '/organisation/keys',
      open: (page) => page.getByRole('button', { name: 'Make a key' }).click(),
    },
    {
      name: 'the people of an organisation, one being invited',
      as: 'Amal',
      path: () => '/organisation/people',
      open: (page) => page.getByRole('button', { name: 'Invite somebody' }).click(),
    },
    { name: 'the organisation itself', as: 'Amal', path: () => '/organisation' },
    { name: 'the audit trail', as: 'Office', path: () => '/audit' },
    {
      name: 'the statistics of the network',
      as: 'Office',
      path: () => '/statistics?period=own',
      open: (page) => expectShown(page.getByRole('table', { name: 'By severity' })),
    },
    { name: 'the applications', as: 'Office', path: () => '/network/applications' },
    {
      name: 'the organisations of the network, one being retracted',
      as: 'Office',
      path: () => '/network/organisations',
      open: (page) => page.getByRole('button', { name: 'Retract its warnings: Amal' }).click(),
    },
    {
      name: 'the application form, with its faults',
      path: () => '/apply',
      open: (page) => page.getByRole('button', { name: 'Send the application' }).click(),
    },
    { name: 'a page that is not there', as: 'Amal', path: () => '/nowhere' },
  ];

  test.each(visits)('$name: no fault that axe knows, nothing wider than the screen', async ({ as, path, open }) => {
    const shown = await window.open(path(), as ? { token: network.network.of(as).token } : {});
    await expectShown(shown.page.getByRole('heading', { level: 1 }));
    await open?.(shown.page);
    await expectSoundInEveryLook(shown);
    await shown.page.close();
  });

  test('the board is worked by the keyboard alone, the focus always to be seen', async () => {
    const { page } = await browser.open('/', { token: network.network.of('Agora').token });
    await expectShown(page.getByText('Live', { exact: true }));
    const reached: string[] = [];
    for (let presses = 0; presses < 12 && !reached.includes('Messages against a shelter'); presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement!;
        // The link of a row fills it by what comes after its words.
        const part = element.closest('article') ? '::after' : undefined;
        return { text: element.textContent.trim(), outline: getComputedStyle(element, part).outlineStyle };
      });
      expect(focus.outline).not.toBe('none');
      reached.push(focus.text);
    }
    expect(reached[0]).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('heading', { level: 1, name: 'Messages against a shelter' }));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

/** A network with something of everything on its pages. Answers the warning to look at. */
async function fill(network: TestServer): Promise<string> {
  await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'A drill', status: 'exercise' }) });
  const { body: over } = await network.ask('Bela', 'POST /warnings', { body: aRaise({ headline: 'Over' }) });
  await network.ask('Bela', `POST /warnings/${over.id}/cancellation`, { body: { reason: 'It rained.' } });
  const { body } = await network.ask('Amal', 'POST /warnings', {
    body: aRaise({
      headline: 'Messages against a shelter',
      language: 'en',
      instruction: 'Look at short videos first.',
      asks: ['raise_monitoring', 'brief_reviewers'],
      severity: 'extreme',
      tlp: 'TLP:AMBER+STRICT',
      terms: [{ text: '#example', kind: 'hashtag', meaning: 'The call', caution: 'Quoted by others too' }],
      references: [{ url: 'https://example.org/post/1', note: 'The first of them' }],
      translations: [{ language: 'de', headline: 'Aufrufe gegen eine Unterkunft', description: 'Auf Deutsch.' }],
    }),
  });
  await network.ask('Agora', `POST /warnings/${body.id}/comments`, {
    body: { text: 'Which city?', audience: 'everyone' },
  });
  return body.id;
}
