import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OrganisationKind } from '../../core/contract/vocabularies.ts';

/** An organisation of the demo and a key to act as it. */
export interface Persona {
  organisation: { id: string; name: string; kind: OrganisationKind };
  key: string;
}

/** What a network on this machine is reached by. `inbox`: null where mail goes to a server of one's own. */
export interface DemoFile {
  url: string;
  inbox: string | null;
  personas: Persona[];
}

function demoFile(dataDir: string): string {
  return path.join(dataDir, 'demo.json');
}

/** Undefined where no network was started on this data directory. */
export function readDemo(dataDir: string): DemoFile | undefined {
  try {
    return JSON.parse(readFileSync(demoFile(dataDir), 'utf8')) as DemoFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const wayOut = 'Mend it, or remove it: the next start writes it anew, with new keys.';
    throw new Error(`${demoFile(dataDir)} cannot be read (${(error as Error).message}). ${wayOut}`, { cause: error });
  }
}

/** For its owner alone: it holds keys. Replaced as a whole. */
export function writeDemo(dataDir: string, demo: DemoFile): void {
  const file = demoFile(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
