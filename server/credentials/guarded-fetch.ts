import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, Response, type RequestInit } from 'undici';

/** Bytes of an answer, unpacked: far more than any provider has to say. */
const longest = 256 * 1_024;

/**
 * Fetches what somebody else named: from no address but public ones, wherever a name leads by the time of the connection, and
 * without following a redirection, and no more than 256 KiB.
 * @param atHome loopback too
 * @param patience milliseconds for a whole answer
 */
export function openGuardedFetch(
  atHome: boolean,
  patience: number,
): (url: string, init?: RequestInit) => Promise<Response> {
  const refusal = (ip: string): Error | null => {
    const range = ipaddr.process(ip).range();
    return range === 'unicast' || (atHome && range === 'loopback') ? null : new Error('it is at no public address');
  };
  const dispatcher = new Agent({
    connect: {
      lookup(host, options, callback) {
        lookup(host, { all: true }, (error, found) => {
          const fault = error ?? found.map(({ address }) => refusal(address)).find((one) => one !== null) ?? null;
          if (fault) callback(fault, '');
          else if (options.all) callback(null, found);
          else callback(null, found[0]?.address ?? '', found[0]?.family);
        });
      },
    },
  });
  return async (url, init) => {
    const host = new URL(url).hostname.replaceAll(/^\[|\]$/g, '');
    const fault = isIP(host) === 0 ? null : refusal(host);
    if (fault) throw fault;
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      dispatcher,
      signal: AbortSignal.timeout(patience),
    });
    const { status, statusText, headers } = answer;
    return new Response(await bodyOf(answer), { status, statusText, headers });
  };
}

/** @throws Error where it is longer than what anybody has to say; the connection ends with it */
async function bodyOf({ body }: Response): Promise<Buffer | null> {
  if (!body) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > longest) throw new Error(`its answer is longer than ${longest / 1_024} KiB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
