/**
 * A migrated, empty database of the test file's own, cloned from the run's template.
 * `drop()` it in `afterAll`; connections that are still open are cut.
 */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { url } = await ask('POST', '/databases');
  const name = new URL(url).pathname.slice(1);
  return {
    url,
    drop: async () => {
      await ask('DELETE', `/databases/${name}`);
    },
  };
}

async function ask(method: string, path: string): Promise<{ url: string }> {
  const cluster = process.env['TOCSIN_TEST_CLUSTER'];
  if (!cluster)
    throw new Error('TOCSIN_TEST_CLUSTER is not set: run this through Jest, whose globalSetup opens the test cluster.');
  // No connection is kept: it would hold the test file's process open.
  const response = await fetch(cluster + path, { method, headers: { connection: 'close' } });
  if (!response.ok) throw new Error(`The test cluster says: ${await response.text()}`);
  return (await response.json()) as { url: string };
}
