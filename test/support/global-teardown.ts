/** Jest's globalTeardown: it runs in the process of `global-setup.ts`. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { closeTestCluster?: () => Promise<void> }).closeTestCluster?.();
}
