import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addKey, revokeKey, type MadeKey } from '../../core/store/commands/key.ts';
import { listen, type Listener } from '../../test/support/listener.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';

const many = 300;
/** Those who dial once it is gone. */
const late = 50;
let tested: TestServer;
beforeAll(async () => {
  tested = await startTestServer({ platforms: ['Agora'] });
});
afterAll(() => tested.close());

function make(name: string): Promise<MadeKey> {
  const { organisation } = tested.network.of('Agora');
  return tested.store.writer.run(addKey({ organisationId: organisation.id, name, scopes: ['warnings:read'] }));
}

test('a revoked key’s socket is told and closed while three hundred others, each with its own key, are let in', async () => {
  const [revoked, ...others] = await Promise.all(Array.from({ length: many + 1 }, (_, place) => make(`Key ${place}`)));
  if (!revoked) throw new Error('No key was made.');
  const { url } = tested.server;
  const doomed = await listen(url, revoked.token);
  const inside: Listener[] = [];
  const enter = async ({ token }: MadeKey): Promise<void> => void inside.push(await listen(url, token));
  const [first, ...rest] = others.slice(0, -late).map(enter);
  await first;
  await tested.store.writer.run(revokeKey(revoked.key.id));
  await until(() => doomed.losses.length > 0);
  expect(doomed.told).toEqual([{ name: 'goodbye', payload: { reason: 'revoked' } }]);
  // Whoever comes later still is let in as those are that came before.
  await Promise.all([...rest, ...others.slice(-late).map(enter)]);
  expect(inside).toHaveLength(many);
  expect(inside.flatMap(({ losses }) => losses)).toEqual([]);
  await expect(listen(url, revoked.token)).rejects.toMatchObject({ data: { type: '/problems/unauthorized' } });
  for (const listener of [doomed, ...inside]) listener.close();
});
