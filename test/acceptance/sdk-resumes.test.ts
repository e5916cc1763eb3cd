import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { memoryPositions, Unauthorized } from '../../client-sdk/src/index.ts';
import { revokeKey } from '../../core/store/commands/key.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';
import { follow, raiseTests, Served } from './served.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let served: Served;
const children: ChildProcess[] = [];

beforeAll(async () => {
  served = await Served.start();
}, 90_000);

afterEach(async () => {
  await served.closeClients();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => served.stop(), 30_000);

test('a consumer that is killed between two events misses none and repeats none', async () => {
  const ida = served.client('Ida');
  const [positions, effects] = [join(served.folder, 'positions.json'), join(served.folder, 'effects')];
  const start = (dieAfter: number) => {
    const script = join(root, 'dist/test/acceptance/following.js');
    const args = [script, served.url, served.network.of('Agora').token, positions, effects, String(dieAfter)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };
  const handed = () => (existsSync(effects) ? readFileSync(effects, 'utf8').trim().split('\n') : []);
  const before = await served.loggedTests();

  const first = start(3);
  await until(() => existsSync(positions));
  await raiseTests(ida, 6);
  if (first.exitCode === null && first.signalCode === null) await once(first, 'exit');
  expect(first.signalCode).toBe('SIGKILL');
  expect(handed()).toHaveLength(3);

  const second = start(1);
  if (second.exitCode === null && second.signalCode === null) await once(second, 'exit');
  await raiseTests(ida, 4);
  start(0);
  await until(() => handed().length === 10);
  await raiseTests(ida, 1);
  await until(() => handed().length >= 11);
  expect(handed()).toEqual((await served.loggedTests()).slice(before.length));
}, 60_000);

test('a server that is killed while it sends is resumed from, without a gap or a repeat', async () => {
  const ida = served.client('Ida');
  const positions = memoryPositions();
  const { heard } = await follow(served.client('Agora'), { statuses: ['test'], positions });
  const before = await served.loggedTests();
  for (const stop of ['SIGKILL', 'SIGTERM'] as const) {
    const raising = raiseTests(ida, 8);
    await until(() => heard.length % 8 >= 3);
    await served.restart(stop);
    await raising;
    await until(async () => heard.length >= (await served.loggedTests()).length - before.length);
  }
  expect(heard.map(({ id }) => id)).toEqual((await served.loggedTests()).slice(before.length));
  expect(heard).toHaveLength(16);
}, 90_000);

test('an application that is slower than the network gets everything from a buffer of three', async () => {
  const before = await served.loggedTests();
  const agora = served.client('Agora');
  const events = agora.events({ statuses: ['test'], buffer: 3 });
  const first = events.next();
  await until(() => agora.state === 'live');
  await raiseTests(served.client('Ida'), 25);
  const heard = [(await first).value?.id];
  while (heard.length < 25) heard.push((await events.next()).value?.id);
  expect(heard).toEqual((await served.loggedTests()).slice(before.length));
  await events.return?.();
}, 30_000);

test('a key that is revoked ends its subscriptions within a second or two', async () => {
  const { key, token } = await served.network.key('Agora');
  const { closed } = await follow(served.client('Agora', token));
  await served.store.writer.run(revokeKey(key.id));
  await expect(within(3_000, closed)).rejects.toThrow(Unauthorized);
});
