import path from 'node:path';
import { packageRoot } from '../../server/package-root.ts';
import type { DemoFile, Persona } from '../demo/demo-file.ts';
import { organisations } from '../demo/organisations.ts';
import { print, printTable } from '../terminal.ts';

/** Where whoever started us stands and will paste: npm runs its scripts in the clone's root, and says where it was called. */
const calledBy = process.cwd() === packageRoot().directory ? process.env['INIT_CWD'] : undefined;
const here = calledBy ?? process.cwd();
const usualDataDir = path.join(here, 'data');
const program = `node ${quoted(shown(path.join(packageRoot().directory, 'cli', 'tocsin.js')).replace(/^\.[\\/]/, ''))}`;

/** Says what to open, whom to be, and what to paste: everything that somebody needs who has just started a network. */
export function announce({ url, inbox, personas }: DemoFile, dataDir: string): void {
  print();
  print(`Tocsin runs. Console: ${url}`);
  if (inbox) print(`             Inbox: ${inbox} (all mail of this network; it opens on this machine alone)`);
  print(`          API docs: ${url}/api/v1/docs`);
  if (personas.length > 0) announcePersonas(personas, dataDir, inbox);
  else announceEmpty(dataDir, inbox);
  print();
  print(
    `The log is in ${shown(path.join(dataDir, 'tocsin.log'))}. Ctrl-C stops the network; the next start finds it as it was.`,
  );
}

function announcePersonas(personas: readonly Persona[], dataDir: string, inbox: string | null): void {
  print();
  print(
    `Sign in with a key, one for each organisation of the demo (also in ${shown(path.join(dataDir, 'demo.json'))}):`,
  );
  print();
  printTable(
    ['ORGANISATION', 'KIND', 'KEY'],
    personas.map(({ organisation: { name, kind }, key }) => [name, kind, key]),
  );
  if (inbox) {
    print();
    for (const line of people(personas)) print(line);
  }
  print();
  print('Paste into a second terminal, here, and watch; then into a third:');
  print();
  for (const command of commands(personas, dataDir)) print(`  ${command}`);
  print();
  print('Whoever does not answer a warning is mailed within a minute: see the inbox.');
}

/** The owner of the first of each kind that people work in, who can do all that there is. */
function people(personas: readonly Persona[]): string[] {
  const owners = (['cso', 'platform', 'coordinator'] as const).flatMap((kind) => {
    const name = personas.find(({ organisation }) => organisation.kind === kind)?.organisation.name;
    const owner = organisations.find((one) => one.name === name)?.members.find(({ role }) => role === 'owner');
    return owner ? [`  ${owner.address}`] : [];
  });
  return ['Or as a person, an owner: ask for a link to one of these, and open it in the inbox.', ...owners];
}

/** Three commands: a platform listens, a civil society organisation warns, the platform answers. */
function commands(personas: readonly Persona[], dataDir: string): string[] {
  const [cso, platform] = (['cso', 'platform'] as const).map((kind) =>
    personas.find(({ organisation }) => organisation.kind === kind),
  );
  if (!cso || !platform) return [];
  const as = (one: Persona): string => `--as "${one.organisation.name}"${network(dataDir)}`;
  return [
    `${program} tail ${as(platform)}`,
    `${program} raise ${as(cso)} --trigger protest --country DE --language de --ground xenophobia --severity severe ` +
      '--headline "DEMO: Aufrufe gegen eine Unterkunft" --description "Seit heute Morgen nennen Beiträge Ort und Uhrzeit. Demo, erfunden."',
    `${program} acknowledge latest ${as(platform)}`,
  ];
}

function announceEmpty(dataDir: string, inbox: string | null): void {
  const where = usualDataDir === dataDir ? '' : `TOCSIN_DATA_DIR=${quoted(shown(dataDir))} `;
  const mailed = inbox ? 'in the inbox' : 'in your mail';
  print();
  print(
    'This network is without the demo. It begins with its coordinator: add that, and invite yourself as its owner,',
  );
  print('with this terminal left open and in a second one:');
  print();
  print(`  ${where}${program} org add "Our coordination" --kind coordinator`);
  print(`  ${where}${program} member invite "Our coordination" --address you@example.org --role owner`);
  print();
  print(
    `Open the link that is then ${mailed}, accept, and add a passkey or a code: the console says how to go on from there.`,
  );
}

function network(dataDir: string): string {
  return usualDataDir === dataDir ? '' : ` --data-dir ${quoted(shown(dataDir))}`;
}

/** Relative where that is shorter: what is printed is pasted in the same directory. */
function shown(file: string): string {
  const relative = path.relative(here, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : `.${path.sep}${relative}`;
}

function quoted(text: string): string {
  return /^[\w./:\\-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
