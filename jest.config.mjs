/** Jest runs the TypeScript sources as ESM; swc strips the types, `tsc --noEmit` checks them. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2023',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Much of a test is waiting: with one worker less than there are cores, as Jest has it, the cores idle.
  maxWorkers: '100%',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/console/dist/',
    '<rootDir>/client-sdk/dist/',
    '<rootDir>/data/',
  ],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // The first file that asks for a database waits for PostgreSQL to be set up, on two busy cores.
  testTimeout: 60_000,
  workerIdleMemoryLimit: '512MB',
};
