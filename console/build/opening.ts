import type { Plugin } from 'vite';

/** Names the small script that asks ahead in the built page, in front of the large ones; the page as it is edited goes without. */
export function opening(): Plugin {
  return {
    name: 'opening',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const script = Object.values(bundle).find((output) => output.type === 'chunk' && output.name === 'opening');
        if (script === undefined)
          throw new Error('The script that asks ahead was not built: see rolldownOptions.input.');
        const attrs = { type: 'module', crossorigin: true, src: `/${script.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
