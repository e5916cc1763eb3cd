import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { writeWarning as write } from '../support/raise-form.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';

describeWithChromium('raising from a phone', () => {
  let network: TestServer;
  let browser: TestBrowser;
  const token = (name: string): string => network.network.of(name).token;
  const warnings = async (): Promise<{ id: string; headline: string }[]> =>
    (await network.ask('Amal', 'GET /warnings')).body.data;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], platforms: ['Agora', 'Bazaar'] });
    await network.store.writer.run(
      addSubscription(network.network.of('Agora').caller, {
        name: 'Austria',
        filter: { countries: ['AT'] },
        channels: [{ type: 'live' }],
      }),
    );
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('what is missing is listed, and each entry leads to its field', async () => {
    const { page, faults } = await browser.open('/raise', { token: token('Amal'), viewport: phone });
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'things are still to be done' });
    await expectShown(summary);
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: 'headline' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-headline');
    expect(await warnings()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('Enter in a field takes the country that matches first, and sends nothing', async () => {
    const { page } = await browser.open('/raise', { token: token('Amal'), viewport: phone });
    await write(page, 'Not to be sent yet');
    const countries = page.getByRole('combobox', { name: 'Countries' });
    await countries.fill('Germ');
    await expectShown(page.getByRole('option', { name: 'Germany' }));
    await countries.press('Enter');
    await expectShown(page.locator('[data-with-remove]', { hasText: 'Germany' }));
    await page.getByLabel('Headline').press('Enter');
    await expectShown(page.getByRole('button', { name: 'Raise the warning' }));
    expect(new URL(page.url()).pathname).toBe('/raise');
    expect(await warnings()).toEqual([]);
  });

  test('the preview says whom it reaches; a reload keeps the draft; sending it twice raises it once', async () => {
    const { page, faults } = await browser.open('/raise', { token: token('Amal'), viewport: phone });
    await write(page, 'March on the shelter');
    await expectShown(page.getByText('1 of 2 platforms follow what you chose'));
    await expectShown(page.locator('li[data-follows]', { hasText: 'Agora' }));
    const hours = await page
      .getByLabel('Until')
      .inputValue()
      .then((text) => (Date.parse(text) - Date.now()) / 3_600_000);
    expect(Math.round(hours)).toBe(72);

    await page.reload();
    expect(await page.getByLabel('Headline').inputValue()).toBe('March on the shelter');
    const draft = await page.evaluate(() => ({ ...localStorage }));

    await page.getByRole('button', { name: 'Raise the warning' }).click();
    await expectShown(page.getByRole('heading', { name: 'March on the shelter' }));
    // The answer got lost on its way, say: the same draft is sent once more.
    await page.evaluate(
      (items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value)),
      draft,
    );
    await page.goto('/raise');
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    await expectShown(page.getByRole('heading', { name: 'March on the shelter' }));
    expect((await warnings()).map(({ headline }) => headline)).toEqual(['March on the shelter']);
    expect(faults).toEqual([]);
  });

  test('what the network refuses stands at the field', async () => {
    const { page } = await browser.open('/raise', { token: token('Amal'), viewport: phone });
    await write(page, 'Expired already');
    await page.getByLabel('Until').fill('2020-01-01T10:00');
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    await expectShown(page.locator('#field-expires-error'));
    await expectShown(page.getByRole('alert').getByRole('link', { name: 'until' }));
  });

  test('a revision sends what changed, and the timeline names it', async () => {
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'To be revised' }) });
    const { page } = await browser.open(`/warnings/${body.id}`, { token: token('Amal'), viewport: phone });
    await page.getByRole('link', { name: 'Revise' }).click();
    await expectShown(page.getByRole('heading', { name: 'Revise your warning' }));
    await page.getByRole('radio', { name: /Extreme/ }).check();
    await page.getByRole('button', { name: 'Publish the revision' }).click();
    await expectShown(page.getByText('Revised: severity.'));
    const { body: revised } = await network.ask('Amal', `GET /warnings/${body.id}`);
    expect(revised).toMatchObject({ revision: 2, severity: 'extreme', headline: 'To be revised' });
  });

  test('what it usually says is taken over by a tap and given back by another; an earlier warning begins a new one', async () => {
    await network.ask('Bela', 'POST /warnings', { body: aRaise({ headline: 'The year before', countries: ['FR'] }) });
    const { page, faults } = await browser.open('/raise', { token: token('Bela'), viewport: phone });
    const offer = page.getByRole('button', { name: 'As last time: France' });
    const countries = page.locator('[data-with-remove]', { hasText: 'France' });
    await offer.click();
    await expectShown(countries);
    expect(await offer.getAttribute('aria-pressed')).toBe('true');
    await offer.click();
    await countries.waitFor({ state: 'detached' });

    await page.getByText('Start from an earlier warning').click();
    await page.getByRole('button', { name: /^The year before/ }).click();
    await expectShown(countries);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-headline');
    expect(await page.getByLabel('Headline').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo: as it was before' }).click();
    await countries.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  test('a warning that is out already is corroborated instead, and the draft waits', async () => {
    const alike = { languages: ['en'], grounds: ['xenophobia' as const], trigger: 'attack' as const };
    const body = aRaise({ headline: 'Out already', countries: ['AT'], ...alike });
    await network.ask('Amal', 'POST /warnings', { body });
    const { page } = await browser.open('/raise', { token: token('Bela'), viewport: phone });
    await write(page, 'Out already, says Bela too');
    await page.getByRole('radio', { name: 'Exercise' }).check({ force: true });
    await expectShown(page.getByRole('button', { name: 'Raise the EXERCISE' }));
    await page.getByRole('status').getByText('This is an exercise now.').waitFor({ state: 'attached' });
    await page.getByRole('radio', { name: 'Real' }).check({ force: true });
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Out already' })
      .getByRole('link', { name: 'Corroborate' })
      .click();
    await expectShown(page.getByRole('radio', { name: 'We see it too' }));
    await page.goBack();
    await expectShown(page.getByLabel('Headline'));
    expect(await page.getByLabel('Headline').inputValue()).toBe('Out already, says Bela too');
  });

  test('from the board the all-clear is two taps and a tap for its reason away', async () => {
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'Soon over' }) });
    const { page, faults } = await browser.open('/', { token: token('Amal'), viewport: phone });
    await page.getByRole('link', { name: 'All-clear: Soon over' }).click();
    await page.getByRole('button', { name: 'It turned out not to be so.' }).click();
    await page.getByRole('button', { name: 'Call it off' }).click();
    await expectShown(page.getByText('You called it off.'));
    const { body: over } = await network.ask('Amal', `GET /warnings/${body.id}`);
    expect(over).toMatchObject({ state: 'cancelled', cancellation: { reason: 'It turned out not to be so.' } });
    expect(faults).toEqual([]);
  });

  test('an observer of the form who may not raise is told so', async () => {
    const { page } = await browser.open('/raise', { token: token('Agora') });
    await expectShown(page.getByText('This key may not raise warnings.'));
  });
});
