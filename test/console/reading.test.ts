import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { addTeam } from '../../core/store/commands/team.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '');

describeWithChromium('a warning, to each who reads it', () => {
  let network: TestServer;
  let browser: TestBrowser;
  const token = (name: string): string => network.network.of(name).token;
  const raise = async (changes: Parameters<typeof aRaise>[0] = {}): Promise<string> => {
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise(changes) });
    return body.id;
  };

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], platforms: ['Agora', 'Bazaar'], coordinator: 'Office' });
    for (const name of ['Agora', 'Bazaar']) {
      const { caller } = network.network.of(name);
      await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    }
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('a test is found by whoever raised it, under its band', async () => {
    const { page } = await browser.open('/', { token: token('Amal') });
    await expectShown(page.getByText('Live', { exact: true }));
    const id = await raise({ headline: 'Only a test', status: 'test' });
    const row = page.locator(`[data-warning="${id}"]`);
    await expectShown(row.getByText('TEST', { exact: true }));
    await page.reload();
    await expectShown(row.getByText('TEST', { exact: true }));
  });

  test('the issuer learns who has it and who has seen it, before anybody answers', async () => {
    const id = await raise({ headline: 'To be had' });
    const issuer = await browser.open(`/warnings/${id}`, { token: token('Amal') });
    await expectShown(issuer.page.getByText('0 have seen it'));
    await browser.open(`/warnings/${id}`, { token: token('Agora') });
    await expectShown(issuer.page.getByText('1 has seen it'));
  });

  test('the issuer and the coordinator are told what others do not learn', async () => {
    const only = [network.network.of('Agora').organisation.id, network.network.of('Office').organisation.id];
    const id = await raise({ headline: 'Unnamed', withholdIssuer: true, audience: { only } });
    for (const name of ['Amal', 'Office']) {
      const { page } = await browser.open(`/warnings/${id}`, { token: token(name) });
      await expectShown(page.locator('header').getByText('not named to others'));
      await expectShown(page.getByText('Do not name it here.'));
      await expectShown(page.locator('dl').getByText('Agora'));
    }
    const { page } = await browser.open(`/warnings/${id}`, { token: token('Agora') });
    await expectShown(page.locator('article header').getByText('A member of the network'));
    expect(await page.getByText('not named to others').count()).toBe(0);
    expect(await page.getByText('Do not name it here.').count()).toBe(0);
  });

  test('the coordinator hears of a warning of which it gets the marking alone, and of the next', async () => {
    const { page, faults } = await browser.open('/', { token: token('Office') });
    await expectShown(page.getByText('Live', { exact: true }));
    const announced = (text: string) =>
      page.locator('[data-announcer]', { hasText: text }).waitFor({ state: 'attached', timeout: 10_000 });
    await raise({ tlp: 'TLP:RED', audience: { only: [network.network.of('Agora').organisation.id] } });
    await announced('New warning. Marked TLP:RED.');
    await raise({ severity: 'minor', countries: ['PL'] });
    await announced('New warning. Minor, Poland.');
    expect(faults).toEqual([]);
  });

  test('a headline that was redacted still names its row and its page', async () => {
    const id = await raise({ headline: 'Names somebody' });
    await network.ask('Office', `POST /warnings/${id}/revisions/1/redaction`, {
      body: { members: ['headline'], reason: 'It named a person.' },
    });
    const { page } = await browser.open('/', { token: token('Bela') });
    await page.locator(`[data-warning="${id}"]`).getByRole('link', { name: 'The headline was redacted' }).click();
    await expectShown(page.getByRole('heading', { level: 1, name: 'The headline was redacted' }));
  });

  test('a form takes the focus, leads to what is missing, and gives the focus back', async () => {
    const id = await raise({ headline: 'By keyboard' });
    const { page } = await browser.open(`/warnings/${id}`, { token: token('Agora') });
    await page.getByRole('button', { name: 'No action' }).press('Enter');
    await expectShown(page.getByLabel('Note to the issuer'));
    expect(await focused(page)).toBe('No action');
    await page.getByRole('button', { name: 'Send', exact: true }).first().press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    expect(await focused(page)).toBe('answer');

    await page.getByRole('button', { name: 'Not me: escalate now' }).press('Enter');
    expect(await focused(page)).toContain('The next step of your team’s escalation policy fires at once');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    expect(await focused(page)).toBe('Not me: escalate now');

    await page.getByRole('button', { name: 'Acknowledge: we have it' }).press('Enter');
    await expectShown(page.getByText('Sent.'));
    expect(await focused(page)).toBe('answer');
  });

  test('the issuer’s all-clear takes the focus and leaves it where it stood', async () => {
    const id = await raise({ headline: 'Over soon' });
    const { page } = await browser.open(`/warnings/${id}`, { token: token('Amal') });
    await page.getByRole('button', { name: 'All-clear' }).press('Enter');
    await page.getByRole('button', { name: 'Call it off' }).press('Enter');
    await expectShown(page.getByText('Say why it is over.'));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('It rained.');
    await page.getByRole('button', { name: 'Call it off' }).press('Enter');
    await expectShown(page.getByText('You called it off.'));
    expect(await focused(page)).toContain('You called it off.');
  });

  test('a key answers for its own team, which stays in view once it has answered', async () => {
    const { caller } = network.network.of('Bazaar');
    const polish = await network.store.writer.run(addTeam(caller, { name: 'Polish desk' }));
    const czech = await network.store.writer.run(addTeam(caller, { name: 'Czech desk' }));
    for (const { id: team, name } of [polish, czech]) {
      await network.store.writer.run(
        addSubscription({ ...caller, teams: [polish, czech] }, { team, name, channels: [{ type: 'live' }] }),
      );
    }
    const { token: limited } = await network.network.key('Bazaar', { teams: [polish, czech] });
    const id = await raise({ headline: 'For two desks' });
    const { page } = await browser.open(`/warnings/${id}`, { token: limited, viewport: phone });
    const team = page.getByLabel('Team');
    await expectShown(team);
    expect(await team.locator('option').allInnerTexts()).toEqual(['Polish desk', 'Czech desk']);
    const first = await team.inputValue();
    await page.getByRole('button', { name: 'Acknowledge: we have it' }).click();
    await expectShown(page.getByText('Sent.'));
    expect(await team.inputValue()).toBe(first);
    await page.getByRole('button', { name: /^Answer for .* desk too$/ }).click();
    await expectShown(page.getByRole('button', { name: 'Acknowledge: we have it' }));
    expect(await team.inputValue()).not.toBe(first);
  });

  test('a translation stands beside the original, and terms are taken along in a press', async () => {
    const id = await raise({
      headline: 'Aufrufe gegen eine Unterkunft',
      language: 'de',
      description: 'Auf Deutsch.',
      translations: [{ language: 'he', headline: 'קריאות נגד מקלט', description: 'בעברית.', instruction: 'נא לעקוב.' }],
      terms: [
        { text: '#raus', kind: 'hashtag', meaning: 'Drive them out' },
        { text: 'die da', kind: 'coded_term' },
      ],
    });
    const { page, faults } = await browser.open(`/warnings/${id}`, { token: token('Agora') });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel('Read it in').selectOption('he');
    const original = await page.getByText('Auf Deutsch.').boundingBox();
    const translated = page.locator('p[lang="he"]', { hasText: 'בעברית.' });
    expect(await translated.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
    const beside = await translated.boundingBox();
    expect([beside?.y, (beside?.x ?? 0) > (original?.x ?? 0)]).toEqual([original?.y, true]);
    await expectShown(page.getByText('נא לעקוב.'));
    await page.setViewportSize(phone);
    const below = await translated.boundingBox();
    expect((below?.y ?? 0) > ((await page.getByText('Auf Deutsch.').boundingBox())?.y ?? Infinity)).toBe(true);

    await page.getByText('Show 2 terms.').click();
    await page.getByRole('button', { name: 'Copy all terms' }).click();
    await expectShown(page.getByText('2 terms copied.'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('#raus\ndie da');
    await page.getByRole('button', { name: 'Copy with meanings' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('Drive them out'));
    expect(faults).toEqual([]);
  });

  test('two clicks close it with a note; who is on it and what a revision changed are told', async () => {
    const id = await raise({ headline: 'To be closed', description: 'They meet at six.' });
    const changes = { description: 'They meet at eight.', severity: 'extreme' };
    await network.ask('Amal', `POST /warnings/${id}/revisions`, { body: changes, headers: { 'if-match': '*' } });
    const { page, faults } = await browser.open(`/warnings/${id}`, { token: token('Agora') });
    await page.getByText('What changed').click();
    await expectShown(page.locator('del', { hasText: 'six.' }));
    await expectShown(page.locator('ins', { hasText: 'eight.' }));
    await expectShown(page.locator('ins', { hasText: 'Extreme' }));

    await page.getByRole('button', { name: 'We took measures' }).click();
    await page.getByLabel('Note to the issuer').fill('Reviewers know.');
    await page.getByRole('button', { name: 'Send', exact: true }).first().click();
    await expectShown(page.getByText('Sent.'));
    const working = page.getByRole('button', { name: 'We are working on it' });
    await working.click();
    await working.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Change note or details' }).click();
    await page.getByLabel('Who is on it').fill('Noor');
    await page.getByRole('button', { name: 'Send', exact: true }).first().click();
    await expectShown(page.getByText('On it: Noor'));
    const issuer = await network.ask('Amal', `GET /warnings/${id}/acknowledgements`);
    expect(JSON.stringify(issuer.body)).toContain('Reviewers know.');
    expect(JSON.stringify(issuer.body)).not.toContain('Noor');
    expect(faults).toEqual([]);
  });

  test('on paper a warning is a document: its marking on each sheet, what is folded open, nothing to press', async () => {
    const terms = [{ text: '#raus', kind: 'hashtag' as const }];
    const id = await raise({ headline: 'To be printed', tlp: 'TLP:AMBER', terms });
    const { page } = await browser.open(`/warnings/${id}`, { token: token('Agora'), colorScheme: 'dark' });
    await expectShown(page.getByText('Raised the warning.'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const sheet = await page.evaluate(() => {
      const said = getComputedStyle(document.documentElement);
      return { mark: said.getPropertyValue('--sheet-mark'), foot: said.getPropertyValue('--sheet-foot') };
    });
    expect(sheet.mark).toBe('"TLP:AMBER"');
    expect(sheet.foot).toContain(page.url());
    await expectShown(page.getByRole('heading', { level: 1, name: 'To be printed' }));
    await expectShown(page.locator('article').getByText('TLP:AMBER', { exact: true }));
    await expectShown(page.getByText('#raus'));
    await expectShown(page.getByText('Raised the warning.'));
    expect(await page.locator('button:visible, select:visible, textarea:visible, header:visible nav').count()).toBe(0);
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  });

  test('nothing is said to be answered while the board could not be read', async () => {
    const { page } = await browser.open('/', { token: token('Agora') });
    await expectShown(page.getByText('Live', { exact: true }));
    await page.route('**/api/v1/warnings?**', (route) =>
      route.fulfill({ status: 500, contentType: 'text/plain', body: 'broken' }),
    );
    await page.goto('/?country=SE');
    await expectShown(page.getByText('The network cannot be reached just now.'));
    expect(await page.getByText('Every warning shown that expects your answer has one.').count()).toBe(0);
    expect(await page.getByText('No warning matches this filter.').count()).toBe(0);
    await page.unroute('**/api/v1/warnings?**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectShown(page.getByText('No warning matches this filter.'));
  });

  test('a filtered board that could not be renewed says so beside its rows, and catches up by itself', async () => {
    const shown = await raise({ headline: 'In Sweden', countries: ['SE'], grounds: ['disability'] });
    const { page } = await browser.open('/?ground=disability', { token: token('Agora') });
    await expectShown(page.locator(`[data-warning="${shown}"]`));
    await expectShown(page.getByText('Live', { exact: true }));
    await page.route('**/api/v1/warnings?**', (route) =>
      route.fulfill({ status: 500, contentType: 'text/plain', body: 'broken' }),
    );
    const next = await raise({ headline: 'In Sweden too', countries: ['SE'], grounds: ['disability'] });
    await expectShown(page.getByText('This could not be renewed just now'));
    await expectShown(page.locator(`[data-warning="${shown}"]`));
    await page.unroute('**/api/v1/warnings?**');
    await expectShown(page.locator(`[data-warning="${next}"]`));
    expect(await page.getByText('This could not be renewed just now').count()).toBe(0);
  });

  test('a filter that the network refuses is told in its words', async () => {
    const { page } = await browser.open('/?country=UK', { token: token('Agora') });
    await expectShown(page.getByText(/the United Kingdom is GB/));
  });
});
