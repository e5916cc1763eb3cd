import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { sessionDays } from '../../core/store/sessions.ts';
import { isSessionToken } from '../../core/store/token.ts';
import { isLoopbackHost } from '../loopback.ts';

/** The cookie that holds a session: read from our own pages' requests alone. */
export interface SessionCookie {
  /** The token that a request brings, if it comes from our own origin; undefined otherwise. */
  read(request: Pick<IncomingMessage, 'headers' | 'method'>): string | undefined;
  /** Whether a request comes from our own origin. */
  isOwn(request: Pick<IncomingMessage, 'headers' | 'method'>): boolean;
  /** The Set-Cookie that keeps a session's token for as long as the session lasts at most. */
  set(token: string): string;
  /** The Set-Cookie that drops it. */
  drop(): string;
  /** For whoever is sent to an identity provider: comes along when they are sent back from there, within ten minutes. */
  ticket(token: string): string;
  dropTicket(): string;
  readTicket(request: Pick<IncomingMessage, 'headers'>): string | undefined;
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @param address where the network is reached from outside; known once the server listens */
export function openSessionCookie(address: { readonly publicUrl: string }): SessionCookie {
  const isSecure = (): boolean => address.publicUrl.startsWith('https:');
  // A __Host- cookie can be set neither by a subdomain nor over plain HTTP; without TLS browsers refuse the prefix.
  const name = (): string => (isSecure() ? '__Host-tocsin_session' : 'tocsin_session');
  const attributes = () => ({ httpOnly: true, sameSite: 'strict', secure: isSecure(), path: '/' }) as const;

  const ticketName = (): string => (isSecure() ? '__Host-tocsin_single_sign_on' : 'tocsin_single_sign_on');
  // A strict cookie would not come along from the provider's page.
  const returning = () => ({ ...attributes(), sameSite: 'lax' }) as const;

  /** Browsers say where a request comes from; old ones leave Sec-Fetch-Site out, and name an Origin where something could change. */
  function isOwn({ headers, method = 'GET' }: Pick<IncomingMessage, 'headers' | 'method'>): boolean {
    const { origin, host = '' } = headers;
    if (origin !== undefined) return origin === new URL(address.publicUrl).origin || isOwnAtHome(origin, host);
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    return safe.has(method);
  }

  /** Without TLS the console is for this machine, which has several names: localhost, 127.0.0.1. */
  function isOwnAtHome(origin: string, host: string): boolean {
    return !isSecure() && origin === `http://${host}` && isLoopbackHost(new URL(origin).hostname);
  }

  return {
    isOwn,
    read(request) {
      const { cookie } = request.headers;
      if (cookie === undefined || !isOwn(request)) return undefined;
      const token = parseCookie(cookie)[name()];
      return token !== undefined && isSessionToken(token) ? token : undefined;
    },
    set: (token) =>
      stringifySetCookie({ name: name(), value: token, ...attributes(), maxAge: sessionDays.most * 86_400 }),
    ticket: (token) => stringifySetCookie({ name: ticketName(), value: token, ...returning(), maxAge: 600 }),
    dropTicket: () => stringifySetCookie({ name: ticketName(), value: '', ...returning(), maxAge: 0 }),
    readTicket: ({ headers }) => parseCookie(headers.cookie ?? '')[ticketName()],
    drop: () => stringifySetCookie({ name: name(), value: '', ...attributes(), maxAge: 0 }),
  };
}
