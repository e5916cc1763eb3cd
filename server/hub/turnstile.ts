import type { Caller } from '../../core/domain/organisation.ts';
import { isUnreachable } from '../../core/store/pool.ts';
import type { Authenticate } from '../credentials/credentials.ts';

/** Credentials that are looked up at the same time: more would only queue for the database until it times out. */
const abreast = 50;
/** Times that the database is asked, and milliseconds between: a refusal would end a plain client's retrying. */
const attempts = 3;
const pause = 500;

/** Authenticates a rush: whoever brings the same key from the same place shares one look, and keys take turns. */
export function openTurnstile(authenticate: Authenticate): Authenticate {
  const looking = new Map<string, Promise<Caller>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function look(name: string, token: string, from: string): Promise<Caller> {
    if (busy >= abreast) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await patiently(() => authenticate(token, from));
    } finally {
      looking.delete(name);
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  return (token, from) => {
    const name = `${from} ${token}`;
    const shared = looking.get(name) ?? look(name, token, from);
    looking.set(name, shared);
    return shared;
  };
}

async function patiently(ask: () => Promise<Caller>): Promise<Caller> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === attempts || !isUnreachable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
