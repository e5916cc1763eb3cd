#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

if (existsSync(main)) {
  process.setSourceMapsEnabled(true);
  process.argv[1] = main;
  await import(new URL('../dist/cli/main.js', import.meta.url).href);
} else {
  process.stderr.write(
    `tocsin: not built yet (there is no ${main}).\n` +
      'Run `npm run build` in the clone once; `npm start` and `npm test` do it by themselves.\n',
  );
  process.exitCode = 1;
}
