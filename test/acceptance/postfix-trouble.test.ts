import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStage, type Platform, type Stage } from '../support/escalations.ts';
import type { TakenMail } from '../support/mail-server.ts';
import { describeWithPostfix } from '../support/needs.ts';
import { startPostfix, type Postfix, type Question, type Ruling } from '../support/postfix.ts';
import { startTocsin } from '../support/processes.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';

interface Kept {
  id: string;
  state: string;
  attempts: number;
  answer: string | null;
  message_id: string | null;
}

type Rule = (at: Question['at'], before: number) => Ruling | Promise<Ruling>;

describeWithPostfix('a mail that goes through Postfix', () => {
  /** How Postfix rules on the mails of an address: asked with how often it was asked this before. */
  const rules = new Map<string, Rule>();
  const asked = new Map<string, number>();
  let postfix: Postfix;
  let network: Proxy;
  let stage: Stage;

  beforeAll(async () => {
    postfix = await startPostfix(({ recipient, at }) => {
      const before = asked.get(`${recipient} ${at}`) ?? 0;
      asked.set(`${recipient} ${at}`, before + 1);
      return rules.get(recipient)?.(at, before) ?? 'DUNNO';
    });
    network = await startProxy(postfix.url);
    stage = await openStage({ smtpUrl: network.url });
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    await network.close();
    await postfix.close();
  }, 30_000);

  /** Raises a warning whose one mail goes to an owner, and is ruled on so; answers to whom. */
  async function mailed(rule: Rule): Promise<{ address: string; platform: Platform; warning: string }> {
    const platform = await stage.platform(({ owner }) => {
      rules.set(owner.address, rule);
      return { steps: [{ after: 0, to: [{ type: 'member', id: owner.id }] }] };
    });
    return { address: platform.owner.address, platform, warning: await stage.raise(platform) };
  }

  const kept = async (address: string): Promise<Kept | undefined> =>
    (
      await stage.store.sql.query<Kept>(
        'SELECT id, state, attempts, answer, message_id FROM delivery WHERE recipient = $1 ORDER BY created_at',
        [address],
      )
    ).rows[0];
  const ended = (address: string, state: string): Promise<Kept> =>
    until(async () => [await kept(address)].find((one) => one?.state === state), {
      what: `a mail to ${address} that is ${state}`,
      timeout: 25_000,
    });
  /** Waits for as many mails as were taken: they are delivered a moment later. */
  const taken = (address: string, count: number): Promise<TakenMail[]> =>
    until(async () => {
      const mails = (await postfix.taken()).filter(({ to }) => to === address);
      return mails.length >= count ? mails : undefined;
    });
  const drop = (): void => {
    network.cut();
    network.heal();
  };

  test('is tried again while Postfix defers it, and sent once', async () => {
    const { address } = await mailed((at, before) => {
      if (at === 'RCPT' && before === 0) return '450 4.2.0 mailbox busy';
      return at === 'END-OF-MESSAGE' && before === 0 ? '452 4.3.1 no room' : 'DUNNO';
    });
    const sent = await ended(address, 'sent');
    expect(sent).toMatchObject({ attempts: 3, answer: expect.stringMatching(/^250 2\.0\.0 Ok: queued as/) });
    expect(await taken(address, 1)).toMatchObject([{ messageId: sent.message_id }]);
  });

  test('fails with Postfix’s words where it refuses the recipient', async () => {
    const { address } = await mailed((at) => (at === 'RCPT' ? '550 5.1.1 no such mailbox' : 'DUNNO'));
    const failed = await ended(address, 'failed');
    expect(failed).toMatchObject({ attempts: 1, answer: expect.stringMatching(/^550 5\.1\.1 .*no such mailbox/) });
  });

  test('is sent once where Postfix answers slowly', async () => {
    let answer = (): void => undefined;
    const ruled = new Promise<Ruling>((resolve) => (answer = () => resolve('DUNNO')));
    const { address } = await mailed((at) => (at === 'END-OF-MESSAGE' ? ruled : 'DUNNO'));
    await until(() => asked.get(`${address} END-OF-MESSAGE`));
    expect(await kept(address)).toMatchObject({ state: 'pending', attempts: 1 });
    answer();
    expect(await ended(address, 'sent')).toMatchObject({ attempts: 1 });
    expect(await taken(address, 1)).toHaveLength(1);
  });

  test('is sent once though the connection was lost before it was whole', async () => {
    const { address } = await mailed((at, before) => {
      if (at === 'DATA' && before === 0) network.cutAfter(1_000);
      return 'DUNNO';
    });
    expect(await ended(address, 'sent')).toMatchObject({ attempts: 2 });
    expect(await taken(address, 1)).toHaveLength(1);
  });

  test('comes again under the same Message-ID where the connection was lost after it was whole', async () => {
    const { address } = await mailed((at, before) => {
      if (at === 'END-OF-MESSAGE' && before === 0) drop();
      return 'DUNNO';
    });
    const { attempts, message_id: messageId } = await ended(address, 'sent');
    expect(attempts).toBe(2);
    expect(await taken(address, 2)).toMatchObject([{ messageId }, { messageId }]);
  });

  test('comes again under the same Message-ID where its worker was killed before it heard that it was taken', async () => {
    await stage.workers().stop();
    const env = {
      DATABASE_URL: stage.store.databaseUrl,
      SMTP_URL: network.url,
      TOCSIN_PUBLIC_URL: 'https://tocsin.example',
      TOCSIN_MAIL_FROM: 'alarm@tocsin.example',
    };
    const worker = await startTocsin(['work'], { env, ready: /Tocsin works/, timeout: 60_000 });
    const { address } = await mailed((at, before) => {
      if (at === 'END-OF-MESSAGE' && before === 0) network.strand();
      return 'DUNNO';
    });
    await taken(address, 1);
    await worker.kill();
    const [delivery] = [await kept(address)];
    expect(delivery).toMatchObject({ state: 'pending', attempts: 1 });
    const successor = await stage.startWorkers();
    try {
      // As the sweep does a minute later.
      await successor.queues.add('email', { delivery: delivery?.id ?? '', attempt: 1 });
      const { attempts, message_id: messageId } = await ended(address, 'sent');
      expect(attempts).toBe(2);
      expect(await taken(address, 2)).toMatchObject([{ messageId }, { messageId }]);
    } finally {
      await successor.close();
    }
  }, 60_000);
});
