import react from '@vitejs/plugin-react';
import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import { defineConfig, type Plugin } from 'vite';
import { europe } from './build/europe.ts';
import { offlineShell, workerFile } from './build/offline-shell.ts';
import { firstView } from './build/first-view.ts';
import { opening } from './build/opening.ts';
import { packedFiles } from './build/packed-files.ts';
import { spoken } from './build/spoken.ts';
import { variablesOf, theme } from './src/theme/theme.ts';

const virtualName = 'virtual:theme-variables.css';

/** Writes the theme's variables into the stylesheet, where Mantine would inject a style element: so `style-src 'self'` holds. */
function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      const whole = mergeMantineTheme(DEFAULT_THEME, theme);
      const standard = defaultCssVariablesResolver(whole);
      const own = variablesOf(whole);
      return convertCssVariables({
        variables: { ...standard.variables, ...own.variables },
        light: { ...standard.light, ...own.light },
        dark: { ...standard.dark, ...own.dark },
      });
    },
  };
}

const network = 'http://localhost:8480';
const first =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](?!react-virtual|virtual-core)[^\\/]+|i18next|use-sync-external-store)[\\/]/;

export default defineConfig({
  plugins: [react(), themeVariables(), europe(), opening(), spoken(), offlineShell(), packedFiles()],
  root: import.meta.dirname,
  // `npx vite` here, beside `npm start`: the page as it is edited, the network as it runs.
  server: { proxy: { '/api': network, '/socket.io': { target: network, ws: true } } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Every browser that runs es2022 preloads modules itself.
    modulePreload: {
      polyfill: false,
      // A page that is loaded later finds its scripts by its own imports: their names, page by page, would weigh on the first view.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    chunkSizeWarningLimit: 600,
    // The first script names every page's files, so their names weigh on it.
    rolldownOptions: {
      input: { console: 'index.html', opening: 'src/opening.ts', worker: 'src/shell/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? workerFile : 'assets/[hash:8].js'),
        chunkFileNames: 'assets/[hash:8].js',
        assetFileNames: 'assets/[hash:8][extname]',
        // Chromium then makes all of a script ready while it comes in, beside the page, and not function by function as each is called.
        postBanner: '//# allFunctionsCalledOnLoad',
        // What every page needs of others, in one piece: split among many it weighs more, and changes with each release of ours.
        codeSplitting: { groups: [{ name: 'first', test: first, priority: 1 }, ...firstView] },
      },
    },
  },
});
