import { openTestCluster } from './cluster.ts';

/** Jest's globalSetup: the address at which test files get their databases, and how the teardown closes what they used. */
export default async function setUp(): Promise<void> {
  const { address, close } = await openTestCluster();
  process.env['TOCSIN_TEST_CLUSTER'] = address;
  (globalThis as { closeTestCluster?: () => Promise<void> }).closeTestCluster = close;
}
