import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareOrExit, root } from './prepare.mjs';

await prepareOrExit();

// In this very process, so that Ctrl-C, SIGTERM and the exit code need nobody to pass them on.
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, join(root, 'dist', 'cli', 'main.js'), 'demo', ...process.argv.slice(2)];
await import(pathToFileURL(process.argv[1]).href);
