import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as launcher, type Browser } from 'playwright-core';
import { packageRoot } from '../../server/package-root.ts';
import { findPrograms } from '../support/programs.ts';
import { looks, shoot, type Setting } from './camera.ts';
import { startDemo } from './demo.ts';
import { indexPage } from './index-page.ts';
import { signInAll } from './people.ts';
import { screens, type Screen } from './screens.ts';

const usage = `Takes a picture of every page of the console, light and dark, on a phone and on a desk, from a demo network of its own.

  --only <name>      a page by its name; may be given several times
  --language <tag>   what the browser speaks (en-GB)
  --into <folder>    where the pictures go (docs/screenshots); it is emptied first unless --only is given
  --check            look at each page with axe too, and fail where something is found`;

interface Settings {
  readonly only: readonly string[];
  readonly language: string;
  readonly into: string;
  readonly check: boolean;
}

/** @throws Error with a sentence where the words are not ours, or name a page that there is not */
function settingsOf(words: readonly string[]): Settings | undefined {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: 'en-GB' },
      into: { type: 'string', default: join(packageRoot().directory, 'docs', 'screenshots') },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.filter((name) => !screens.some((screen) => screen.name === name));
  if (unknown.length > 0) {
    const names = screens.map(({ name }) => name).join(', ');
    throw new Error(`There is no page ${unknown.join(', ')}. There are: ${names}.`);
  }
  return values.help ? undefined : values;
}

/** @returns how much was found wrong */
async function run({ only, language, into, check }: Settings): Promise<number> {
  const { path: executablePath, remedy } = findPrograms(process.env).chromium;
  if (executablePath === undefined) throw new Error(`Chromium is missing. ${remedy}`);
  const wanted = only.length === 0 ? screens : screens.filter(({ name }) => only.includes(name));
  say('starting a demo network …');
  const demo = await startDemo();
  let browser: Browser | undefined;
  try {
    const sessions = await signInAll(demo);
    browser = await launcher.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    if (only.length === 0) await rm(into, { recursive: true, force: true });
    await mkdir(into, { recursive: true });
    let found = 0;
    for (const [index, screen] of wanted.entries()) {
      const faults = await look(browser, { demo, sessions, language, check }, screen, into);
      say([`${index + 1}/${wanted.length} ${screen.name}`, ...faults].join('\n    '));
      found += faults.length;
    }
    await writeFile(join(into, 'README.md'), indexPage(screens));
    return found;
  } finally {
    await browser?.close();
    await demo.stop();
  }
}

/** Takes a page's pictures. @returns what was found wrong, each with the look it was found in */
async function look(browser: Browser, setting: Setting, screen: Screen, into: string): Promise<string[]> {
  const { name, as, open } = screen;
  const path = typeof screen.path === 'string' ? screen.path : await screen.path(setting.demo, setting.sessions);
  const found: string[] = [];
  for (const each of looks) {
    try {
      const { webp, faults } = await shoot(browser, setting, { as, path, open }, each);
      await writeFile(join(into, `${name}-${each.name}.webp`), webp);
      found.push(...faults.map((fault) => `${each.name}: ${fault}`));
    } catch (error) {
      // The other pages are still worth a look.
      found.push(`${each.name}: no picture, for ${(error as Error).message}`);
    }
  }
  return found;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const settings = settingsOf(process.argv.slice(2));
if (settings === undefined) say(usage);
else {
  const found = await run(settings);
  say(found === 0 ? 'Nothing was found wrong.' : `${found} found wrong.`);
  process.exitCode = found === 0 ? 0 : 1;
}
