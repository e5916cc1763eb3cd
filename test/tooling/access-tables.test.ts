import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { audienceTable, callTable } from './access-tables.ts';

test('docs/access.md says who may do and see what, as the code decides it', async () => {
  // Print the tables anew: npx tsx test/tooling/access-tables.ts
  const page = await readFile('docs/access.md', 'utf8');
  expect(page).toContain(`${callTable()}\n`);
  expect(page).toContain(`${audienceTable()}\n`);
});
