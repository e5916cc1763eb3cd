import type { IncomingMessage } from 'node:http';
import type { LogEntry } from '../core/domain/log.ts';
import type { Caller } from '../core/domain/organisation.ts';
import { Refusal } from '../core/domain/refusal.ts';
import { findKey, touchKeys, type Key } from '../core/store/keys.ts';
import type { Store } from '../core/store/store.ts';
import { isSessionToken, tokenDigest } from '../core/store/token.ts';
import type { SessionCookie } from './session-cookie.ts';
import { openUsed } from './used.ts';

/** Who a token belongs to. @throws Refusal unauthorized, suspended, unavailable */
export type Authenticate = (token: string) => Promise<Caller>;

export interface Credentials {
  readonly authenticate: Authenticate;
  /** Forgets what the log says has changed. */
  learn(entries: readonly LogEntry[]): void;
  /** Writes down which keys were used. */
  close(): Promise<void>;
}

interface Known {
  readonly key: Key | undefined;
  /** As of `directory`; built anew when that has changed. */
  caller: Caller | undefined;
  directory: unknown;
}

const tokenForm = /^tocsin_[A-Za-z0-9]{1,32}_[A-Za-z0-9]{16,128}$/;
const keptTokens = 20_000;

/**
 * Authenticates API keys: a token's SHA-256 is looked up once and kept, also that nobody has it, until the log says otherwise.
 * Expiry and suspension are looked at each time.
 */
export function openCredentials(store: Store, now: () => Date, log: (error: Error) => void): Credentials {
  let known = new Map<string, Known>();
  const used = openUsed((ids, at) => touchKeys(store.sql, ids, at), now, log);

  async function look(token: string): Promise<Known> {
    const current = known;
    const digest = tokenDigest(token);
    const name = digest.toString('base64');
    const found = current.get(name);
    if (found) return found;
    const fresh: Known = { key: await findKey(store.sql, digest), caller: undefined, directory: undefined };
    if (fresh.key && !store.directory().organisations.has(fresh.key.organisationId)) await store.refreshDirectory();
    // Into the map that was there when the database was asked: if keys changed meanwhile, it is no longer the one in use.
    current.set(name, fresh);
    for (const oldest of current.keys()) {
      if (current.size <= keptTokens) break;
      current.delete(oldest);
    }
    return fresh;
  }

  return {
    async authenticate(token) {
      if (!tokenForm.test(token)) throw unauthorized('This is not an API key of this network.');
      const one = await look(token);
      const { key } = one;
      if (!key || key.revokedAt !== null) throw unauthorized('This API key is unknown or was revoked.');
      if (key.expiresAt !== null && key.expiresAt <= now().toISOString()) {
        throw unauthorized(`This API key expired at ${key.expiresAt}.`);
      }
      const directory = store.directory();
      if (one.directory !== directory) {
        one.caller = callerOf(store, key);
        one.directory = directory;
      }
      if (!one.caller) throw unauthorized('This API key is unknown or was revoked.');
      if (one.caller.organisation.suspended) throw suspended(one.caller);
      used.add(key.id);
      return one.caller;
    },
    learn(entries) {
      if (entries.some(({ type }) => type.startsWith('key.'))) known = new Map();
    },
    close: () => used.close(),
  };
}

function callerOf(store: Store, key: Key): Caller | undefined {
  const directory = store.directory();
  const organisation = directory.organisations.get(key.organisationId);
  if (!organisation) return undefined;
  const teams = directory.teams.get(organisation.id) ?? [];
  const { id, name, prefix, expiresAt, scopes } = key;
  return {
    organisation,
    as: { type: 'key', id, name, prefix, expiresAt },
    scopes,
    teams: key.teams.length === 0 ? teams : teams.filter((team) => key.teams.includes(team.id)),
    everyTeam: key.teams.length === 0,
  };
}

/**
 * The credential that a request brings: an API key in its header, else the session of our own pages.
 * @throws Refusal unauthorized
 */
export function tokenOf(request: Pick<IncomingMessage, 'headers' | 'method'>, cookie: SessionCookie): string {
  const { authorization } = request.headers;
  return (authorization === undefined ? cookie.read(request) : undefined) ?? bearerToken(authorization);
}

/** The API key that an Authorization header bears. @throws Refusal unauthorized */
function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw unauthorized('Send an API key: `Authorization: Bearer tocsin_…`, or sign in.');
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  // What a cookie alone may hold is no key for scripts of other origins.
  if (token === undefined || isSessionToken(token))
    throw unauthorized('The header Authorization does not say `Bearer` and an API key.');
  return token;
}

function unauthorized(detail: string): Refusal {
  return new Refusal('unauthorized', detail);
}

function suspended({ organisation }: Caller): Refusal {
  return new Refusal('suspended', `${organisation.name} is suspended; ask the network’s coordinator.`);
}
