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
