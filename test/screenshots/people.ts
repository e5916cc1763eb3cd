import { Secret, TOTP } from 'otpauth';
import type { Demo } from './demo.ts';

/** Whose eyes a page is seen through: owners of the demo, who may do all that their kind can. */
export const people = {
  cso: 'ida.bergmann@wachsam.example',
  platform: 'maeve.o.connor@agora.example',
  coordinator: 'ruth.abendroth@coordination.example',
  observer: 'noor.haddad@observatory.example',
} as const;

export type Person = keyof typeof people;

/** The cookies of their sessions, as a browser sends them. */
export type Sessions = Readonly<Record<Person, string>>;

/** Signs everybody in by a mailed link, and those who administer here with a code of an app beside it. */
export async function signInAll(demo: Demo): Promise<Sessions> {
  const sessions: Partial<Record<Person, string>> = {};
  for (const person of Object.keys(people) as Person[]) sessions[person] = await signIn(demo, people[person]);
  for (const person of ['platform', 'coordinator'] as const)
    sessions[person] = await showCode(demo, sessions[person] ?? '');
  return sessions as Sessions;
}

async function signIn(demo: Demo, address: string): Promise<string> {
  await demo.post('/sign-in/link', { address });
  const link = await demo.mailedLink(address, '/sign-in/link#token=');
  const token = decodeURIComponent(link.slice(link.indexOf('=') + 1));
  return cookieOf(await demo.post('/sign-in/link/use', { token }));
}

/** Setting up codes counts as having shown one. Answers the cookie from there on. */
async function showCode(demo: Demo, cookie: string): Promise<string> {
  const begun = await demo.post('/me/totp', undefined, cookie);
  const { secret } = (await begun.json()) as { secret: string };
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  return cookieOf(await demo.post('/me/totp/confirmation', { code }, cookie));
}

function cookieOf({ headers }: Response): string {
  const [cookie = ''] = headers.getSetCookie();
  return cookie.slice(0, cookie.indexOf(';'));
}
