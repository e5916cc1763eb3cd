import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { enterByLink, giveAuthenticator, join, setUpCodes } from '../support/console-people.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startProxy } from '../support/proxy.ts';
import { writeWarning } from '../support/raise-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

describeWithChromium('a strong factor is asked for when it is needed', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], coordinator: 'Hub' });
    browser = await openBrowser(`http://localhost:${network.server.port}`);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  const invite = (address: string) =>
    network.ask('Amal', 'POST /invitations', { body: { address, role: 'responder' } });

  test('raising asks for a code in the middle, keeps all that was typed, and goes on', async () => {
    const address = 'noor@amal.example';
    await invite(address);
    const { page, faults } = await browser.open('/');
    await join(network, page, address, 'Noor');
    const code = await setUpCodes(page);
    await page.getByRole('button', { name: 'I have kept them' }).click();

    const other = await browser.open('/', { viewport: phone });
    await enterByLink(network, other.page, address);
    await expectShown(other.page.getByRole('heading', { name: 'Board' }));
    await other.page.goto('/raise');
    await writeWarning(other.page, 'March through the quarter');
    await other.page.getByRole('button', { name: 'Raise the warning' }).click();
    const dialog = other.page.getByRole('dialog', { name: 'Show that it is you' });
    await dialog.getByLabel('Code of your app, six digits').fill('000000');
    await dialog.getByRole('button', { name: 'Use this code' }).first().click();
    await expectShown(dialog.getByText('This code is wrong'));
    await dialog.getByLabel('Code of your app, six digits').fill(code(1));
    await dialog.getByRole('button', { name: 'Use this code' }).first().click();
    await expectShown(other.page.getByRole('heading', { name: 'March through the quarter' }));
    const { body } = await network.ask('Amal', 'GET /warnings');
    expect(body.data.map(({ headline }: { headline: string }) => headline)).toEqual(['March through the quarter']);
    expect(faults).toEqual([]);
  });

  test('who is to add a first factor, and has added one in another window, shows that one', async () => {
    const address = 'sol@amal.example';
    await invite(address);
    const { page, faults } = await browser.open('/');
    await join(network, page, address, 'Sol');
    await page.goto('/raise');
    await writeWarning(page, 'Posters at the school');
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
    await expectShown(dialog.getByRole('button', { name: 'Add a passkey' }));

    const other = await browser.open('/');
    await enterByLink(network, other.page, address);
    await expectShown(other.page.getByRole('heading', { name: 'Board' }));
    await other.page.goto('/account');
    const app = await setUpCodes(other.page);

    await dialog.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(dialog.getByText('Another window has added this meanwhile.'));
    await dialog.getByLabel('Code of your app, six digits').fill(app(1));
    await dialog.getByRole('button', { name: 'Use this code' }).first().click();
    await expectShown(page.getByRole('heading', { name: 'Posters at the school' }));
    expect(faults).toEqual([]);
  });

  test('the coordinator’s people show a strong factor before anything else', async () => {
    const { owner } = network.network.of('Hub');
    const { page } = await browser.open('/');
    await giveAuthenticator(page);
    await enterByLink(network, page, owner.address);
    await expectShown(page.getByRole('heading', { name: 'Show that it is you' }));
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
  });

  test('a connection that is refused for want of a factor asks for it by itself, and comes back', async () => {
    const { owner, organisation } = network.network.of('Hub');
    const proxy = await startProxy(network.server.url);
    const elsewhere = await openBrowser(proxy.url);
    try {
      await network.store.sql.query('DELETE FROM passkey WHERE member_id = $1', [owner.id]);
      const { page } = await elsewhere.open('/');
      await enterByLink(network, page, owner.address);
      const app = await setUpCodes(page);
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await expectShown(page.getByText('Live', { exact: true }));

      // The factor was shown yesterday, and then the network is away for a moment.
      await network.store.sql.query(
        `UPDATE session SET strong_at = strong_at - interval '1 day' WHERE member_id = $1`,
        [owner.id],
      );
      await signIn(network.store, owner);
      proxy.cut();
      await expectShown(page.getByText('Offline', { exact: true }));
      proxy.heal();
      const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
      await expectShown(dialog);
      await dialog.getByRole('button', { name: 'Not now' }).click();
      await page.getByRole('alert').getByRole('button', { name: 'Show a passkey or a code' }).click();
      await dialog.getByLabel('Code of your app, six digits').fill(app(1));
      await dialog.getByRole('button', { name: 'Use this code' }).first().click();
      await expectShown(page.getByText('Live', { exact: true }));
      expect(await page.getByLabel(`Signed in as ${organisation.name}`).count()).toBe(1);
    } finally {
      await elsewhere.close();
      await proxy.close();
    }
  });
});
