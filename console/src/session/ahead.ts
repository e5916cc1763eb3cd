import { address } from '../../../client-sdk/src/address.ts';
import { parseFilter } from '../board/board-filter.ts';
import { firstPage } from '../live/list-parameters.ts';
import { hereAtFirst } from './session.ts';

/** What was asked ahead and nobody has taken yet, by its address, with the credential that asked. */
const waiting = new Map<string, { readonly authorization: string | undefined; readonly answer: Promise<Response> }>();

/**
 * Asks who this is, and then for the board's first page, while the scripts that will read both are still on their way. Whoever is not
 * signed in is refused once, as they would be anyhow.
 */
export function askAhead(): void {
  const here = hereAtFirst();
  if (window.location.pathname !== '/' || here === 'leaving') return;
  const base = new URL('/', window.location.origin);
  const authorization = here.by === 'key' ? `Bearer ${here.token}` : undefined;
  const filter = parseFilter(new URLSearchParams(window.location.search));
  const list = address(base, 'listWarnings', { query: firstPage(filter) });
  void askBoth(address(base, 'getMe', {}), list, authorization).catch(() => undefined);
}

async function askBoth(me: URL, list: URL, authorization: string | undefined): Promise<void> {
  const { ok } = await ask(me, authorization);
  if (ok) await ask(list, authorization);
}

function ask(url: URL, authorization: string | undefined): Promise<Response> {
  const headers = { accept: 'application/json', ...(authorization && { authorization }) };
  const answer = fetch(url, { headers, redirect: 'manual' });
  waiting.set(url.href, { authorization, answer });
  return answer;
}

/** `fetch`, which takes what was asked ahead, once; where that failed, it asks again. */
export const fetchOnce: typeof fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const ahead = waiting.get(url);
  waiting.delete(url);
  const authorization = new Headers(init?.headers).get('authorization') ?? undefined;
  if (!ahead || ahead.authorization !== authorization) return fetch(input, init);
  const answer = await Promise.race([ahead.answer.catch(() => undefined), aborted(init?.signal)]);
  return answer ?? fetch(input, init);
};

/** Comes to its end with the signal. @returns nothing, whereupon the signal ends what is asked instead */
async function aborted(signal: AbortSignal | null | undefined): Promise<undefined> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(undefined), { once: true }));
}
