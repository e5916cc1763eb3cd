import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openAnswering, type Answering } from '../support/answering.ts';
import { desk, expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { axeFaults } from '../support/axe.ts';
import { describeWithChromium } from '../support/needs.ts';

describeWithChromium('the page that an escalation’s mail opens', () => {
  let stage: Answering;
  let browser: TestBrowser;

  beforeAll(async () => {
    stage = await openAnswering();
    browser = await openBrowser(stage.at.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const open = async (look: Parameters<TestBrowser['open']>[1], changes = {}) => {
    const warning = await stage.raise({ headline: 'Aufrufe in mehreren Gruppen', ...changes });
    const token = await stage.tokenFor(stage.ada.address, warning);
    return { warning, token, ...(await browser.open(`/answer#token=${token}`, look)) };
  };

  test('by keyboard, on a phone: nothing is chosen beforehand, taking it ends the escalation, and the CSO sees it', async () => {
    const { page, warning, faults } = await open({ viewport: phone, colorScheme: 'light' });
    await expectShown(page.getByRole('heading', { name: 'Will you take it?' }));
    await expectShown(page.getByText('Aufrufe in mehreren Gruppen'));
    expect(page.url()).not.toContain('token');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Send this answer' }).focus();
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Choose one of the answers first.'));
    expect((await stage.standing(warning)).state).toBe('pending');

    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeFaults(page)).toEqual([]);

    // The fault has brought the focus to the first of them.
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('heading', { name: 'You have taken it' }));
    expect(await axeFaults(page)).toEqual([]);
    const { body } = await stage.at.ask('Amal', `GET /warnings/${warning}/acknowledgements`);
    expect(body.data).toMatchObject([{ state: 'acknowledged', escalation: null }]);
    expect(faults).toEqual([]);
  });

  test('at a desk, in the dark: passing asks the next', async () => {
    const { page, warning, faults } = await open({ viewport: desk, colorScheme: 'dark' });
    await expectShown(page.getByRole('heading', { name: 'Will you take it?' }));
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: /^Not me/ }).check();
    await page.getByRole('button', { name: 'Send this answer' }).click();
    await expectShown(page.getByRole('heading', { name: 'You have passed it on' }));
    const next = await stage.tokenFor(stage.agora.owner.address, warning);
    // In the same tab: only what stands behind the `#` is another.
    await page.goto(`/answer#token=${next}`);
    await expectShown(page.getByText('This was the last step'));
    expect(await page.getByRole('radio').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  test('whoever comes late reads who has it, and signs in for more at the warning', async () => {
    const board = await browser.open('/', { token: stage.agora.token });
    await expectShown(board.page.getByText('Live', { exact: true }));
    const warning = await stage.raise();
    const token = await stage.tokenFor(stage.ada.address, warning);
    const row = board.page.locator(`[data-warning="${warning}"]`);
    await expectShown(row.getByText(/^Step 1 of \d has fired$/));
    await expectShown(row.getByText(/^Next step in/));
    await stage.at.ask('Agora', `POST /warnings/${warning}/acknowledgement`, { body: { state: 'working' } });
    const { page, faults } = await browser.open(`/answer#token=${token}`);
    await expectShown(page.getByRole('heading', { name: 'Somebody has answered' }));
    await expectShown(page.getByText('a machine of your organisation'));
    await page.getByRole('link', { name: 'Open the warning (sign in)' }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
    expect(new URL(page.url()).pathname).toBe(`/warnings/${warning}`);
    expect(faults).toEqual([]);
  });

  test('a link that opens nothing says so, and where to go', async () => {
    const { page, faults } = await browser.open('/answer#token=nonsense', { viewport: phone });
    await expectShown(page.getByText('This link does not work'));
    await expectShown(page.getByRole('link', { name: 'Open the warning (sign in)' }));
    expect(faults).toEqual([]);
  });
});
