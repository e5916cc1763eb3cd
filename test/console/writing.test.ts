import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startProxy } from '../support/proxy.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';

describeWithChromium('what somebody is writing', () => {
  let network: TestServer;
  let browser: TestBrowser;
  const token = (name: string): string => network.network.of(name).token;
  const raise = async (changes: Parameters<typeof aRaise>[0] = {}): Promise<string> => {
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise(changes) });
    return body.id;
  };
  const get = async (id: string) => (await network.ask('Amal', `GET /warnings/${id}`)).body;
  const revise = (id: string, revision: number, body: object) =>
    network.ask('Amal', `POST /warnings/${id}/revisions`, { body, headers: { 'if-match': `"${revision}"` } });
  const openRevision = async (id: string): Promise<Page> => {
    const { page } = await browser.open(`/warnings/${id}/revise`, { token: token('Amal') });
    await expectShown(page.getByRole('heading', { name: 'Revise your warning' }));
    await expectShown(page.getByText('Live', { exact: true }));
    return page;
  };

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], platforms: ['Agora', 'Bazaar'], coordinator: 'Office' });
    const { caller } = network.network.of('Agora');
    await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('an answer that did not get through stands in its form, and is given once when it is sent again', async () => {
    const id = await raise({ headline: 'To be answered' });
    const proxy = await startProxy(network.server.url);
    const elsewhere = await openBrowser(proxy.url);
    try {
      const { page } = await elsewhere.open(`/warnings/${id}`, { token: token('Agora'), viewport: phone });
      await page.getByRole('button', { name: 'We took measures' }).click();
      await page.getByLabel('Note to the issuer').fill('Two posts removed.');
      proxy.cut();
      await page.getByRole('button', { name: 'Send', exact: true }).first().click();
      await page.getByText('The network did not answer.').waitFor({ timeout: 20_000 });
      await page.getByText('This could not be renewed just now').first().waitFor({ timeout: 20_000 });
      expect(await page.getByLabel('Note to the issuer').inputValue()).toBe('Two posts removed.');
      proxy.heal();
      await page.getByRole('button', { name: 'Send', exact: true }).first().click();
      await expectShown(page.getByText('Sent.'));
      await page.getByText('This could not be renewed just now').first().waitFor({ state: 'detached' });
    } finally {
      await elsewhere.close();
      await proxy.close();
    }
    const { body } = await network.ask('Agora', `GET /warnings/${id}`);
    expect(body.acknowledgement).toMatchObject({ state: 'actioned', note: 'Two posts removed.' });
  }, 60_000);

  test('a comment whose answer was lost is sent again under its key, and stands there once', async () => {
    const id = await raise({ headline: 'To be asked about' });
    const { page } = await browser.open(`/warnings/${id}`, { token: token('Agora') });
    const keys: (string | undefined)[] = [];
    await page.route('**/comments', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.fulfill({ status: 500, contentType: 'text/plain', body: 'lost on its way' });
    });
    await page.getByLabel('Comment', { exact: true }).fill('Which city?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expectShown(page.getByText('The network did not answer.'));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expectShown(page.getByText('Sent.'));
    expect(new Set(keys).size).toBe(1);
    const { body } = await network.ask('Agora', `GET /warnings/${id}/comments`);
    expect(body.data).toHaveLength(1);
  });

  test('a raise whose answer was lost, then changed, leads to what was stored instead of raising it twice', async () => {
    const { page } = await browser.open('/raise', { token: token('Amal') });
    const expires = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
    const draft = { ...aRaise({ headline: 'Raised once' }), expires, key: 'one-intention' };
    await page.evaluate(
      ([place, kept]) => localStorage.setItem(place!, kept!),
      [`tocsin.draft.${network.network.of('Amal').organisation.id}`, JSON.stringify(draft)],
    );
    await page.reload();
    let lost = false;
    await page.route('**/api/v1/warnings', async (route) => {
      if (lost || route.request().method() !== 'POST') return route.continue();
      lost = true;
      await route.fetch();
      return route.fulfill({ status: 500, contentType: 'text/plain', body: 'lost on its way' });
    });
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    await expectShown(page.getByText('The network did not answer.'));
    await page.getByLabel('Headline').first().fill('Raised once, corrected');
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    await expectShown(page.getByText('Your first attempt did get through'));
    await page.getByRole('link', { name: 'Raised once' }).click();
    await expectShown(page.getByRole('heading', { level: 1, name: 'Raised once' }));
    const { body } = await network.ask('Amal', 'GET /warnings?q=Raised%20once');
    expect(body.data).toHaveLength(1);
  });

  test('the preview of a revision counts whom it widens to, and nobody before somebody is named', async () => {
    const id = await raise({ audience: { only: [network.network.of('Agora').organisation.id] } });
    const page = await openRevision(id);
    const preview = page.getByRole('region', { name: 'Whom it reaches' });
    await expectShown(preview.getByText('2 organisations', { exact: true }).first());
    await page.getByRole('radio', { name: /The whole network/ }).check();
    await expectShown(preview.getByText('4 organisations', { exact: true }).first());
    await page.getByRole('radio', { name: /Only some/ }).check();
    await page.getByRole('combobox', { name: 'Only these organisations' }).press('Backspace');
    await expectShown(preview.getByText('Name at least one organisation'));
  });

  test('tightening says plainly what is out already: the name of its issuer, and under which marking', async () => {
    const page = await openRevision(await raise({ tlp: 'TLP:GREEN' }));
    const preview = page.getByRole('region', { name: 'Whom it reaches' });
    await page.getByRole('checkbox', { name: /Do not name us as the issuer/ }).check();
    await expectShown(preview.getByText(/They know already that it is yours: .*Agora.*/));
    await page.getByRole('radio', { name: /TLP:AMBER\+STRICT/ }).check();
    await expectShown(preview.getByText(/They have it already as TLP:GREEN: .*Agora.*/));
  });

  test('a revision survives a reload, and goes on from what a colleague published meanwhile', async () => {
    const id = await raise({ headline: 'Before' });
    const page = await openRevision(id);
    await page.getByLabel('What happened, or is about to?').first().fill('What I know now.');
    await page.reload();
    await expectShown(page.getByText('Live', { exact: true }));
    expect(await page.getByLabel('What happened, or is about to?').first().inputValue()).toBe('What I know now.');

    await revise(id, 1, { headline: 'By a colleague', severity: 'extreme' });
    await expectShown(page.getByText('Revision 2 was published meanwhile. It changed: headline, severity.'));
    await page.getByRole('button', { name: 'Publish the revision' }).click();
    await expectShown(page.getByText('There is a newer revision'));
    await page.getByRole('button', { name: 'Go on from revision 2' }).click();
    await page.getByRole('button', { name: 'Publish the revision' }).click();
    await expectShown(page.getByText('Revised: what happened.'));
    expect(await get(id)).toMatchObject({
      revision: 3,
      headline: 'By a colleague',
      description: 'What I know now.',
      severity: 'extreme',
    });
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('a warning that ends while it is revised leaves the text, to be raised anew', async () => {
    const id = await raise({ headline: 'About to end' });
    const page = await openRevision(id);
    await page.getByLabel('Headline').first().fill('It goes on');
    await network.ask('Amal', `POST /warnings/${id}/cancellation`, { body: { reason: 'Too early.' } });
    await expectShown(page.getByText('The warning is over'));
    expect(await page.getByLabel('Headline').first().inputValue()).toBe('It goes on');
    await page.getByRole('button', { name: 'Raise it as a new warning' }).click();
    await expectShown(page.getByRole('heading', { name: 'Raise a warning' }));
    expect(await page.getByLabel('Headline').first().inputValue()).toBe('It goes on');
  });

  test('a form that was emptied by a slip of the thumb is brought back by the same button', async () => {
    const { page } = await browser.open('/raise', { token: token('Bela'), viewport: phone });
    await page.getByLabel('Headline').fill('Half an hour of work');
    await page.getByRole('button', { name: 'Empty the form' }).click();
    expect(await page.getByLabel('Headline').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByLabel('Headline').inputValue()).toBe('Half an hour of work');
    await page.reload();
    expect(await page.getByLabel('Headline').inputValue()).toBe('Half an hour of work');
  });

  test('signing out on a shared device takes the drafts along where that is asked for', async () => {
    const { page } = await browser.open('/raise', { token: token('Bela') });
    await page.getByLabel('Headline').fill('Not for others');
    await page.getByLabel('Signed in as Bela').click();
    await page.getByRole('button', { name: 'Sign out and delete the drafts' }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('a corroboration that is changed keeps what its form does not show, and its anonymity', async () => {
    const id = await raise({ headline: 'To be corroborated' });
    await network.ask('Bela', `POST /warnings/${id}/corroborations`, {
      body: { sighting: 'not_seen', countries: ['AT'], note: 'Nothing yet', withhold: true },
    });
    const { page } = await browser.open(`/warnings/${id}`, { token: token('Bela') });
    await page.getByRole('button', { name: 'Change what you said' }).click();
    await page.getByLabel('Note', { exact: true }).fill('Nothing in Vienna yet');
    await page.getByRole('button', { name: 'Send', exact: true }).first().click();
    await page.getByLabel('Note', { exact: true }).waitFor({ state: 'detached' });
    const { body } = await network.ask('Bela', `GET /warnings/${id}/corroborations`);
    expect(body.data).toMatchObject([
      { sighting: 'not_seen', countries: ['AT'], note: 'Nothing in Vienna yet', withhold: true },
    ]);
  });
});
