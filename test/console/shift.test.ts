import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { expectSound } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

describeWithChromium('what a responder has for a shift', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let token: string;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    browser = await openBrowser(network.server.url);
    const { caller, token: own } = network.network.of('Agora');
    token = own;
    await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  const raise = async (changes: Parameters<typeof aRaise>[0] & object): Promise<string> =>
    (await network.ask('Amal', 'POST /warnings', { body: aRaise(changes) })).body.id;
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await network.ask('Agora', `GET /warnings/${id}`)).body.acknowledgement?.state;

  test('by the keys alone: through the board, answered, opened, narrowed; the tab says how many wait', async () => {
    const older = await raise({ headline: 'The older one' });
    const newer = await raise({ headline: 'The newer one' });
    const { page, faults } = await browser.open('/', { token });
    await expectShown(page.getByText('2 warnings here wait for your answer.'));
    await until(async () => (await page.title()) === '(2) Board · Tocsin');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toContain('%3E2%3C');

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The older one');
    await page.keyboard.press('a');
    await until(async () => (await stateOf(older)) === 'acknowledged');
    await until(async () => (await page.title()) === '(1) Board · Tocsin');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('heading', { level: 1, name: 'The newer one' }));
    await expectShown(page.getByRole('button', { name: 'We are working on it' }));
    await page.keyboard.press('w');
    await until(async () => (await stateOf(newer)) === 'working');
    await until(async () => !(await page.title()).startsWith('('));

    await page.goBack();
    await page.keyboard.press('/');
    await expectShown(page.getByLabel('Text'));
    await page.keyboard.type('older');
    await expectShown(page.getByRole('button', { name: 'Stop filtering by older' }));
    await page.locator(`[data-warning="${newer}"]`).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?q=older');
    expect(faults).toEqual([]);
  });

  test('what needs somebody most comes first where that is asked for, and a view is kept under its name', async () => {
    const graver = await raise({ headline: 'Grave, and answered', severity: 'extreme' });
    await network.ask('Agora', `POST /warnings/${graver}/acknowledgement`, { body: { state: 'working' } });
    await raise({ headline: 'Severe, unanswered', severity: 'severe' });
    await raise({ headline: 'Minor, unanswered', severity: 'minor' });
    const { page, faults } = await browser.open('/', { token, viewport: phone });
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('Order').selectOption('What needs you most first');
    const shown = () => page.locator('ol h2').allInnerTexts();
    const first = ['Severe, unanswered', 'Minor, unanswered', 'Grave, and answered'];
    await until(async () => String((await shown()).slice(0, 3)) === String(first));

    await page.getByLabel('Severity').selectOption('Severe and above');
    await page.getByLabel('Save this as a view').fill('Grave ones');
    await page.getByRole('button', { name: 'Save the view' }).click();
    await expectShown(page.getByText('Saved: Grave ones.'));
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expectSound({ page, faults });
    await page.reload();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'Grave ones', exact: true }).click();
    await until(() => new URL(page.url()).search === '?severity=severe&order=urgency');
    await page.getByRole('button', { name: 'Forget the view Grave ones' }).click();
    expect(await page.getByRole('button', { name: 'Grave ones', exact: true }).count()).toBe(0);
  });

  test('the sheet of the keys turns them off, and Escape leaves it', async () => {
    const { page, faults } = await browser.open('/', { token, colorScheme: 'dark' });
    await expectShown(page.getByRole('heading', { level: 1, name: 'Board' }));
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expectShown(sheet);
    await expectSound({ page, faults });
    await sheet.getByLabel('Single keys work').uncheck();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    expect(await page.getByLabel('Text').count()).toBe(0);
    expect(await sheet.count()).toBe(0);
  });

  test('a warning calls by sound and notification from the severity on that was chosen, without its headline', async () => {
    const { page, faults } = await browser.open('/', { token, permissions: ['notifications'] });
    // What the browser is asked for is watched, and done.
    await page.evaluate(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      window.OscillatorNode = class extends OscillatorNode {
        override start(when?: number): void {
          asked.push('a tone');
          super.start(when);
        }
      };
      window.Notification = class extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          asked.push(`${title}: ${options?.body}`);
        }
      };
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked.splice(0));
    await page.getByLabel(/^Signed in as/).click();
    await page.getByRole('button', { name: 'Sound and notifications' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sound and notifications' });
    await dialog.getByLabel('Play a sound').selectOption('Severe and above');
    await dialog.getByLabel('Show a notification').selectOption('Severe and above');
    await dialog.getByRole('button', { name: 'Try the sound' }).click();
    await expectShown(dialog.getByText('Played.'));
    await dialog.getByRole('button', { name: 'Try a notification' }).click();
    await expectShown(dialog.getByText('Shown.'));
    await expectSound({ page, faults });
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(new Set(await asked())).toEqual(new Set(['a tone', 'Tocsin: This is how a warning calls you.']));

    await raise({ headline: 'Too little', severity: 'moderate' });
    await raise({ headline: 'A test', severity: 'extreme', status: 'test' });
    await raise({ headline: 'Secret words', severity: 'extreme', countries: ['AT'] });
    await page.locator('[data-announcer]', { hasText: /Austria|3 new/ }).waitFor({ state: 'attached' });
    await expectShown(page.getByRole('link', { name: 'Secret words' }));
    const calls = await asked();
    expect(calls.filter((call) => call !== 'a tone')).toEqual(['Tocsin: New warning. Extreme, Austria.']);
    expect(calls).toContain('a tone');
  });
});
