import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoFile, Persona } from '../../cli/demo/demo-file.ts';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import { startTocsin } from '../support/processes.ts';
import { until } from '../support/until.ts';

/** The demo's network in a process of its own, with what pages are found by in it. */
export interface Demo {
  readonly url: string;
  /** The id of the newest warning whose headline holds this, as an organisation sees it. @throws Error where there is none */
  warning(as: string, headline: string): Promise<string>;
  /** What an organisation is answered. @throws Error with the network's answer where it is refused */
  ask<T>(as: string, path: string): Promise<T>;
  /** Makes a call without a key, from our own page; with a session's cookie where one is given. @throws Error as above */
  post(path: string, body: unknown, cookie?: string): Promise<Response>;
  /** Where the newest mail to an address leads that has a link to a page of ours, once it has come. */
  mailedLink(address: string, page: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the demo as `npm start` does, on data that is gone when it stops. */
export async function startDemo(): Promise<Demo> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-screenshots-'));
  const env = { PORT: '0', TOCSIN_DATA_DIR: directory };
  const network = await startTocsin(['demo'], { env, ready: /Ctrl-C stops the network/, timeout: 180_000 });
  const { url, inbox, personas } = JSON.parse(await readFile(path.join(directory, 'demo.json'), 'utf8')) as DemoFile;
  const ask = <T>(as: string, address: string): Promise<T> => asked<T>(`${url}/api/v1${address}`, keyOf(personas, as));
  return {
    url,
    ask,
    async warning(as, headline) {
      const { data } = await ask<Listed>(as, '/warnings?limit=200&status=actual&status=exercise&status=test');
      const found = data.find((one) => one.headline?.includes(headline));
      if (!found) throw new Error(`${as} sees no warning with "${headline}" in its headline.`);
      return found.id;
    },
    post: (address, body, cookie = '') => posted(`${url}/api/v1${address}`, body, cookie),
    // An escalation's first mail leaves half a minute after the network's start.
    mailedLink: (address, page) =>
      until(() => linkIn(inbox ?? '', url, address, page), {
        timeout: 120_000,
        what: `a link to ${page} for ${address}`,
      }),
    async stop() {
      await network.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

interface Listed {
  readonly data: readonly { readonly id: string; readonly headline?: string }[];
}

function keyOf(personas: readonly Persona[], name: string): string {
  const key = personas.find(({ organisation }) => organisation.name === name)?.key;
  if (key === undefined) throw new Error(`The demo has no organisation "${name}".`);
  return key;
}

async function asked<T>(address: string, key: string): Promise<T> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`GET ${address}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function posted(address: string, body: unknown, cookie: string): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`POST ${address}: ${response.status} ${await response.text()}`);
  return response;
}

async function linkIn(inbox: string, url: string, address: string, page: string): Promise<string | undefined> {
  const response = await fetch(inbox, { headers: { accept: 'application/json' } });
  const { data } = (await response.json()) as { data: ReceivedMail[] };
  for (const { to, text } of data) {
    if (!to.includes(address)) continue;
    const found = text.split(/\s+/).find((word) => word.startsWith(`${url}${page}`));
    if (found !== undefined) return found.slice(url.length);
  }
  return undefined;
}
