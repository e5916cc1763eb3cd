import { setTimeout as delay } from 'node:timers/promises';
import type { EscalationPolicyRequest } from '../../core/contract/escalation-policy.ts';
import { openEscalation } from '../../core/store/commands/escalate.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import type { Store } from '../../core/store/store.ts';
import { settle, type Inhabitant } from '../support/network.ts';
import type { Size } from './sizes.ts';
import { benchWarning } from './warning.ts';

/** Seconds over which the warnings are raised, evenly; teams' first steps follow each other by as many. */
const stride = 2;
const hour = 3_600;

/** What is to fire, and when. */
export interface Expected {
  escalations: number;
  /** Their firings that wait altogether. */
  pending: number;
  /** Firings that fall due in the window. */
  due: number;
  /** Milliseconds from now until the last of them is due. */
  over: number;
}

/**
 * Teams that let warnings wait. The first steps fall due in the window, at an even rate; further ones, and those of teams
 * that there are beyond, in hours to come.
 */
export async function waitingTeams(store: Store, size: Size['lateness']): Promise<Expected> {
  const warnings = size.perSecond * stride;
  const inWindow = size.seconds / stride;
  const teams = Math.max(inWindow, Math.ceil(size.pending / (warnings * firings)));
  const cso = await settle(store, { name: 'The CSO', kind: 'cso' });
  const platforms = await Promise.all(
    Array.from({ length: teams }, (_, place) =>
      waitingTeam(store, place, place < inWindow ? size.lead + place * stride : 6 * hour),
    ),
  );
  const started = performance.now();
  const raised: string[] = [];
  for (let number = 0; number < warnings; number += 1) {
    await delay(started + (number * stride * 1_000) / warnings - performance.now());
    const { snapshot } = await store.writer.run(raiseWarning(cso.caller, benchWarning(number, 'DE')));
    raised.push(snapshot.id);
  }
  // One warning at a time: the writer refuses what it cannot get to within seconds.
  for (const warning of raised) {
    await Promise.all(platforms.map(({ team }) => store.writer.run(openEscalation(warning, team.id))));
  }
  const last = size.lead + inWindow * stride;
  return {
    escalations: warnings * teams,
    pending: warnings * teams * firings,
    due: warnings * inWindow,
    over: started + last * 1_000 - performance.now(),
  };
}

const owners = [{ type: 'role', role: 'owner' }] as const;
const laterSteps = [hour, 2 * hour, 4 * hour];
const repeat = { every: hour / 2, times: 4 };
/** Of one escalation: the first step, and each later one with its repetitions. */
const firings = 1 + laterSteps.length * (1 + repeat.times);

async function waitingTeam(store: Store, place: number, after: number): Promise<Inhabitant> {
  const platform = await settle(store, { name: `Platform ${place}`, kind: 'platform' });
  await store.writer.run(
    addSubscription(platform.caller, {
      name: 'Germany',
      filter: { countries: ['DE'] },
      channels: [{ type: 'live' }],
    }),
  );
  const policy: EscalationPolicyRequest = {
    steps: [{ after, to: [...owners] }, ...laterSteps.map((seconds) => ({ after: seconds, to: [...owners], repeat }))],
    hours: null,
  };
  await store.writer.run(setEscalationPolicy(platform.caller, policy));
  return platform;
}
