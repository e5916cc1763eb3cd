import { chromium as launcher, type Browser, type CDPSession, type Page } from 'playwright-core';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import type { Store } from '../../core/store/store.ts';
import { settle, type Inhabitant } from '../support/network.ts';
import { findPrograms } from '../support/programs.ts';
import { until } from '../support/until.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { withStore } from './network.ts';
import { scrollThrough, type Scrolled } from './scrolling.ts';
import type { Size } from './sizes.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import { benchWarning } from './warning.ts';

/** The page's processor is slowed down so many times: a middling phone. */
const slowness = 4;
/** Raises at a time while the board is filled. */
const writers = 32;
/** Milliseconds that the board has to read all its pages. */
const reading = 60_000;
/** Where the board says how many warnings wait. */
const counted = 'strong:has-text("wait for your answer")';
/** Milliseconds until whatever is waited for must have come. */
const patience = 120_000;

/** The board of a team with thousands of warnings in the order of urgency, beside a page that holds as many plain rows and nothing else. */
export async function measureBoard(ground: Ground, size: Size['board'], judged: boolean): Promise<Part> {
  const executablePath = findPrograms(process.env).chromium.path;
  if (executablePath === undefined)
    return { title: 'The board', figures: [], notes: ['Left out: there is no Chromium.'] };
  const databaseUrl = await ground.database('board');
  const { cso, platform } = await withStore(databaseUrl, (store) => populate(store, size.warnings));
  const { url, server } = await ground.serve(databaseUrl);
  const browser = await launcher.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const plain = await openPlain(browser, size.warnings);
    const board = await openBoard(browser, url, platform.token, size.warnings);
    const rounds = await measureRounds(board, plain, { url, cso, size });
    return partOf({ ...rounds, read: board.read, heap: await heapOf(board) }, size, judged);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A platform that is to answer all that a CSO raised. */
async function populate(store: Store, count: number): Promise<{ cso: Inhabitant; platform: Inhabitant }> {
  const cso = await settle(store, { name: 'The CSO', kind: 'cso' });
  const platform = await settle(store, { name: 'The platform', kind: 'platform' });
  await store.writer.run(addSubscription(platform.caller, { name: 'All', channels: [{ type: 'live' }] }));
  let number = 0;
  const write = async (): Promise<void> => {
    while (number < count) {
      number += 1;
      await store.writer.run(raiseWarning(cso.caller, boardWarning(number)));
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { cso, platform };
}

const severities = ['minor', 'moderate', 'severe', 'extreme'] as const;

/** Rows differ in height: by the length of their headlines. */
function boardWarning(number: number): RaiseRequest {
  const warning = benchWarning(number, 'DE');
  const headline =
    number % 3 === 0 ? `${warning.headline}, und zu weiteren am ganzen Wochenende `.repeat(2).trim() : warning.headline;
  return { ...warning, headline, severity: severities[number % severities.length] ?? 'minor' };
}

interface Slowed {
  page: Page;
  devtools: CDPSession;
}

async function openSlowed(browser: Browser): Promise<Slowed> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  return { page, devtools };
}

/** The reference: what a browser does for so many rows that nobody ever changes. */
async function openPlain(browser: Browser, rows: number): Promise<Slowed> {
  const slowed = await openSlowed(browser);
  await slowed.page.setContent(
    `<style>li { height: 8rem; border: 1px solid }</style><ol>${'<li>A plain row</li>'.repeat(rows)}</ol>`,
  );
  return slowed;
}

/** How much of the board was there when it was waited for no longer. */
interface Read {
  seconds: number;
  warnings: number;
}

async function openBoard(
  browser: Browser,
  url: string,
  token: string,
  warnings: number,
): Promise<Slowed & { read: Read }> {
  const slowed = await openSlowed(browser);
  const { page } = slowed;
  await page.addInitScript((key) => sessionStorage.setItem('tocsin.key', key), token);
  const started = performance.now();
  await page.goto(`${url}/?order=urgency`);
  await page.getByText('Live', { exact: true }).waitFor();
  const whole = page.getByText(`${warnings} warnings here wait for your answer.`);
  // What takes longer falls short, and the rest is measured all the same.
  await whole.waitFor({ timeout: reading }).catch(() => undefined);
  const seconds = (performance.now() - started) / 1_000;
  return { ...slowed, read: { seconds, warnings: Number.parseInt(await page.locator(counted).innerText(), 10) } };
}

async function heapOf({ devtools }: Slowed): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

interface Rounds {
  ours: Scrolled[];
  plain: Scrolled[];
  /** Milliseconds from the raise until the board counts it. */
  arrivals: number[];
  /** What the page asked the network for, by arrival. */
  requests: number[];
}

async function measureRounds(
  board: Slowed & { read: Read },
  plain: Slowed,
  { url, cso, size }: { url: string; cso: Inhabitant; size: Size['board'] },
): Promise<Rounds> {
  const rounds: Rounds = { ours: [], plain: [], arrivals: [], requests: [] };
  let asked = 0;
  board.page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/warnings') asked += 1;
  });
  for (let round = 0; round < size.rounds; round += 1) {
    for (const [place, one] of [plain, board].entries()) {
      await one.page.bringToFront();
      (place === 0 ? rounds.plain : rounds.ours).push(await scrollThrough(one.page, size.frames));
    }
    // A board that is still reading asks for its pages, and its count moves by itself.
    if (board.read.warnings !== size.warnings) continue;
    asked = 0;
    rounds.arrivals.push(await measureArrival(board.page, { url, token: cso.token, number: round }));
    rounds.requests.push(asked);
  }
  return rounds;
}

/** @returns milliseconds from the raise until the count of what waits has it */
async function measureArrival(
  page: Page,
  { url, token, number }: { url: string; token: string; number: number },
): Promise<number> {
  const waiting = page.locator(counted);
  const before = await waiting.innerText();
  const started = performance.now();
  const response = await fetch(`${url}/api/v1/warnings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(boardWarning(-number)),
  });
  if (!response.ok) throw new Error(`The raise was refused: ${await response.text()}`);
  await until(async () => (await waiting.innerText()) !== before, { what: 'the arrival', timeout: patience });
  return performance.now() - started;
}

function partOf(
  { ours, plain, arrivals, requests, read, heap }: Rounds & { read: Read; heap: number },
  size: Size['board'],
  judged: boolean,
): Part {
  const late = (rounds: Scrolled[]): number[] => rounds.map(({ frames }) => percentile(frames, 0.95));
  const frames = ours.flatMap((round) => round.frames);
  const ratio = ratioOf(late(ours), late(plain));
  const target = { words: '≤ 1.5 ×', holds: ratio.median <= 1.5 };
  const figures: Figure[] = [
    {
      name: 'all pages read, in the order of urgency',
      value: read.seconds,
      unit: 's',
      note: `${read.warnings} of ${size.warnings} warnings`,
      ...(judged && { target: { words: 'all within a minute', holds: read.warnings === size.warnings } }),
    },
    {
      name: 'a frame while scrolling, the 95th of a hundred',
      value: median(late(ours)),
      p99: percentile(frames, 0.99),
      unit: 'ms',
      reference: median(late(plain)),
      ratio,
      note: `median ${median(frames).toFixed(1)} ms, worst ${Math.max(...frames).toFixed(0)} ms`,
      ...(judged && { target }),
    },
    ...afterARaise(arrivals, requests),
    { name: 'memory of the page', value: heap / 1_000, unit: 'KB' },
  ];
  return {
    title: `The board with ${size.warnings} warnings`,
    figures,
    notes: [
      `Chromium at 1440 × 900, its processor slowed down ${slowness} times; ${size.rounds} rounds of ${3 * size.frames} frames on each side, in turns.`,
      `Beside it: as many plain rows in a static page. At most ${Math.max(...ours.map(({ elements }) => elements))} elements on ours, ${Math.max(...plain.map(({ elements }) => elements))} there.`,
    ],
  };
}

function afterARaise(arrivals: number[], requests: number[]): Figure[] {
  if (arrivals.length === 0) return [];
  return [
    { name: 'from a raise until the board counts it', value: median(arrivals), unit: 'ms' },
    { name: 'requests for the board that a raise costs', value: median(requests), unit: '' },
  ];
}
