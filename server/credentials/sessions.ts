import { reasons } from '../../core/contract/reasons.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import { teamsOf, type Caller, type Member, type Strength } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { findSession, touchSessions, type Session } from '../../core/store/sessions.ts';
import type { Store } from '../../core/store/store.ts';
import { tokenDigest } from '../../core/store/token.ts';
import type { Authenticate } from './credentials.ts';
import { openUsed } from './used.ts';

/** How long a passkey or a code counts as shown, in milliseconds: for managing people and keys, and for raising. */
const lately = { recent: 15 * 60_000, session: 12 * 3_600_000 };
const keptSessions = 20_000;

export interface Sessions {
  readonly authenticate: Authenticate;
  /** Notes that a session is used by a connection that was let in before. */
  used(id: string): void;
  /** Forgets what the log says has changed. */
  learn(entries: readonly LogEntry[]): void;
  /** Writes down which sessions were used. */
  close(): Promise<void>;
}

/**
 * Authenticates the console's sessions: looked up once and kept until the log says otherwise. The member's role, their list
 * and whether they are a member at all are looked at each time, in the directory.
 */
export function openSessions(store: Store, now: () => Date, log: (error: Error) => void): Sessions {
  let known = new Map<string, Session>();
  const used = openUsed((ids, at) => touchSessions(store.sql, ids, at), now, log);

  async function look(token: string): Promise<Session | undefined> {
    const current = known;
    const digest = tokenDigest(token);
    const name = digest.toString('base64');
    const found = current.get(name);
    // It may have been used elsewhere meanwhile, which keeps it from expiring.
    if (found && found.expiresAt > now()) return found;
    const session = await findSession(store.sql, digest);
    if (!session) return undefined;
    current.set(name, session);
    for (const oldest of current.keys()) {
      if (current.size <= keptSessions) break;
      current.delete(oldest);
    }
    return session;
  }

  return {
    async authenticate(token) {
      const session = await look(token);
      if (!session || session.endedAt !== null) throw unauthorized(reasons.signedOut);
      if (session.expiresAt <= now()) throw unauthorized(reasons.signedInLong);
      const member = await memberOf(store, session);
      if (!member) throw unauthorized('You are no member of the organisation any more.');
      const caller = callerOf(store, session, member, now());
      if (caller.organisation.suspended) {
        throw new Refusal('suspended', `${caller.organisation.name} is suspended; ask the network’s coordinator.`);
      }
      used.add(session.id);
      return caller;
    },
    used: (id) => used.add(id),
    learn(entries) {
      if (entries.some(({ type }) => type.startsWith('session.'))) known = new Map();
    },
    close: () => used.close(),
  };
}

/** Who was invited a moment ago, by another process, may not be in this one's directory yet. */
async function memberOf(store: Store, { memberId }: Session): Promise<Member | undefined> {
  return store.directory().members.get(memberId) ?? (await store.refreshDirectory()).members.get(memberId);
}

/** What a member's session is to the rules. @throws Refusal unauthorized */
export function callerOf(store: Store, session: Session, member: Member, now: Date): Caller {
  const { organisations, teams } = store.directory();
  const organisation = organisations.get(member.organisationId);
  if (!organisation) throw unauthorized('You are no member of the organisation any more.');
  const own = teamsOf(member, teams.get(organisation.id) ?? []);
  const { id, name, role } = member;
  return {
    organisation,
    as: { type: 'member', id, name, role, session: session.id, strength: strengthOf(session, now) },
    scopes: member.red ? ['warnings:red'] : [],
    teams: own,
    everyTeam: !own.some((team) => member.teams.includes(team.id)),
  };
}

function strengthOf({ strongAt }: Session, now: Date): Strength {
  if (strongAt === null) return 'none';
  const age = now.getTime() - strongAt.getTime();
  if (age <= lately.recent) return 'recent';
  return age <= lately.session ? 'session' : 'none';
}

function unauthorized(detail: string): Refusal {
  return new Refusal('unauthorized', detail);
}
