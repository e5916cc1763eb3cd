import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from '../../client-sdk/src/index.ts';
import { freePort } from '../support/ports.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { paste, ran } from '../support/shell.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

const minutes = 60_000;
let directories: string[];
let network: TocsinProcess;
let beside: TocsinProcess;
let url: string;

beforeAll(async () => {
  directories = await Promise.all([1, 2].map(() => mkdtemp(path.join(tmpdir(), 'tocsin-cli-'))));
  [network, beside] = (await Promise.all(directories.map((directory) => start(directory)))) as [
    TocsinProcess,
    TocsinProcess,
  ];
  const demo = JSON.parse(await readFile(path.join(directories[0] ?? '', 'demo.json'), 'utf8')) as { url: string };
  url = demo.url;
}, 3 * minutes);

afterAll(async () => {
  await Promise.all([network.stop(), beside.stop()]);
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
}, minutes);

function start(directory: string, port = '0'): Promise<TocsinProcess> {
  const env = { PORT: port, TOCSIN_DATA_DIR: directory };
  return startTocsin(['demo', '--empty'], { env, ready: /Ctrl-C stops the network/, timeout: 2 * minutes });
}

/** `tocsin …` on the first network. */
function tocsin(words: string, env: Record<string, string> = {}): Promise<string> {
  return ran(`node cli/tocsin.js ${words}`, { TOCSIN_DATA_DIR: directories[0] ?? '', TOCSIN_URL: url, ...env });
}

async function failed(words: string, env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const { output, exited } = paste(`node cli/tocsin.js ${words}`, { TOCSIN_DATA_DIR: directories[0] ?? '', ...env });
  return { code: await exited, said: output.join('\n') };
}

async function keyOf(organisation: string, scopes: string): Promise<{ token: string; prefix: string }> {
  const made = await tocsin(`key add ${organisation} --name test --scope ${scopes} --expires 1d --json`);
  return JSON.parse(made) as { token: string; prefix: string };
}

describe('an empty network, beside another one', () => {
  test('both run, each on its own, and each is found by its data directory', async () => {
    expect(network.output.join('\n')).toContain('without the demo');
    await tocsin('org add "First here" --kind observer');
    const there = await tocsin('org list --json', { TOCSIN_DATA_DIR: directories[1] ?? '' });
    expect(JSON.parse(there)).toEqual([]);
    expect(await tocsin('org list')).toContain('First here');
  });

  test(
    'a port in use is said to be, before anything is set up',
    async () => {
      const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-cli-'));
      const { port } = new URL(url);
      const refused = await start(directory, port).catch((error: Error) => error.message);
      expect(refused).toContain(`Port ${port} is in use: set PORT to another one`);
      expect(refused).not.toContain('Applied migration');
      await rm(directory, { recursive: true, force: true });
    },
    2 * minutes,
  );

  test('a data directory in use is said to be, and by whom', async () => {
    await expect(start(directories[0] ?? '')).rejects.toThrow(`is in use by the process ${network.pid}`);
  });
});

describe('the command line', () => {
  test(
    'admits a platform and a CSO that warn, hear and answer each other',
    async () => {
      await tocsin('org add Wacht --kind cso --country DE --language de');
      await tocsin('org add Agora --kind platform');
      await tocsin('member add Agora --name "Ada Lind" --address ada@agora.example --role responder --red');
      await tocsin('subscription add Agora --name German --country DE --language de --mail role:responder');
      expect(await tocsin('subscription add Agora --name Austrian --language de-AT')).toContain('Mind: de-AT misses');
      const cso = await keyOf('Wacht', 'warnings:read,warnings:write');
      const platform = await keyOf('Agora', 'warnings:read,acknowledgements:write');
      const as = { TOCSIN_KEY: platform.token };

      const positions = path.join(directories[0] ?? '', 'positions.json');
      const tail = `node cli/tocsin.js tail --json --after start --consumer desk --positions ${positions}`;
      const file = path.join(directories[0] ?? '', 'warning.json');
      await writeFile(file, JSON.stringify(aRaise()));
      const raise = `raise --file ${file} --json --idempotency-key friday`;
      const wrong = await failed('raise', { TOCSIN_URL: url, TOCSIN_KEY: cso.token });
      expect(wrong).toMatchObject({ code: 2, said: expect.stringMatching(/^tocsin: \/language: This is required\./) });
      const raised = JSON.parse(await tocsin(raise, { TOCSIN_KEY: cso.token })) as { id: string };
      expect(JSON.parse(await tocsin(raise, { TOCSIN_KEY: cso.token }))).toEqual(raised);
      const first = paste(tail, { TOCSIN_URL: url, ...as });
      await until(() => first.output.some((line) => line.startsWith('{') && line.includes(raised.id)));
      expect(await first.interrupt()).toBe(0);

      const answered = await tocsin('acknowledge latest --state working --note "We look." --json', as);
      expect(JSON.parse(answered)).toMatchObject({ warning: raised.id, state: 'working', note: 'We look.' });

      // It goes on where the first one ended.
      const second = paste(tail, { TOCSIN_URL: url, ...as });
      const next = await until(() => second.output.find((line) => line.startsWith('{')));
      expect(JSON.parse(next)).toMatchObject({ type: 'acknowledgement.changed' });
      expect(await second.interrupt()).toBe(0);
    },
    2 * minutes,
  );

  test(
    'revokes a key and suspends an organisation, and the network obeys',
    async () => {
      await tocsin('org add Lens --kind observer');
      const { token, prefix } = await keyOf('Lens', 'warnings:read');
      const other = await keyOf('Lens', 'warnings:read');
      const code = async (key: string): Promise<string> => {
        const client = connect({ url, token: key });
        const answer = await client.me().then(
          () => 'ok',
          (error: { code: string }) => error.code,
        );
        await client.close();
        return answer;
      };
      expect(await code(token)).toBe('ok');
      await tocsin(`key revoke ${prefix}`);
      await until(async () => (await code(token)) === 'unauthorized');
      await tocsin('org suspend Lens');
      await until(async () => (await code(other.token)) === 'suspended');
      await tocsin('org resume Lens');
      await until(async () => (await code(other.token)) === 'ok');
      const listed = await tocsin('key list Lens');
      expect(listed).toMatch(new RegExp(`${prefix} .*revoked`));
      expect(listed).not.toContain(token);
    },
    2 * minutes,
  );

  test('verifies the log', async () => {
    const verified = JSON.parse(await tocsin('audit verify --json')) as { whole: boolean; to: number; hash: string };
    expect(verified.whole).toBe(true);
    expect(verified.to).toBeGreaterThan(0);
    expect(verified.hash).toMatch(/^[0-9a-f]{64}$/);
    await tocsin('org add Later --kind observer');
    expect(await tocsin(`audit verify --against ${verified.hash}`)).toContain('It holds to what was kept');
    const other = await failed(`audit verify --against ${'0'.repeat(64)}`);
    expect(other).toMatchObject({ code: 1, said: expect.stringContaining('NOT THE LOG') });
    expect((await failed('audit verify --against 12')).code).toBe(2);
  });

  test('prints a checkpoint to be kept, and an export that is verified without a database', async () => {
    const line = (await tocsin('audit checkpoint')).trim();
    expect(line).toMatch(/^\d+ [0-9a-f]{64} \d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-audit-'));
    const kept = path.join(directory, 'checkpoint');
    await writeFile(kept, `${line}\n`);
    await tocsin('org add Latest --kind observer');
    expect(await tocsin(`audit verify --against ${kept}`)).toContain('It holds to what was kept');
    const file = path.join(directory, 'log.jsonl');
    const log = await tocsin('audit export');
    expect(log).toContain('"audit.exported\\"');
    await writeFile(file, log);
    expect(await tocsin(`audit verify --export ${file} --against ${kept}`)).toMatch(/is whole.*\nIt holds to what/);
    const digests = path.join(directory, 'digests.jsonl');
    await writeFile(digests, await tocsin('audit export --digests'));
    expect(await readFile(digests, 'utf8')).not.toContain('content');
    const some = path.join(directory, 'some.jsonl');
    await writeFile(some, log.split('\n').slice(2, 4).join('\n'));
    expect(await tocsin(`audit verify --export ${some} --chain ${digests}`)).toContain('The chain holds each of them');
    await writeFile(some, (log.split('\n')[2] ?? '').replace(/"hash" ?: ?"\w{8}/, '"hash":"00000000'));
    const foreign = await failed(`audit verify --export ${some} --chain ${digests}`);
    expect(foreign).toMatchObject({ code: 1, said: expect.stringContaining('The chain lacks 1 of them') });
    await writeFile(file, log.replace('organisation.added', 'organisation.adored'));
    const broken = await failed(`audit verify --export ${file}`);
    expect(broken).toMatchObject({ code: 1, said: expect.stringMatching(/BROKEN at line \d+: its content/) });
    await rm(directory, { recursive: true });
  });

  test('migrates a database that needs nothing', async () => {
    expect(JSON.parse(await tocsin('migrate --json'))).toEqual({ applied: [] });
  });

  test.each([
    ['an unknown command', 'frobnicate', 2, 'unknown command'],
    ['a missing option', 'org add Nobody', 2, '--kind'],
    ['a choice that there is none of', 'org add Nobody --kind club', 2, 'Allowed choices are'],
    ['a time that is none', 'key add Wacht --name x --scope admin --expires soon', 2, 'RFC 3339'],
    ['an organisation that there is none of', 'key list Nobody', 1, 'There is no organisation "Nobody"'],
    ['a country code that is none', 'org add Nobody --kind cso --country UK', 2, 'GB'],
    ['a scope that is none', 'key add Wacht --name x --scope frobnicate', 2, '"frobnicate" is none of warnings:read'],
    ['a ground that is none', 'raise --key x --ground bogus', 2, 'none of antigypsyism'],
    ['a language that is none', 'tail --key x --language und', 2, 'und'],
    ['a name that is too long', `org add ${'x'.repeat(81)} --kind cso`, 2, '/name'],
    ['an empty key', 'tail --key ""', 1, 'Say who you are'],
    ['a persona where there is no demo', 'tail --as agora', 1, 'is without the demo'],
    [
      'a measure that is none',
      'acknowledge 01990000-0000-7000-8000-000000000000 --key x --measure bogus',
      2,
      '"bogus" is none of',
    ],
    ['no key', 'tail', 1, 'Say who you are'],
    ['no warning of this file', 'raise --key x --file /nowhere.json', 1, '/nowhere.json'],
  ])('%s: exit code and a sentence', async (_what, words, expected, sentence) => {
    const { code, said } = await failed(words);
    expect(said).toContain(sentence);
    expect(code).toBe(expected);
  });

  test('tail says from the first moment that nobody answers', async () => {
    const address = `http://127.0.0.1:${await freePort()}`;
    const tail = paste(`node cli/tocsin.js tail --key x --url ${address}`);
    await until(() => tail.output.some((line) => line.includes(`offline: ${address} is not reachable`)));
    expect(await tail.interrupt()).toBe(0);
  });

  test('a database that is away is named', async () => {
    const port = await freePort();
    const { code, said } = await failed('org list', {
      DATABASE_URL: `postgres://tocsin:secret@localhost:${port}/tocsin`,
    });
    expect(said).toContain(`PostgreSQL at localhost:${port} does not answer (ECONNREFUSED)`);
    expect(said).not.toContain('secret');
    expect(code).toBe(1);
  });

  test('says so where there is no network', async () => {
    const { code, said } = await failed('org list', { TOCSIN_DATA_DIR: '/nowhere' });
    expect(said).toContain('no embedded network runs on /nowhere');
    expect(code).toBe(1);
  });

  test('serve and work say what they need', async () => {
    for (const name of ['serve', 'work']) {
      const { code, said } = await failed(name);
      expect(said).toContain(`\`tocsin ${name}\` needs DATABASE_URL`);
      expect(code).toBe(1);
    }
  });
});
