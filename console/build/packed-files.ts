import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const packable = /\.(js|css|svg|webmanifest)$/;

/** One less than the most, which takes three times as long for a sixtieth. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
const brotli = promisify(brotliCompress);
const packings = { '.br': (content: Buffer) => brotli(content, { params }), '.gz': promisify(gzip) };

/** Writes each text file once more beside itself, packed as small as it gets: the server sends that to whoever takes it. */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    apply: 'build',
    // After all that writes files.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const names = await readdir(dir, { recursive: true });
        await Promise.all(names.filter((name) => packable.test(name)).map((name) => packEach(path.join(dir, name))));
      },
    },
  };
}

async function packEach(file: string): Promise<void> {
  const content = await readFile(file);
  const pack = async ([ending, packed]: [string, (content: Buffer) => Promise<Buffer>]): Promise<void> =>
    writeFile(`${file}${ending}`, await packed(content));
  await Promise.all(Object.entries(packings).map(pack));
}
