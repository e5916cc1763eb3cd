import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface PackageRoot {
  readonly directory: string;
  readonly version: string;
}

/** The folder of Tocsin's package.json, above this file wherever it was built to. */
export function packageRoot(): PackageRoot {
  let directory = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(directory, 'package.json'))) {
    const above = path.dirname(directory);
    if (above === directory)
      throw new Error('No package.json stands above the server: was it moved out of its package?');
    directory = above;
  }
  const { version } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as { version: string };
  return { directory, version };
}
