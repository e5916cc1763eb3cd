import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type RequestInit, type Response } from 'undici';

/**
 * Fetches what somebody else named: from no address but public ones, wherever a name leads by the time of the connection, and
 * without following a redirection.
 * @param atHome loopback too
 * @param patience milliseconds for an answer
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
    return fetch(url, { ...init, redirect: 'manual', dispatcher, signal: AbortSignal.timeout(patience) });
  };
}
