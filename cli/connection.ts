import { Option, type Command } from 'commander';
import { connect, type TocsinClient } from '../client-sdk/src/index.ts';
import { readConfig } from '../core/config/config.ts';
import { dataDirectoryOwner } from './embedded/owner.ts';
import { say } from './terminal.ts';
import { readDemo, type DemoFile, type Persona } from './demo/demo-file.ts';

/** Milliseconds for which a call is repeated: somebody sits before it. */
const patience = 5_000;

export interface ConnectionOptions {
  url?: string;
  key?: string;
  as?: string;
  dataDir?: string;
}

/** Adds what says which network is meant, and as whom. */
export function withConnection(command: Command): Command {
  return command
    .addOption(new Option('--url <address>', 'of the network, e.g. https://tocsin.example.org').env('TOCSIN_URL'))
    .addOption(new Option('--key <key>', 'an API key; better kept in the environment').env('TOCSIN_KEY'))
    .option('--as <organisation>', 'with the key of a demo’s organisation on this machine: its name, or how it begins')
    .option('--data-dir <directory>', 'where that demo keeps its data (TOCSIN_DATA_DIR)');
}

/** A client of the network that is meant. @throws Error saying what to name */
export function connectTo(options: ConnectionOptions): TocsinClient {
  const { port, dataDir } = readConfig({
    ...process.env,
    ...(options.dataDir === undefined ? {} : { TOCSIN_DATA_DIR: options.dataDir }),
  });
  const demo = options.as === undefined && options.url !== undefined ? undefined : readDemo(dataDir);
  // Empty is as good as absent: `TOCSIN_KEY=$key` where there is no such variable.
  const key = options.as === undefined ? options.key || undefined : personaOf(demo, options.as, dataDir).key;
  if (key === undefined) {
    throw new Error(
      'Say who you are: TOCSIN_KEY in the environment, --key, or, for a demo on this machine, --as "<organisation>".',
    );
  }
  const url = options.url ?? demo?.url ?? `http://localhost:${port}`;
  if (options.url === undefined && demo && dataDirectoryOwner(dataDir) === undefined) {
    say(`no network runs on ${dataDir} just now, as far as this machine can tell; \`npm start\` starts it.`);
  }
  return connect({ url, token: key, patience });
}

function personaOf(demo: DemoFile | undefined, wanted: string, dataDir: string): Persona {
  if (!demo)
    throw new Error(`No network was started on ${dataDir}: \`npm start\` starts one, --data-dir names another.`);
  if (demo.personas.length === 0)
    throw new Error(`The network on ${dataDir} is without the demo: name a key, TOCSIN_KEY.`);
  const begins = demo.personas.filter(({ organisation: { name } }) =>
    name.toLowerCase().startsWith(wanted.toLowerCase()),
  );
  const found = begins.find(({ organisation }) => organisation.name === wanted) ?? begins[0];
  if (found && (begins.length === 1 || found.organisation.name === wanted)) return found;
  const names = demo.personas.map(({ organisation }) => `"${organisation.name}"`).join(', ');
  throw new Error(
    `"${wanted}" is ${begins.length === 0 ? 'none' : 'not one alone'} of the demo’s organisations: ${names}.`,
  );
}
