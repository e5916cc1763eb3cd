import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { expectSound } from '../support/looks.ts';
import { mailedToken, startTestMail, type TestMail } from '../support/mail-server.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

describeWithChromium('the coordinator answers for who is in', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let mail: TestMail;
  let workers: TestWorkers;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Office' });
    mail = await startTestMail();
    workers = await startTestWorkers({ databaseUrl: network.store.databaseUrl, smtpUrl: mail.url });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await workers.close();
    await mail.close();
    await network.close();
  });

  const office = (): string => network.network.of('Office').token;

  test('who has nothing yet is told what belongs there and what comes next; a warning is practised step by step', async () => {
    const board = await browser.open('/', { token: office(), viewport: phone });
    await expectShown(board.page.getByRole('listitem').filter({ hasText: 'Admit the first' }).getByText('Done'));
    await expectShown(board.page.getByRole('link', { name: 'To the drills' }));
    await expectSound(board);
    await board.page.getByRole('button', { name: 'Hide these steps' }).click();
    await board.page.reload();
    await expectShown(board.page.getByText('The warnings of all members appear here'));
    expect(await board.page.getByRole('button', { name: 'Hide these steps' }).count()).toBe(0);
    const platform = await browser.open('/', { token: network.network.of('Agora').token });
    await expectShown(platform.page.getByText('Your organisation follows nothing'));

    const { page, faults } = await browser.open('/', { token: network.network.of('Amal').token });
    await page.getByRole('link', { name: 'Practise raising a warning' }).click();
    await page.getByRole('link', { name: 'To the form' }).click();
    const practice = page.getByRole('complementary', { name: 'Practice' });
    await expectShown(practice.getByText('Step 1 of 4'));
    await page.getByRole('button', { name: 'Raise the test' }).click();
    await practice.getByRole('button', { name: 'I have seen it' }).click();
    await expectShown(practice.getByText('Step 3 of 4'));
    await expectSound({ page, faults });
    expect((await network.ask('Agora', 'GET /warnings?status=test')).body.data).toEqual([]);
    await page.getByRole('link', { name: 'Revise' }).click();
    await page.getByLabel('Headline').first().fill('Practice: it moved');
    await page.getByRole('button', { name: 'Publish the revision' }).click();
    await expectShown(practice.getByText('Step 4 of 4'));
    await page.getByRole('button', { name: 'All-clear' }).click();
    await page.getByLabel('Why is it over?').fill('Practised.');
    await page.getByRole('button', { name: 'Call it off' }).click();
    await expectShown(practice.getByText('Well done.'));
    await practice.getByRole('link', { name: 'All steps' }).click();
    await expectShown(page.getByRole('link', { name: 'Practise again' }));
  });

  test('an organisation is suspended and resumed, braked and released, its warnings retracted', async () => {
    await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'Not ours' }) });
    const { page, faults } = await browser.open('/network/organisations', { token: office(), viewport: phone });
    const amal: Locator = page.locator(`[data-organisation="${network.network.of('Amal').organisation.id}"]`);
    await amal.getByRole('button', { name: 'Suspend: Amal' }).click();
    await amal.getByRole('button', { name: 'Suspend the organisation' }).click();
    await expectShown(amal.getByRole('alert').getByRole('link', { name: 'reason' }));
    await amal.getByLabel('Reason').fill('Its accounts were taken over.');
    await amal.getByRole('button', { name: 'Suspend the organisation' }).click();
    await expectShown(amal.getByText('Suspended', { exact: true }));
    expect((await network.ask('Amal', 'GET /me')).status).toBe(403);
    await amal.getByRole('button', { name: 'Resume: Amal' }).click();
    await amal.getByRole('button', { name: 'Let it back in' }).click();
    await expectShown(amal.getByText('In good standing'));

    await amal.getByRole('button', { name: 'Brake: Amal' }).click();
    await amal.getByLabel('Reason').fill('Too many at once.');
    await amal.getByRole('button', { name: 'Put the brake on' }).click();
    await expectShown(amal.getByText('Brake on'));
    expect((await network.ask('Amal', 'POST /warnings', { body: aRaise() })).status).toBe(409);
    await amal.getByRole('button', { name: 'Release the brake: Amal' }).click();
    await amal.getByRole('button', { name: 'Release it' }).click();
    await expectShown(amal.getByRole('button', { name: 'Brake: Amal' }));

    await amal.getByRole('button', { name: 'Retract its warnings: Amal' }).click();
    await amal.getByLabel('Reason').fill('It was not itself.');
    await amal.getByLabel('Suspend it as well').uncheck();
    await amal.getByRole('button', { name: 'Retract all of them' }).click();
    await expectShown(amal.getByText('This is not the name.'));
    await amal.getByLabel('Type “Amal” to confirm').fill('Amal');
    await amal.getByRole('button', { name: 'Retract all of them' }).click();
    await expectShown(amal.getByRole('button', { name: 'Retract its warnings: Amal' }));
    const { body } = await network.ask('Amal', 'GET /warnings');
    expect(body.data.map(({ state }: { state: string }) => state)).toEqual(['cancelled']);
    expect(faults).toEqual([]);
  });

  test('an organisation is admitted without an application, with a clearance and a limit of its own', async () => {
    const { page } = await browser.open('/network/organisations', { token: office() });
    await page.getByRole('button', { name: 'Admit an organisation' }).click();
    await page.getByLabel('Name').fill('Bela');
    await page.getByLabel('Mail address of its owner').fill('ida@bela.example');
    await page.getByLabel('Clearance').selectOption('TLP:GREEN');
    await page.getByLabel('Extreme').fill('2');
    await page.getByRole('button', { name: 'Admit it' }).click();
    const bela = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Bela' }) });
    await expectShown(bela.getByText('Extreme: 2'));
    await expectShown(bela.getByText('TLP:GREEN'));
    expect(await mailedToken(mail, 'ida@bela.example', /./)).not.toBe('');
  });

  test('a drill is run, answered and reported; the health of the network says who is missed', async () => {
    await network.ask('Agora', 'POST /subscriptions', { body: { name: 'All', channels: [{ type: 'live' }] } });
    const { page, faults } = await browser.open('/network/drills', { token: office(), viewport: phone });
    await expectShown(page.getByText('No drill yet.'));
    await page.getByRole('link', { name: 'Run a drill' }).click();
    await page.getByRole('button', { name: 'Raise the exercise' }).click();
    await page.getByRole('link', { name: 'Who answered when' }).click();
    await expectShown(page.getByText('0 of 1 answered'));
    await expectShown(page.getByRole('row', { name: /Agora.*Not connected.*Never/ }));

    const health = await browser.open('/network/health', { token: office() });
    await expectShown(health.page.getByText('1 platform with unanswered warnings is not connected.'));
    await expectShown(health.page.getByRole('row', { name: /Agora.*Not connected/ }));
    await expectSound(health);

    const [drill] = (await network.ask('Agora', 'GET /warnings?status=exercise')).body.data;
    await network.ask('Agora', `POST /warnings/${drill.id}/acknowledgement`, {
      body: { state: 'no_action', reason: 'not_found' },
    });
    await expectShown(page.getByText('1 of 1 answered'));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toMatch(
      /^\uFEFForganisation,.*\r\nAgora,Agora,no_action,/,
    );
    await expectSound({ page, faults });
    await page.goto('/network/drills');
    await expectShown(page.getByRole('heading', { name: drill.headline }));
  });

  test('the statistics are of the network or of one member, as the address says; each table is a file, the page a document', async () => {
    await network.ask('Amal', 'POST /warnings', { body: aRaise({ severity: 'minor' }) });
    const { page, faults } = await browser.open('/statistics?period=year', { token: office(), viewport: phone });
    await expectShown(page.getByText('All warnings of the network'));
    await page.getByLabel('Organisation', { exact: true }).selectOption('Amal');
    await expectShown(page.getByText('Warnings raised by Amal'));
    const { id } = network.network.of('Amal').organisation;
    expect(new URL(page.url()).search).toBe(`?period=year&organisation=${id}`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV: By severity' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('severities.csv');
    expect(await readFile(await file.path(), 'utf8')).toMatch(
      /^\uFEFFWhat,Warnings,Share\r\n(.*\r\n)*Minor,1,[\d.]+\r\n$/,
    );
    await page.emulateMedia({ media: 'print' });
    await expectShown(page.getByText('Made on'));
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });
});
