import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from '../../client-sdk/src/index.ts';
import type { DemoFile } from '../../cli/demo/demo-file.ts';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import { createDatabase } from '../support/database.ts';
import { startTestMail } from '../support/mail-server.ts';
import { describeWithRedis } from '../support/needs.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { startRedis } from '../support/redis.ts';
import { paste, ran } from '../support/shell.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

const minutes = 60_000;
let dataDir: string;
let network: TocsinProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tocsin-start-'));
  network = await start(dataDir);
}, 2 * minutes);

afterAll(async () => {
  await network.stop();
  await rm(dataDir, { recursive: true, force: true });
}, minutes);

/** A network as `npm start` runs it, once it has said all that it has to say. */
function start(directory: string, ...words: string[]): Promise<TocsinProcess> {
  const env = { PORT: '0', TOCSIN_DATA_DIR: directory };
  return startTocsin(['demo', ...words], { env, ready: /Ctrl-C stops the network/, timeout: 2 * minutes });
}

async function demoOf(directory: string): Promise<DemoFile> {
  return JSON.parse(await readFile(path.join(directory, 'demo.json'), 'utf8')) as DemoFile;
}

function printed(word: string): string {
  const found = network.output.find((line) => line.startsWith('  node ') && line.includes(` ${word} `));
  if (found === undefined) throw new Error(`No command to ${word} was printed:\n${network.output.join('\n')}`);
  return found.trim();
}

async function inbox(): Promise<ReceivedMail[]> {
  const { inbox: address } = await demoOf(dataDir);
  const response = await fetch(address ?? '', { headers: { accept: 'application/json', connection: 'close' } });
  return ((await response.json()) as { data: ReceivedMail[] }).data;
}

/** What the network holds, as its coordinator sees it: ids, states, and who has answered what. */
async function whatStands(): Promise<string[]> {
  const { url, personas } = await demoOf(dataDir);
  const token = personas.find(({ organisation }) => organisation.kind === 'coordinator')?.key ?? '';
  const client = connect({ url, token });
  try {
    const { data } = await client.warnings({ limit: 200, status: ['actual', 'exercise'] });
    const answers = await Promise.all(data.map(({ id }) => client.acknowledgements(id)));
    return data.map(({ id, revision, state }, index) => {
      const answered = answers[index]?.data.map((one) => `${one.organisation.name} ${one.state}`) ?? [];
      return [id, revision, state, ...answered.toSorted()].join(' ');
    });
  } finally {
    await client.close();
  }
}

describe('npm start', () => {
  test('prints what to open, and it opens', async () => {
    const { url, inbox: mails } = await demoOf(dataDir);
    const said = network.output.join('\n');
    for (const address of [url, mails, `${url}/api/v1/docs`]) {
      expect(said).toContain(address);
      const response = await fetch(address ?? '', { headers: { accept: 'text/html', connection: 'close' } });
      expect([address, response.status]).toEqual([address, 200]);
      expect(await response.text()).toContain('<');
    }
  });

  test('prints one key for each persona, and keeps the same for its owner alone', async () => {
    const { mode } = await stat(path.join(dataDir, 'demo.json'));
    expect(mode & 0o777).toBe(0o600);
    const demo = await demoOf(dataDir);
    expect(Object.keys(demo)).toEqual(['url', 'inbox', 'personas']);
    const kinds = demo.personas.map(({ organisation }) => organisation.kind);
    expect(kinds.filter((kind) => kind === 'cso')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'platform')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'coordinator')).toHaveLength(1);
    for (const persona of demo.personas) {
      expect(Object.keys(persona)).toEqual(['organisation', 'key']);
      expect(Object.keys(persona.organisation)).toEqual(['id', 'name', 'kind']);
      const line = network.output.find((each) => each.includes(persona.key));
      expect(line).toContain(persona.organisation.name);
      const client = connect({ url: demo.url, token: persona.key });
      expect((await client.me()).organisation).toEqual(persona.organisation);
      await client.close();
    }
  });

  test('prints whom one may be, and a link to sign in as each comes to the inbox', async () => {
    const { url } = await demoOf(dataDir);
    const owners = network.output.flatMap((line) => /^ {2}(\S+@\S+\.example)$/.exec(line)?.[1] ?? []);
    expect(owners.map((address) => address.split('@')[1])).toEqual([
      'wachsam.example',
      'agora.example',
      'coordination.example',
    ]);
    for (const address of owners) {
      const answer = await fetch(`${url}/api/v1/sign-in/link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', connection: 'close' },
        body: JSON.stringify({ address }),
      });
      expect(answer.ok).toBe(true);
      await until(async () =>
        (await inbox()).some(({ to, text }) => to.includes(address) && text.includes('/sign-in/link#token=')),
      );
    }
  });

  test('the demo’s warnings say that they are one, each in its own language', async () => {
    const { url, personas } = await demoOf(dataDir);
    const agora = personas.find(({ organisation }) => organisation.name === 'Agora (demo)');
    const client = connect({ url, token: agora?.key ?? '' });
    const { data } = await client.warnings({ limit: 200 });
    await client.close();
    expect(data.length).toBeGreaterThanOrEqual(12);
    for (const { headline, description } of data) expect(`${headline}\n${description}`).toMatch(/DEMO(.|\n)*d[eé]mo/i);
    expect(new Set(data.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(data.map(({ state }) => state))).toContain('cancelled');
    expect(data.some(({ issuer }) => issuer.id === undefined)).toBe(true);
    expect(data.some(({ revision }) => revision > 1)).toBe(true);
  });

  test(
    'the three printed commands show a warning travel, an answer come, and its mail arrive',
    async () => {
      const tail = paste(printed('tail'));
      try {
        await until(() => tail.output.some((line) => line.includes('listening')), { timeout: minutes });
        const raised = await ran(printed('raise'));
        const id = /Raised (\S+):/.exec(raised)?.[1] ?? 'no id';
        await until(() => tail.output.some((line) => line.includes('raised') && line.includes(id)));
        expect(await ran(printed('acknowledge'))).toContain(id);
        await until(() => tail.output.some((line) => line.includes('→ acknowledged') && line.includes(id)));
        const mailed = (whom: RegExp) => async () =>
          (await inbox()).find(({ to, text }) => whom.test(to.join()) && text.includes(id));
        // Who raised it hears of the first answer; whoever else is expected to answer has not.
        await until(mailed(/@wachsam\.example$/), { timeout: minutes, what: 'a mail about the answer' });
        const mail = await until(mailed(/@flimmer\.example$/), {
          timeout: 2 * minutes,
          what: 'an escalation mail about the warning that was raised',
        });
        expect(mail.subject).toContain('TLP:AMBER');
      } finally {
        expect(await tail.interrupt()).toBe(0);
      }
    },
    4 * minutes,
  );

  test(
    'Ctrl-C, even twice, ends it within two seconds, and the next start finds everything',
    async () => {
      const before = { stands: await whatStands(), mails: (await inbox()).map(({ id }) => id) };
      const { personas } = await demoOf(dataDir);
      process.kill(network.pid, 'SIGINT');
      expect(await within(2_000, network.stop('SIGINT'))).toBe(0);
      network = await start(dataDir);
      expect((await demoOf(dataDir)).personas).toEqual(personas);
      for (const { key } of personas) expect(network.output.join('\n')).toContain(key);
      expect(await whatStands()).toEqual(before.stands);
      expect((await inbox()).map(({ id }) => id)).toEqual(expect.arrayContaining(before.mails));
    },
    3 * minutes,
  );

  test(
    'killed with −9, it starts again and finds everything',
    async () => {
      const stands = await whatStands();
      await network.kill();
      network = await start(dataDir);
      expect(await whatStands()).toEqual(stands);
    },
    3 * minutes,
  );

  test(
    'killed in the middle of filling the network, the next start goes on',
    async () => {
      const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-start-'));
      const env = { PORT: '0', TOCSIN_DATA_DIR: directory };
      try {
        const halfway = await startTocsin(['demo'], { env, ready: /filling the network/, timeout: 2 * minutes });
        await halfway.kill();
        const again = await start(directory);
        try {
          const listed = await ran('node cli/tocsin.js org list --json', { TOCSIN_DATA_DIR: directory });
          const names = (JSON.parse(listed) as { name: string }[]).map(({ name }) => name);
          expect(names).toEqual((await demoOf(dataDir)).personas.map(({ organisation }) => organisation.name));
        } finally {
          await again.stop();
        }
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
    4 * minutes,
  );
});

describeWithRedis('npm start with parts of one’s own', () => {
  test(
    'each address that is set takes the place of an embedded part',
    async () => {
      const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-start-'));
      const [database, redis, mail] = await Promise.all([createDatabase(), startRedis(), startTestMail()]);
      const env = { PORT: '0', TOCSIN_DATA_DIR: directory, DATABASE_URL: database.url, REDIS_URL: redis.url };
      try {
        const own = await startTocsin(['demo'], {
          env: { ...env, SMTP_URL: mail.url },
          ready: /Ctrl-C stops the network/,
          timeout: 2 * minutes,
        });
        try {
          expect((await demoOf(directory)).inbox).toBeNull();
          expect((await readdir(directory)).toSorted()).toEqual(['demo.json', 'owner.json', 'tocsin.log']);
          await until(() => mail.received().length > 0, { timeout: minutes, what: 'a mail at one’s own server' });
        } finally {
          expect(await own.stop()).toBe(0);
        }
      } finally {
        await Promise.all([redis.stop(), mail.close(), database.drop()]);
        await rm(directory, { recursive: true, force: true });
      }
    },
    4 * minutes,
  );
});
