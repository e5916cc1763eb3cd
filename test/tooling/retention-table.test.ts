import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { retention } from '../../core/domain/retention.ts';
import { retentionTable } from './retention-table.ts';

test('docs/data-protection.md says what the code keeps, and for how long', async () => {
  // Print it anew: npx tsx test/tooling/retention-table.ts
  expect(await readFile('docs/data-protection.md', 'utf8')).toContain(`${retentionTable()}\n`);
});

test('docker-compose.yml hands every setting of it on', async () => {
  const compose = await readFile('docker-compose.yml', 'utf8');
  for (const { setting } of Object.values(retention)) {
    expect(compose).toContain(`${setting}: \${${setting}:-}`);
  }
});
