import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { desk, expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { askForLink, giveAuthenticator, join, mailedLink, setUpCodes } from '../support/console-people.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

describeWithChromium('people in the console', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
    browser = await openBrowser(`http://localhost:${network.server.port}`);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('a mailed link signs in by its button, once, and leaves nothing of itself in the address', async () => {
    const { owner } = network.network.of('Amal');
    const { page, faults } = await browser.open('/', { viewport: phone });
    const link = await askForLink(network, page, owner.address);
    await page.goto(link);
    await expectShown(page.getByRole('heading', { name: 'Sign in to Tocsin' }));
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Board' }));

    const again = await browser.open(link);
    await again.page.getByRole('button', { name: 'Sign in' }).click();
    await expectShown(again.page.getByText('This link was used already'));
    expect(faults).toEqual([]);
  });

  test('somebody is invited, adds a passkey, names it, and signs in with it', async () => {
    const address = 'ida@amal.example';
    await network.ask('Amal', 'POST /invitations', { body: { address, role: 'responder' } });
    const { page, faults } = await browser.open('/', { viewport: desk });
    await giveAuthenticator(page);
    await page.goto(await mailedLink(network, 'invitation', address));
    await expectShown(page.getByRole('heading', { name: 'Join Amal' }));
    await page.getByLabel('Your name').fill('Ida Berg');
    await page.getByRole('button', { name: 'Accept and sign in' }).click();
    await expectShown(page.getByText('Your account has no passkey'));
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: /^Rename: .* on Linux$/ }).click();
    await page.getByLabel('Name of the passkey').fill('Laptop');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await expectShown(page.getByRole('button', { name: 'Remove the passkey Laptop' }));

    await page.getByLabel('Signed in as Amal').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expectShown(page.getByRole('heading', { name: 'Your account' }));
    expect(faults).toEqual([]);
  });

  test('a session in another browser ends from one’s account', async () => {
    const { owner } = network.network.of('Amal');
    const cookieOf = async (): Promise<string> => (await signIn(network.store, owner)).headers['cookie'] ?? '';
    const other = await browser.open('/', { cookie: await cookieOf() });
    await expectShown(other.page.getByText('Live', { exact: true }));
    const { page } = await browser.open('/account', { cookie: await cookieOf() });
    await page.getByRole('button', { name: 'Sign out everywhere but here' }).click();
    await expectShown(other.page.getByText('Your session or key is not valid any more'));
    await expectShown(page.getByText('Live', { exact: true }));
  });

  test('recovery codes stay on the screen, whatever is read anew beneath them, until somebody says that they are kept', async () => {
    const address = 'rana@amal.example';
    await network.ask('Amal', 'POST /invitations', { body: { address, role: 'responder' } });
    const { page, faults } = await browser.open('/', { viewport: phone });
    await join(network, page, address, 'Rana');
    await setUpCodes(page);
    const dialog = page.getByRole('dialog', { name: 'Your recovery codes' });
    const codes = await dialog.locator('[data-secret]').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    // As the button of the browser does that goes back to a page of the console.
    await page.evaluate(() => {
      history.pushState(null, '', '/');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('heading', { name: 'Your account', includeHidden: true }).waitFor({ state: 'detached' });
    await expectShown(dialog);
    expect(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(false);
    expect(await dialog.locator('[data-secret]').allInnerTexts()).toEqual(codes);
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    const file = readFileSync(await (await downloading).path(), 'utf8');
    for (const code of codes) expect(file).toContain(code);
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  test('whoever leaves and is erased types their name first, and is signed out', async () => {
    const address = 'tala@amal.example';
    await network.ask('Amal', 'POST /invitations', { body: { address, role: 'responder' } });
    const { page, faults } = await browser.open('/');
    await giveAuthenticator(page);
    await join(network, page, address, 'Tala Haddad');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('button', { name: /^Remove the passkey/ }));
    await page.getByRole('button', { name: 'Leave and erase me: Tala Haddad' }).click();
    await page.getByRole('button', { name: 'Erase me', exact: true }).click();
    await expectShown(page.getByText('This is not the name.'));
    expect(await members()).toContain('Tala Haddad');
    await page.getByLabel('Type “Tala Haddad” to confirm').fill(' Tala  Haddad');
    await page.getByRole('button', { name: 'Erase me', exact: true }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
    expect(await members()).not.toContain('Tala Haddad');
    expect(faults).toEqual([]);
  });

  async function members(): Promise<string[]> {
    const { body } = await network.ask('Amal', 'GET /members');
    return body.data.map(({ name }: { name: string }) => name);
  }
});
