import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import type { Store } from '../../core/store/store.ts';
import { settle } from '../support/network.ts';
import { findPrograms } from '../support/programs.ts';
import { signIn } from '../support/session.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { withStore } from './network.ts';
import { openPhone, visit, type Visit } from './phone.ts';
import type { Size } from './sizes.ts';
import { median, ratioOf } from './statistics.ts';
import { benchWarning } from './warning.ts';

/** The board of somebody signed in, on a slow phone that never saw it, beside a bare page of as many bytes. */
export async function measurePage(ground: Ground, size: Size['page'], judged: boolean): Promise<Part> {
  const title = `The board on a slow phone, ${size.warnings} warnings on it`;
  const { chromium } = findPrograms(process.env);
  if (chromium.path === undefined) {
    return { title, figures: [], notes: [`Not measured: Chromium is missing. ${chromium.remedy}`] };
  }
  const databaseUrl = await ground.database('page');
  const cookie = await withStore(databaseUrl, (store) => settleReader(store, size.warnings));
  const { url, server } = await ground.serve(databaseUrl);
  const phone = await openPhone(chromium.path);
  const ours: Visit[] = [];
  const theirs: Visit[] = [];
  try {
    for (let round = 0; round < size.rounds; round += 1) {
      const board = await visit(phone, url, { cookie, isUsable: movesAlongRows });
      ours.push(board);
      theirs.push(await visitBare(phone, sum(board.bytes)));
    }
  } finally {
    await phone.close();
    await server.stop();
  }
  return { title, figures: figuresOf(ours, theirs, judged), notes: notesOf(ours, size) };
}

/** Rows are shown, and the key that leads along them does. */
function movesAlongRows(): boolean {
  if (!document.querySelector('[data-warning]')) return false;
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  return document.activeElement?.closest('[data-warning]') !== null;
}

/** A platform's owner with warnings to read. @returns the cookie of their session */
async function settleReader(store: Store, warnings: number): Promise<string> {
  const { caller } = await settle(store, { name: 'The CSO', kind: 'cso' });
  const { owner } = await settle(store, { name: 'The platform', kind: 'platform' });
  for (let number = 1; number <= warnings; number += 1) {
    await store.writer.run(raiseWarning(caller, benchWarning(number, 'DE')));
  }
  const { headers } = await signIn(store, owner);
  return headers['cookie'] ?? '';
}

/** A page that is one script of so many bytes, no more, which cannot be packed. */
async function visitBare(phone: Parameters<typeof visit>[0], bytes: number): Promise<Visit> {
  const filler = randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64');
  const script = `document.body.textContent = 'ready'; /* ${filler} */`;
  const server: Server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><body><script src="/script.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await visit(phone, url, { isUsable: () => document.body.textContent === 'ready' });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function figuresOf(ours: readonly Visit[], theirs: readonly Visit[], judged: boolean): Figure[] {
  const seconds = (visits: readonly Visit[]): number[] => visits.map(({ usable }) => usable / 1_000);
  const usable = median(seconds(ours));
  const middle = (take: (visit: Visit) => number): number => median(ours.map(take));
  return [
    {
      name: 'until rows answer a key',
      value: usable,
      unit: 's',
      reference: median(seconds(theirs)),
      ratio: ratioOf(seconds(ours), seconds(theirs)),
      ...(judged && { target: { words: '≤ 2 s', holds: usable <= 2 } }),
      note: `worst ${Math.max(...seconds(ours)).toFixed(1)} s`,
    },
    {
      name: 'first contentful paint',
      value: middle(({ firstPaint }) => firstPaint),
      unit: 'ms',
      reference: median(theirs.map(({ firstPaint }) => firstPaint)),
    },
    { name: 'largest contentful paint', value: middle(({ largestPaint }) => largestPaint), unit: 'ms' },
    { name: 'all that came over the wire', value: middle(({ bytes }) => sum(bytes)) / 1_000, unit: 'KB' },
  ];
}

function notesOf(ours: readonly Visit[], { rounds }: Size['page']): string[] {
  const kinds = Object.keys(ours[0]?.bytes ?? {}).map((kind) => {
    const middle = median(ours.map(({ bytes }) => bytes[kind] ?? 0));
    return `${kind} ${(middle / 1_000).toFixed(1)} KB`;
  });
  const blocked = median(ours.map((one) => one.blocked));
  const shift = Math.max(...ours.map((one) => one.shift));
  return [
    `${rounds} rounds in turns with the reference, a page of one script with as many bytes. 1.6 Mbit/s, 150 ms for each request, a processor four times as slow, nothing cached, signed in.`,
    `By kind: ${kinds.join(', ')}. The main thread was blocked for ${blocked.toFixed(0)} ms before that (TBT); layout shift (CLS) ${shift.toFixed(3)} at most.`,
  ];
}

function sum(bytes: Readonly<Record<string, number>>): number {
  return Object.values(bytes).reduce((all, each) => all + each, 0);
}
