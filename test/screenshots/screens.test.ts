import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { screens } from './screens.ts';

const read = (file: string): string => readFileSync(new URL(`../../console/src/${file}`, import.meta.url), 'utf8');

/** Every address that the console has a page for: those of whoever is signed in, and those outside. */
function routes(): string[] {
  const inside = [...read('routes.tsx').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  const outside = [...read('session/session-gate.tsx').matchAll(/^ {2}'(\/[^']*)':/gm)].map(([, path]) => path);
  return [...inside, ...outside].map(String);
}

test('a picture is taken of every page of the console', () => {
  const found = routes();
  expect(found).toEqual(expect.arrayContaining(['/', '/warnings/$id', '/apply']));
  const shown = screens.map(({ path, route }) => route ?? (path as string).replace(/\?.*/, ''));
  expect(found.filter((route) => !shown.includes(route))).toEqual([]);
  expect(shown.filter((route) => !found.includes(route))).toEqual([]);
});

test('no two pictures have one name', () => {
  const names = screens.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
