import type { IncomingMessage } from 'node:http';
import type { LogEntry } from '../../core/domain/log.ts';
import type { Directory } from '../../core/domain/directory.ts';
import type { Key } from '../../core/domain/key.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { noteUse } from '../../core/store/last-use.ts';
import type { Store } from '../../core/store/store.ts';
import { isSessionToken } from '../../core/store/token.ts';
import { KnownKeys, type KnownKey } from './known-keys.ts';
import type { SessionCookie } from './session-cookie.ts';
import { openUsed } from './used.ts';

/**
 * Who a token belongs to.
 * @param from the address that it is shown from
 * @throws Refusal unauthorized, suspended, unavailable
 */
export type Authenticate = (token: string, from: string) => Promise<Caller>;

export interface Credentials {
  readonly authenticate: Authenticate;
  /** Notes that a key is used by a connection that was let in before. */
  used(id: string): void;
  /** Forgets what the log says has changed. */
  learn(entries: readonly LogEntry[]): void;
  /** Writes down which keys were used. */
  close(): Promise<void>;
}

const tokenForm = /^tocsin_[A-Za-z0-9]{1,32}_[A-Za-z0-9]{16,128}$/;

/**
 * Authenticates API keys: a token's SHA-256 is looked up once and kept, also that nobody has it, until the log says otherwise.
 * Expiry, suspension and where it comes from are looked at each time.
 */
export function openCredentials(store: Store, now: () => Date, log: (error: Error) => void): Credentials {
  const known = new KnownKeys(store);
  const used = openUsed((ids, at) => noteUse(store.sql, 'api_key', ids, at), now, log);
  return {
    async authenticate(token, from) {
      if (!tokenForm.test(token)) throw unauthorized('This is not an API key of this network.');
      const one = await known.of(token);
      if (!one || one.key.revokedAt !== null) throw unauthorized('This API key is unknown or was revoked.');
      const { key } = one;
      if (key.expiresAt !== null && key.expiresAt <= now().toISOString()) {
        throw unauthorized(`This API key expired at ${key.expiresAt}.`);
      }
      if (!one.mayComeFrom(from)) {
        throw unauthorized(`This API key is limited to networks, and ${from} is in none of them.`);
      }
      const caller = await callerOf(store, one);
      if (!caller) throw unauthorized('This API key is unknown or was revoked.');
      if (caller.organisation.suspended) throw suspended(caller);
      used.add(key.id);
      return caller;
    },
    used: (id) => used.add(id),
    learn: (entries) => known.learn(entries),
    close: () => used.close(),
  };
}

/** Who comes with a key, as of the directory. Its organisation may have been added a moment ago, by another process. */
async function callerOf(store: Store, one: KnownKey): Promise<Caller | undefined> {
  if (!store.directory().organisations.has(one.key.organisationId)) await store.refreshDirectory();
  const directory = store.directory();
  if (one.directory !== directory) {
    one.caller = asCaller(directory, one.key);
    one.directory = directory;
  }
  return one.caller;
}

function asCaller(directory: Directory, key: Key): Caller | undefined {
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
