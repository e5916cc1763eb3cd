import path from 'node:path';

/** What a bundler knows of a module while it cuts its chunks. */
interface Cutting {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const source = path.resolve(import.meta.dirname, '../src');
const isOurs = (id: string): boolean => !id.includes('node_modules') && /\.tsx?$/.test(id);

/**
 * Cuts what of ours every page begins with into two chunks: what the small script in front asks ahead with, and all else. A browser
 * takes six files at a time over HTTP/1.1, and each of a dozen small ones would hold up a large one.
 */
export const firstView = [
  { name: chunkOf('ahead', 'opening.ts'), priority: 2 },
  { name: chunkOf('console', 'main.tsx'), priority: 0 },
];

/** Names the chunk for each module of ours that an entry imports, however far, and not for what is loaded later. */
function chunkOf(name: string, entry: string): (id: string, cutting: Cutting) => string | null {
  const from = path.join(source, entry);
  let known: Set<string> | undefined;
  return (id, cutting) => {
    known ??= reached(from, cutting);
    return id !== from && known.has(id) ? name : null;
  };
}

function reached(from: string, cutting: Cutting): Set<string> {
  const found = new Set([from]);
  for (const id of found) {
    for (const imported of cutting.getModuleInfo(id)?.importedIds ?? []) if (isOurs(imported)) found.add(imported);
  }
  return found;
}
