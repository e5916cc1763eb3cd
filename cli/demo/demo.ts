import { escalationPolicyRequest } from '../../core/contract/escalation-policy.ts';
import { subscriptionRequest, type Channel } from '../../core/contract/subscription.ts';
import { raiseRequest } from '../../core/contract/warning.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { checked } from '../../core/store/commands/checked.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addOrganisation } from '../../core/store/commands/organisation.ts';
import { notingProgress } from '../../core/store/commands/progress.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { readCursor } from '../../core/store/cursors.ts';
import type { Store } from '../../core/store/store.ts';
import type { Persona } from './demo-file.ts';
import { requestOf } from './demo-warning.ts';
import { organisations } from './organisations.ts';
import { actorOf, type Actor } from './personas.ts';
import { openStage, type Stage, type Step } from './stage.ts';
import { story } from './story.ts';
import { central } from './warnings/central.ts';
import { frenchAndDutch } from './warnings/french-and-dutch.ts';
import { germanAndNordic } from './warnings/german-and-nordic.ts';
import { networkWide } from './warnings/network-wide.ts';
import { southern } from './warnings/southern.ts';

/** Oldest first. */
export const warnings = [...networkWide, ...southern, ...frenchAndDutch, ...central, ...germanAndNordic];

const toResponders: Channel = { type: 'email', to: [{ type: 'role', role: 'responder' }] };

const cursor = 'demo';
/** Beyond any number of steps: a later version's demo may have more of them. */
const finished = 1_000_000;

/**
 * Fills a network that has no organisation with the demo, or goes on where a killed start left off; one that is filled is
 * left as its users made it. All goes by the commands of real life.
 * @param known the personas of an earlier start, whose keys stay
 * @param empty fills nothing
 * @throws the reason of `stopping`; the next start goes on from there
 */
export async function openDemo(
  store: Store,
  options: {
    known: readonly Persona[];
    empty: boolean;
    say: (line: string) => void;
    stopping: AbortSignal;
  },
): Promise<Persona[]> {
  const { known, empty, say, stopping } = options;
  const done = await readCursor(store.sql, cursor);
  const untouched = store.directory().organisations.size === 0;
  if (!empty && done < finished && (untouched || done > 0)) {
    say('filling the network with the demo …');
    return plant(store, { done, known, stopping });
  }
  return (await actors(store, known)).map(({ persona }) => persona);
}

async function plant(
  store: Store,
  { done, known, stopping }: { done: number; known: readonly Persona[]; stopping: AbortSignal },
): Promise<Persona[]> {
  const callers = new Map<string, Caller>();
  const stage = openStage(store, callers, warnings);
  await take(store, stage, admitting, { from: 1, done, stopping });
  const cast = await actors(store, known);
  for (const { persona, caller } of cast) callers.set(persona.organisation.name, caller);
  await take(store, stage, [...settling, ...raising, ...story], { from: admitting.length + 1, done, stopping });
  await store.writer.run(notingProgress(cursor, finished, async () => undefined));
  return cast.map(({ persona }) => persona);
}

/** The organisations of the demo that the network has, as personas. */
async function actors(store: Store, known: readonly Persona[]): Promise<Actor[]> {
  const all = [...store.directory().organisations.values()];
  const cast: Actor[] = [];
  for (const { name } of organisations) {
    const organisation = all.find((one) => one.name === name && !one.suspended);
    if (organisation) cast.push(await actorOf(store, organisation, known));
  }
  return cast;
}

/** Takes those steps that an earlier start did not. `from`: the number of the first; `done`: of the last that was taken. */
async function take(
  store: Store,
  stage: Stage,
  steps: readonly Step[],
  { from, done, stopping }: { from: number; done: number; stopping: AbortSignal },
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    stopping.throwIfAborted();
    const number = from + index;
    if (number > done) await store.writer.run(notingProgress(cursor, number, await step(stage)));
  }
}

const admitting: Step[] = organisations.map(
  ({ name, kind, countries, languages }) =>
    () =>
      addOrganisation({ name, kind, countries, languages }),
);

const settling: Step[] = organisations.flatMap(({ name, members, subscriptions, policy }) => [
  ...members.map(
    (member): Step =>
      (stage) =>
        addMember({ organisationId: stage.idOf(name), ...member }),
  ),
  ...subscriptions.map(
    ({ mail, ...sent }): Step =>
      (stage) =>
        addSubscription(
          stage.caller(name),
          checked(subscriptionRequest, { ...sent, channels: [{ type: 'live' }, ...(mail ? [toResponders] : [])] }),
        ),
  ),
  ...(policy
    ? [(stage: Stage) => setEscalationPolicy(stage.caller(name), checked(escalationPolicyRequest, policy))]
    : []),
]);

const raising: Step[] = warnings.map(
  (demo) => (stage) =>
    raiseWarning(stage.caller(demo.by), checked(raiseRequest, requestOf(demo, new Date(), stage.idOf))),
);
