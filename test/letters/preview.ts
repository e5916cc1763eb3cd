import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { chromium as launcher } from 'playwright-core';
import { findPrograms } from '../support/programs.ts';
import { everyLetter, inspect, looks } from './inspection.ts';
import { chosen, htmlPart, indexPage, letterPage, textPart, type Choice } from './preview-pages.tsx';

const pages: Record<
  string,
  { readonly type: string; readonly of: (choice: Choice, query: URLSearchParams) => string }
> = {
  '/letter': { type: 'text/html; charset=utf-8', of: letterPage },
  '/html': { type: 'text/html; charset=utf-8', of: htmlPart },
  '/text': { type: 'text/plain; charset=utf-8', of: textPart },
};

/** Shows every letter in every language to this machine alone. @param port 0: any that is free */
export async function startPreview(port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [page, choice] = [pages[pathname], chosen(searchParams)];
    if (pathname === '/') response.setHeader('Content-Type', 'text/html; charset=utf-8').end(indexPage());
    else if (page && choice) response.setHeader('Content-Type', page.type).end(page.of(choice, searchParams));
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such letter.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Looks at every letter in every language under every look, with all that axe knows: some minutes. @returns how much was found */
async function check(): Promise<number> {
  const { path: executablePath, remedy } = findPrograms(process.env).chromium;
  if (executablePath === undefined) throw new Error(`Chromium is missing. ${remedy}`);
  const browser = await launcher.launch({ executablePath, args: ['--no-sandbox'] });
  const letters = everyLetter();
  let faults = 0;
  try {
    const page = await browser.newPage();
    for (const look of looks) {
      const found = await inspect(page, look, 'all', letters);
      process.stdout.write(
        `${[`${letters.length} letters, ${look.scheme}, ${look.width} px:`, ...found].join('\n  ')}\n`,
      );
      faults += found.length;
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${faults === 0 ? 'Nothing was' : `${faults} were`} found.\n`);
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--check')) {
    process.exitCode = (await check()) === 0 ? 0 : 1;
  } else {
    const { url } = await startPreview(Number(process.env.PORT ?? 0));
    process.stdout.write(`Every letter in every language: ${url}  (Ctrl-C stops)\n`);
  }
}
