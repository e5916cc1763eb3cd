import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const built = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** The page as it was built, and the sizes of the scripts that it asks for before it shows anything, gzipped. */
function firstLoad(): { page: string; sizes: number[] } {
  const file = path.join(built, 'index.html');
  if (!existsSync(file)) throw new Error('The console is not built: run `npm run build`.');
  const page = readFileSync(file, 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, script = '']) => script);
  return { page, sizes: scripts.map((script) => gzipSync(readFileSync(path.join(built, script))).length) };
}

test('the first page of the console asks for at most 200 KB of script', () => {
  const { sizes } = firstLoad();
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(200_000);
});

test('the page holds no script and no style of its own, so that its policy needs no unsafe-inline', () => {
  const { page } = firstLoad();
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});
