import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** The files outside core that import a name, tests aside. */
function importers(name: string): string[] {
  const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*core/domain/`);
  return ['server', 'workers', 'cli']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => !file.endsWith('.test.ts') && imported.test(readFileSync(file, 'utf8')))
    .toSorted();
}

test('warnings are shown where their being read is noted, and nowhere else', () => {
  expect(importers('presentWarning')).toEqual(['server/showing.ts']);
  // The hub notes what it sends as it sends it.
  expect(importers('tell')).toEqual(['server/hub/telling.ts', 'server/showing.ts']);
});
