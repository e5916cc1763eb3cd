import type { Caller } from '../../core/domain/organisation.ts';
import type { Authenticate } from '../credentials.ts';

/** Credentials that are looked up at the same time: more would only queue for the database until it times out. */
const abreast = 50;

/** Authenticates a rush: whoever brings the same key shares one look, and keys take turns. */
export function openTurnstile(authenticate: Authenticate): Authenticate {
  const looking = new Map<string, Promise<Caller>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function look(token: string): Promise<Caller> {
    if (busy >= abreast) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await authenticate(token);
    } finally {
      looking.delete(token);
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  return (token) => {
    const shared = looking.get(token) ?? look(token);
    looking.set(token, shared);
    return shared;
  };
}
