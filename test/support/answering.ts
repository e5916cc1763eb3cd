import type { EscalationPolicyRequest } from '../../core/contract/escalation-policy.ts';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { startTestMail, type TestMail } from './mail-server.ts';
import type { Inhabitant } from './network.ts';
import { startTestServer, type TestServer } from './server.ts';
import { until } from './until.ts';
import { aRaise } from './warnings.ts';
import { startTestWorkers } from './workers.ts';

/** A network whose platform Agora is asked by mail: first Ada, then its owner in an hour; Amal raises. */
export interface Answering {
  readonly at: TestServer;
  readonly mail: TestMail;
  readonly agora: Inhabitant;
  readonly ada: Member;
  /** Raises a warning that waits for Agora; answers its id. */
  raise(changes?: Partial<RaiseRequest>): Promise<string>;
  /** The token of the link in the newest mail of a warning to somebody. */
  tokenFor(address: string, warning: string): Promise<string>;
  /** How Agora stands to a warning, as it reads it itself. */
  standing(
    warning: string,
  ): Promise<{ state: string; history: { state: string; byMail?: true; address?: string; actor: unknown }[] }>;
  close(): Promise<void>;
}

export async function openAnswering(): Promise<Answering> {
  const at = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
  const mail = await startTestMail();
  const env = { TOCSIN_PUBLIC_URL: at.server.url };
  const workers = await startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: mail.url, env });
  const agora = at.network.of('Agora');
  const { writer } = at.store;
  const address = `ada@${agora.organisation.id}.example`;
  const ada = await writer.run(
    addMember({ organisationId: agora.organisation.id, name: 'Ada Agora', address, role: 'responder', red: true }),
  );
  await writer.run(addSubscription(agora.caller, { name: 'All', channels: [{ type: 'live' }] }));
  const usual: EscalationPolicyRequest = {
    steps: [
      { after: 0, to: [{ type: 'member', id: ada.id }] },
      { after: 3_600, to: [{ type: 'role', role: 'owner' }] },
    ],
  };
  await writer.run(setEscalationPolicy(agora.caller, usual));
  const mailed = (to: string, warning: string) => mail.to(to).findLast(({ text }) => text.includes(warning));
  return {
    at,
    mail,
    agora,
    ada,
    raise: async (changes = {}) =>
      (await at.ask('Amal', 'POST /warnings', { body: aRaise(changes) })).body.id as string,
    async tokenFor(to, warning) {
      const found = await until(() => mailed(to, warning), { what: `a mail of ${warning} to ${to}` });
      return /#token=([0-9a-f]{72})/.exec(found.text)?.[1] ?? '';
    },
    standing: async (warning) => (await at.ask('Agora', `GET /warnings/${warning}`)).body.acknowledgement,
    async close() {
      await workers.close();
      await mail.close();
      await at.close();
    },
  };
}
