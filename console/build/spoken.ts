import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { catalogues, offered, type Language } from '../src/languages/catalogues.ts';

const file = path.join(import.meta.dirname, '../public/manifest.webmanifest');

/** What a browser reads of the console before its scripts run, in every language: the manifest, and that there are scripts. */
export function spoken(): Plugin {
  return {
    name: 'spoken',
    apply: 'build',
    async generateBundle() {
      const english = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
      for (const language of offered) {
        const manifest = await manifestIn(language, english);
        this.emitFile({
          type: 'asset',
          fileName: `manifest.${language}.webmanifest`,
          source: JSON.stringify(manifest),
        });
      }
    },
    async transformIndexHtml(html) {
      const lines = offered.map(
        async (language) => `<p lang="${language}">${(await outside(language)).needsScript}</p>`,
      );
      return html.replace(/(?<=<noscript>).*(?=<\/noscript>)/s, (await Promise.all(lines)).join(''));
    },
  };
}

interface Manifest {
  readonly description: string;
  readonly shortcuts: readonly { readonly name: string; readonly short_name?: string; readonly url: string }[];
}

async function manifestIn(language: Language, english: Manifest): Promise<object> {
  const { first, later } = await catalogues[language]();
  const { raise } = await later.raising();
  const names: Readonly<Record<string, object>> = {
    '/raise': { name: raise.title, short_name: first.frame.raise },
    '/': { name: first.frame.board },
  };
  return {
    ...english,
    lang: language,
    description: (await outside(language)).description,
    shortcuts: english.shortcuts.map((shortcut) => ({ ...shortcut, ...names[shortcut.url] })),
  };
}

async function outside(language: Language) {
  const { later } = await catalogues[language]();
  return (await later.administering()).outside;
}
