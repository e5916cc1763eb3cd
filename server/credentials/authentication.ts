import type { LogEntry } from '../../core/domain/log.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import type { Store } from '../../core/store/store.ts';
import { isSessionToken } from '../../core/store/token.ts';
import { openCredentials, type Authenticate } from './credentials.ts';
import { openSessions } from './sessions.ts';

export interface Authentication {
  /** Of an API key, or of a session of our own pages: a token says which by how it begins. */
  readonly authenticate: Authenticate;
  /** Notes that a connection that was let in before goes on being used. */
  readonly used: (caller: Caller) => void;
  /** Forgets what the log says has changed. */
  learn(entries: readonly LogEntry[]): void;
  /** Writes down what was used. */
  close(): Promise<void>;
}

/** Who is at the door, whichever way they show it. */
export function openAuthentication(store: Store, now: () => Date, log: (error: Error) => void): Authentication {
  const keys = openCredentials(store, now, log);
  const sessions = openSessions(store, now, log);
  return {
    authenticate: (token, from) =>
      isSessionToken(token) ? sessions.authenticate(token, from) : keys.authenticate(token, from),
    used: ({ as }) => (as.type === 'key' ? keys.used(as.id) : sessions.used(as.session)),
    learn(entries) {
      keys.learn(entries);
      sessions.learn(entries);
    },
    async close() {
      await Promise.all([keys.close(), sessions.close()]);
    },
  };
}
