import type { Plugin } from 'vite';

/** Names the small script that asks ahead in the built page, in front of the large ones; the page as it is edited goes without. */
export function opening(): Plugin {
  return {
    name: 'opening',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const [script] = Object.values(bundle).flatMap((output) =>
          output.type === 'chunk' && output.name === 'opening' ? [output] : [],
        );
        if (script === undefined)
          throw new Error('The script that asks ahead was not built: see rolldownOptions.input.');
        // Without waiting for the stylesheets, which hold up all other scripts.
        const attrs = { type: 'module', async: true, crossorigin: true, src: `/${script.fileName}` };
        // What it needs itself comes before the large ones too: a browser asks for six files at a time.
        const needed = script.imports.map((file) => ({ rel: 'modulepreload', crossorigin: true, href: `/${file}` }));
        return [
          { tag: 'script', attrs, injectTo: 'head-prepend' as const },
          ...needed.map((link) => ({ tag: 'link', attrs: link, injectTo: 'head-prepend' as const })),
        ];
      },
    },
  };
}
