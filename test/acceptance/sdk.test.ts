import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  Conflict,
  Forbidden,
  InvalidRequest,
  NotFound,
  RevisionStale,
  Unauthorized,
  Unprocessable,
} from '../../client-sdk/src/index.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { follow, Served } from './served.ts';

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

describe('the life of a warning', () => {
  test('is heard by who follows it, answered, and the answer heard by its issuer', async () => {
    const ida = served.client('Ida');
    const agora = served.client('Agora');
    const followed = await follow(agora, { countries: ['AT'], severity: 'severe' });
    const issued = await follow(ida, { countries: ['AT'] });

    const warning = await ida.raise(aRaise({ countries: ['AT'] }));
    await ida.raise(aRaise({ countries: ['FR'] }));
    await agora.acknowledge(warning.id, { state: 'working', note: 'We look into it.' });
    const revised = await ida.revise(warning.id, { severity: 'extreme' }, { revision: warning.revision });
    await agora.comment(warning.id, { text: 'Which groups?', audience: 'everyone' });
    await ida.cancel(warning.id, { reason: 'It is over.' });

    await until(() => followed.heard.length === 5 && issued.heard.length === 5);
    const types = [
      'warning.raised',
      'acknowledgement.changed',
      'warning.revised',
      'comment.added',
      'warning.cancelled',
    ];
    expect(followed.heard.map(({ type }) => type)).toEqual(types);
    expect(issued.heard.map(({ id }) => id)).toEqual(followed.heard.map(({ id }) => id));
    expect(followed.heard[0]?.warning).toMatchObject({ id: warning.id, headline: warning.headline, revision: 1 });
    expect(revised).toMatchObject({ revision: 2, severity: 'extreme' });
    expect(await agora.warning(warning.id)).toMatchObject({
      state: 'cancelled',
      acknowledgement: { state: 'pending' },
    });
  });

  test('without a filter it is what the organisation’s own subscriptions match', async () => {
    const channels = [{ type: 'live' as const }];
    const filter = { countries: ['LV'] };
    await served.store.writer.run(
      addSubscription(served.network.of('Bazaar').caller, { name: 'Latvia', filter, channels }),
    );
    const { heard } = await follow(served.client('Bazaar'));
    const ida = served.client('Ida');
    await ida.raise(aRaise({ countries: ['EE'] }));
    const { id } = await ida.raise(aRaise({ countries: ['LV'] }));
    await until(() => heard.length > 0);
    expect(heard.map(({ warning }) => warning.id)).toEqual([id]);
  });

  test('who has it and has seen it is told to its issuer', async () => {
    const [ida, bazaar] = [served.client('Ida'), served.client('Bazaar')];
    await follow(bazaar, { countries: ['MT'] });
    const { id } = await ida.raise(aRaise({ countries: ['MT'] }));
    const ofBazaar = async () => {
      const { data } = await ida.acknowledgements(id);
      return data.find(({ organisation }) => organisation.name === 'Bazaar');
    };
    await until(async () => (await ofBazaar())?.deliveredAt);
    bazaar.seen(id);
    await until(async () => (await ofBazaar())?.seenAt);
  });

  test('a page of warnings and what follows it leave no gap', async () => {
    const ida = served.client('Ida');
    const page = await ida.warnings({ country: ['SE'] });
    const { id } = await ida.raise(aRaise({ countries: ['SE'] }));
    const events = served.client('Agora').events({ countries: ['SE'], after: page.position });
    expect((await events.next()).value?.warning.id).toBe(id);
    await events.return?.();
  });

  test('refusals are errors of their kind', async () => {
    const [ida, agora] = [served.client('Ida'), served.client('Agora')];
    const warning = await ida.raise(aRaise());
    await ida.revise(warning.id, { urgency: 'immediate' }, { revision: 1 });
    const refused: [() => Promise<unknown>, new (...args: never[]) => Error, object][] = [
      [
        () => ida.raise(aRaise({ countries: ['UK'] })),
        InvalidRequest,
        { problem: { errors: [{ pointer: '/countries/0' }] } },
      ],
      [() => ida.warning('nothing'), NotFound, { code: 'not-found' }],
      [() => agora.raise(aRaise()), Forbidden, { code: 'kind-not-allowed' }],
      [
        () => ida.revise(warning.id, { severity: 'minor' }, { revision: 1 }),
        RevisionStale,
        { problem: { revision: 2 } },
      ],
      [
        () => ida.revise(warning.id, { urgency: 'immediate' }, { revision: 2 }),
        Unprocessable,
        { code: 'nothing-changed' },
      ],
      [() => ida.corroborate(warning.id), Conflict, { code: 'own-warning' }],
      [() => served.client('Ida', 'no key').me(), Unauthorized, { code: 'unauthorized' }],
      [() => ida.events({ countries: ['Germany'] }).next(), InvalidRequest, { code: 'invalid-request' }],
      [() => ida.events({ after: 'nowhere' }).next(), InvalidRequest, { code: 'position-invalid' }],
    ];
    for (const [call, expected, more] of refused) {
      const error = await call().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(expected);
      expect(error).toMatchObject(more);
    }
  });

  test('a raise that is sent twice under one key is one warning', async () => {
    const ida = served.client('Ida');
    const draft = aRaise();
    const first = await ida.raise(draft, { idempotencyKey: 'one' });
    expect(await ida.raise(draft, { idempotencyKey: 'one' })).toEqual(first);
    expect(await ida.preview({ countries: ['DE'] })).toMatchObject({ reads: { issuerNamed: true } });
    expect((await ida.me()).organisation.name).toBe('Ida');
  });
});

test('the ten lines of the README work when pasted', async () => {
  const readme = readFileSync(join(root, 'client-sdk/README.md'), 'utf8');
  const lines = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(lines.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10);
  const project = mkdtempSync(join(served.folder, 'pasted-'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'follow.mjs'), lines);
  const environmentOfReader = {
    PATH: process.env.PATH ?? '',
    TOCSIN_URL: served.url,
    TOCSIN_KEY: served.network.of('Bazaar').token,
  };
  let printed = '';
  const start = () => {
    const child = spawn(process.execPath, ['follow.mjs'], { cwd: project, env: environmentOfReader });
    children.push(child);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    return child;
  };
  const first = start();
  await until(() => existsSync(join(project, 'positions.json')));

  const ida = served.client('Ida');
  const { id } = await ida.raise(aRaise({ headline: 'Aufruf in Wien und Köln' }));
  await until(() => printed.includes('\n'));
  expect(printed).toBe('severe Aufruf in Wien und Köln\n');
  const acknowledged = async (warningId: string) => {
    const { data } = await ida.acknowledgements(warningId);
    return data.some(({ state, organisation }) => organisation.name === 'Bazaar' && state === 'acknowledged');
  };
  await until(() => acknowledged(id));

  // What a colleague answers meanwhile does not stop it.
  first.kill();
  await once(first, 'exit');
  const answered = await ida.raise(aRaise());
  await served.client('Bazaar').acknowledge(answered.id, { state: 'working' });
  const next = await ida.raise(aRaise());
  start();
  await until(() => acknowledged(next.id));
  expect(printed).toContain('working');
}, 30_000);
