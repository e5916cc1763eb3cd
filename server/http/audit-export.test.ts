import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { revokeKey } from '../../core/store/commands/key.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';

let at: TestServer;
/** More than a connection holds on its way. */
const entries = 30_000;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Ida'], platforms: ['Agora'], coordinator: 'Hub' });
  const { organisation, key } = at.network.of('Ida');
  const actor = { organisationId: organisation.id, memberId: null, keyId: key.id };
  for (let first = 0; first < entries; first += 5_000) {
    await at.store.writer.run(async (unit) => {
      for (let index = 0; index < 5_000; index += 1) {
        unit.append({
          id: v7(),
          type: 'subscription.changed',
          actor,
          data: { subscription: v7(), filler: 'x'.repeat(900) },
        });
      }
    });
  }
}, 120_000);
afterAll(() => at.close());

function begin(token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/jsonl' };
    get(`${at.server.url}/api/v1/audit`, { headers, agent: false }, resolve).on('error', reject);
  });
}

async function linesOf(response: IncomingMessage): Promise<string[]> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text.split('\n').slice(0, -1);
}

test('an export of more than fits into a connection is whole and in order', async () => {
  const response = await begin(at.network.of('Hub').token);
  const lines = await linesOf(response);
  expect(lines.length).toBeGreaterThan(entries);
  const sequences = lines.map(
    (line) => at.store.positions.decode((JSON.parse(line) as { position: string }).position)?.sequence,
  );
  expect(sequences).toEqual(sequences.toSorted((one, other) => Number(one) - Number(other)));
}, 60_000);

// It is written no faster than it is read: else all of it would have been on its way before.
test('a credential that is revoked while it reads gets no more, and not what could be taken for the whole', async () => {
  const { key, token } = await at.network.key('Hub');
  const response = await begin(token);
  await until(() => response.readableLength > 0);
  await at.store.writer.run(revokeKey(key.id));
  await expect(linesOf(response)).rejects.toThrow('aborted');
}, 60_000);
