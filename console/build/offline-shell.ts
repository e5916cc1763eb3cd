import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** The service worker's file: it stands at the root, or it would see nothing of the pages. */
export const workerFile = 'service-worker.js';

/** What opens without a network, besides what every page begins with: these and what they load. */
const pages =
  /\/src\/(board\/(answer-by-key|filters)|alerts\/on-shift|marks\/refusal|session\/(sign-in|signing-out)|raise\/raise-page|warning\/warning-page|factors\/step-up-question)\.tsx$/;
const words = /\/src\/languages\/(\w\w)(?:\/(?:leaving|people|raising|refusing|shift|warnings))?\.ts$/;

type Chunk = Rolldown.OutputChunk;

/** Writes in front of the service worker which of the built files it keeps, and the version that they make up. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const first = chunks.filter(({ isEntry, fileName }) => isEntry && fileName !== workerFile);
      const later = chunks.filter(({ facadeModuleId }) => pages.test(facadeModuleId ?? ''));
      const shell = filesOf([...first, ...later], bundle);
      const spoken: Record<string, string[]> = {};
      for (const chunk of chunks) {
        const [, language] = words.exec(chunk.facadeModuleId ?? '') ?? [];
        if (language === undefined) continue;
        const files = filesOf([chunk], bundle).filter((file) => !shell.includes(file));
        spoken[language] = [...new Set([...(spoken[language] ?? []), ...files])];
      }
      const file = path.join(dir, workerFile);
      const script = await readFile(file, 'utf8');
      const page = await readFile(path.join(dir, 'index.html'), 'utf8');
      const listed = { shell, words: spoken };
      const version = createHash('sha256').update(JSON.stringify(listed)).update(page).update(script).digest('hex');
      const built = { version: version.slice(0, 12), ...listed };
      await writeFile(file, `const built = ${JSON.stringify(built)};\n${script}`);
    },
  };
}

/** Chunks, what they import, and their stylesheets, by their addresses. */
function filesOf(chunks: readonly Chunk[], bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const add = (chunk: Chunk): void => {
    if (found.has(`/${chunk.fileName}`)) return;
    found.add(`/${chunk.fileName}`);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(`/${style}`);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  chunks.forEach(add);
  return [...found].toSorted();
}
