import { expect, test } from '@jest/globals';
import { listen } from '../../test/support/listener.ts';
import { startTestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';

test('what a socket sends counts as a use of its key, long after it was let in', async () => {
  const served = await startTestServer({ platforms: ['Agora'] });
  const { key, token } = served.network.of('Agora');
  const lastUsed = async (): Promise<Date | null | undefined> =>
    (
      await served.store.sql.query<{ at: Date | null }>('SELECT last_used_at AS at FROM api_key WHERE id = $1', [
        key.id,
      ])
    ).rows[0]?.at;
  try {
    const one = await listen(served.server.url, token);
    await until(async () => (await lastUsed()) !== null);
    const { rows } = await served.store.sql.query<{ at: Date }>(
      `UPDATE api_key SET last_used_at = now() - interval '1 day' WHERE id = $1 RETURNING last_used_at AS at`,
      [key.id],
    );
    await one.send('subscribe', {});
    one.close();
    // What is gathered is written down at the latest when the server ends.
    await served.server.close();
    expect((await lastUsed())?.getTime()).toBeGreaterThan(rows[0]?.at.getTime() ?? Infinity);
  } finally {
    await served.close();
  }
}, 30_000);
