import type { EscalationPolicyRequest } from '../../core/contract/escalation-policy.ts';
import type { FilterRequest } from '../../core/contract/filter.ts';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { readTimeline } from '../../core/store/log-reader.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import type { Member } from '../../core/domain/organisation.ts';
import type { Store } from '../../core/store/store.ts';
import { startTestMail, type TestMail } from './mail-server.ts';
import { settle, type Inhabitant } from './network.ts';
import { startRedis } from './redis.ts';
import { openTestStore } from './store.ts';
import { aRaise } from './warnings.ts';
import { startTestWorkers, type TestWorkers } from './workers.ts';

export interface Platform extends Inhabitant {
  /** Its country: what it follows, and nobody else does. */
  country: string;
  /** A responder, beside the owner. */
  responder: Member;
}

/** A network at work: a store, workers on a queue, a mail server, and one organisation that raises. */
export interface Stage {
  store: Store;
  mail: TestMail;
  cso: Inhabitant;
  redisUrl: string | undefined;
  workers(): TestWorkers;
  /** More workers, which the test closes. */
  startWorkers(changes?: { databaseUrl?: string; smtpUrl?: string; grace?: number }): Promise<TestWorkers>;
  /** A platform that follows a country of its own, with the policy that `policy` makes of it. */
  platform(policy: (platform: Platform) => EscalationPolicyRequest): Promise<Platform>;
  /** Raises a warning for a platform's country; answers its id. */
  raise(platform: Platform, changes?: Partial<RaiseRequest>): Promise<string>;
  timeline(warningId: string): Promise<LogEntry[]>;
  close(): Promise<void>;
}

const countries = [
  'DE',
  'FR',
  'PL',
  'IT',
  'ES',
  'NL',
  'SE',
  'AT',
  'BE',
  'PT',
  'GR',
  'CZ',
  'DK',
  'FI',
  'IE',
  'HU',
  'RO',
];

/**
 * @param smtpUrl of another mail server than the sink
 * @param env of the workers
 */
export async function openStage({
  withRedis = false,
  smtpUrl = '',
  env = {},
}: { withRedis?: boolean; smtpUrl?: string; env?: Record<string, string> } = {}): Promise<Stage> {
  const opened = await openTestStore();
  const { store } = opened;
  const mail = await startTestMail();
  const redis = withRedis ? await startRedis() : undefined;
  const usual = { databaseUrl: store.databaseUrl, smtpUrl: smtpUrl || mail.url, redisUrl: redis?.url, env };
  const cso = await settle(store, { name: 'Watch', kind: 'cso' });
  const workers = await startTestWorkers(usual);
  const unfollowed = [...countries];
  return {
    store,
    mail,
    cso,
    redisUrl: redis?.url,
    workers: () => workers,
    startWorkers: (changes) => startTestWorkers({ ...usual, ...changes }),
    platform: (policy) => settlePlatform(store, unfollowed.shift() ?? 'MT', policy),
    async raise({ country }, changes = {}) {
      const sent = aRaise({ countries: [country], ...changes });
      return (await store.writer.run(raiseWarning(cso.caller, sent))).snapshot.id;
    },
    timeline: (warningId) => readTimeline(store.sql, store.positions, warningId),
    async close() {
      await workers.close();
      await mail.close();
      await redis?.stop();
      await opened.close();
    },
  };
}

async function settlePlatform(
  store: Store,
  country: string,
  policy: (platform: Platform) => EscalationPolicyRequest,
): Promise<Platform> {
  const settled = await settle(store, { name: `Platform of ${country}`, kind: 'platform' });
  const { id: organisationId } = settled.organisation;
  const address = `responder@${organisationId}.example`;
  const responder = await store.writer.run(
    addMember({ organisationId, name: 'A responder', address, role: 'responder', red: true }),
  );
  const platform = { ...settled, country, responder };
  const filter: FilterRequest = { countries: [country], statuses: ['actual', 'exercise', 'test'] };
  await store.writer.run(addSubscription(platform.caller, { name: 'All', filter, channels: [{ type: 'live' }] }));
  await store.writer.run(setEscalationPolicy(platform.caller, policy(platform)));
  return platform;
}
