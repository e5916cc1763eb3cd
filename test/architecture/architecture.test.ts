import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { violations } from './fences.ts';
import { readModule, readModules } from './modules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the house keeps its own rules', () => {
  const modules = readModules(root);
  expect(modules.length).toBeGreaterThan(10);
  expect(violations(modules)).toEqual([]);
});

describe('imports are read', () => {
  test.each([
    ['a static import', `import { a } from './b.ts';`],
    ['a type', `import type { A } from './b.ts';`],
    ['a side effect', `import './b.ts';`],
    ['a re-export', `export { a } from './b.ts';`],
    ['a re-export of everything', `export * from './b.ts';`],
    ['a dynamic import', `export const b = async () => await import('./b.ts');`],
    ['a type in place', `export let b: import('./b.ts').B;`],
  ])('%s', (_name, text) => {
    expect(readModule('server/hub/a.ts', text).imports).toEqual(['server/hub/b.ts']);
  });

  test('not what a comment or a string says', () => {
    expect(readModule('server/a.ts', `// import './b.ts';\nexport const a = "import './c.ts'";`).imports).toEqual([]);
  });
});

describe('each rule can fail', () => {
  test.each([
    ['core/contract/warning.ts', '../domain/raise.ts', 'may import nothing of ours'],
    ['core/domain/raise.ts', '../store/log.ts', 'may import core/contract'],
    ['core/store/log.ts', '../queue/jobs.ts', 'may import'],
    ['core/queue/jobs.ts', '../store/log.ts', 'may import'],
    ['core/config/environment.ts', '../store/log.ts', 'may import'],
    ['core/lifecycle/cleanups.ts', '../queue/queue.ts', 'may import nothing of ours'],
    ['server/app.ts', '../workers/app.ts', 'may import'],
    ['server/app.ts', '../cli/main.ts', 'may import'],
    ['server/app.ts', '../client-sdk/index.ts', 'may import'],
    ['server/app.ts', '../test/support/until.ts', 'may import'],
    ['workers/app.ts', '../server/app.ts', 'may import'],
    ['client-sdk/index.ts', '../core/domain/raise.ts', 'may import core/contract.'],
    ['console/src/board.tsx', '../../core/domain/raise.ts', 'may import core/contract, client-sdk'],
    ['core/contract/warning.ts', 'pg', 'may use zod'],
    ['core/contract/warning.ts', 'node:fs', 'may use zod'],
    ['core/domain/raise.ts', 'node:fs', 'may use zod'],
    ['client-sdk/socket.ts', 'ioredis', 'may use zod'],
    ['console/src/board.tsx', 'socket.io-client', 'may use zod'],
    ['server/http/warnings.ts', 'kysely', 'belongs to core/store'],
    ['workers/email/send.ts', 'pg', 'belongs to core/store'],
    ['workers/email/send.ts', 'bullmq', 'belongs to core/queue'],
    ['workers/email/send.ts', 'express', 'belongs to server'],
    ['server/hub/nodes.ts', 'ioredis/built/cluster', 'belongs to core/queue'],
    ['core/store/notify.ts', 'nodemailer', 'belongs to workers'],
    ['cli/tail.ts', 'socket.io-client', 'belongs to client-sdk'],
    ['server/http/inbox.ts', 'smtp-server', 'belongs to cli/embedded'],
    ['workers/app.ts', 'commander', 'belongs to cli'],
  ])('%s must not import %s', (path, specifier, reason) => {
    const [message, ...more] = violations([readModule(path, `import '${specifier}';`)]);
    expect(message).toContain(reason);
    expect(more).toEqual([]);
  });

  test('a circle, also one of types alone', () => {
    const modules = [
      readModule('server/a.ts', `import type { B } from './b.ts';`),
      readModule('server/b.ts', `export * from './hub/c.ts';`),
      readModule('server/hub/c.ts', `export const a = () => import('../a.ts');`),
    ];
    expect(violations(modules)).toEqual(['Circle: server/a.ts → server/b.ts → server/hub/c.ts → server/a.ts.']);
  });

  test.each([
    ['server/utils/dates.ts', '"utils" says nothing'],
    ['workers/email/helpers.ts', '"helpers" says nothing'],
    ['server/hub/room-manager.ts', '"room-manager" says nothing'],
    ['client-sdk/types.ts', '"types" says nothing'],
    ['core/log.ts', "no file stands at core's root"],
    ['core/search/index.ts', 'core/search has no fence yet'],
  ])('%s is no place', (path, reason) => {
    expect(violations([readModule(path, '')]).join('\n')).toContain(reason);
  });
});

test.each([
  'core/contract/warning.test.ts',
  'client-sdk/test/peer.ts',
  'console/vite.config.ts',
  'console/build/packed-files.ts',
  'test/acceptance/raise.ts',
])('%s may reach further than the product', (path) => {
  expect(violations([readModule(path, `import '../server/app.ts'; import 'fast-check'; import 'socket.io';`)])).toEqual(
    [],
  );
});
