import { isId } from '../../../core/contract/scalars.ts';
import { accessNow } from '../../../core/domain/audience.ts';
import { awaiting } from '../../../core/domain/acknowledgement.ts';
import { organisationReader, type Directory } from '../../../core/domain/directory.ts';
import { readerOf, type Caller } from '../../../core/domain/organisation.ts';
import { notFound, Refusal } from '../../../core/domain/refusal.ts';
import { acknowledgementsOf, type StandingAcknowledgement } from '../../../core/store/acknowledgements.ts';
import { acknowledgeWarning, type Answer } from '../../../core/store/commands/acknowledge.ts';
import { escalateNow } from '../../../core/store/commands/escalate.ts';
import type { Answered, Claim } from '../../../core/store/idempotency.ts';
import type { Command } from '../../../core/store/unit.ts';
import { loadWarnings, type LoadedWarning } from '../../../core/store/warnings.ts';
import { acknowledgementReader, presentAnswer, presentStanding } from '../../answer.ts';
import { admittedWarning } from '../../admission.ts';
import { createOnce } from '../once.ts';
import type { Call, Handlers, Reply, Services } from '../call.ts';
import { pageIn, pageRequest } from '../page.ts';
import { problemOf } from '../../problem.ts';

type AcknowledgementCalls = 'acknowledgeWarning' | 'acknowledgeWarnings' | 'listAcknowledgements' | 'escalateWarning';

export const acknowledgementRoutes: Handlers<AcknowledgementCalls> = {
  acknowledgeWarning: (call, services) =>
    createOnce(call, services, told(call.caller, acknowledgeWarning(call.caller, idOf(call), call.body))),

  escalateWarning: (call, services) =>
    createOnce(call, services, told(call.caller, escalateNow(call.caller, idOf(call), call.body.team))),

  acknowledgeWarnings,

  listAcknowledgements: async ({ caller, showing, params, query }, services) => {
    const id = params['id'] as string;
    const page = pageRequest(`acknowledgements ${id}`, caller, query, services);
    const warning = await admittedWarning(services, caller, id);
    const directory = services.store.directory();
    const reader = acknowledgementReader(caller, warning.snapshot.issuerId);
    const standing = await acknowledgementsOf(services.store.sql, [id]);
    const shown = reader.privileged ? platforms(directory, warning) : [caller.organisation.id];
    const listed =
      warning.access === 'marked' ? [] : shown.flatMap((platform) => answersOf(directory, platform, warning, standing));
    if (listed.length > 0) showing.note(warning.history, warning.snapshot.revision, ['red']);
    const body = pageIn(
      page,
      listed.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
      keyOf,
      (one) => presentStanding(directory, one, reader),
    );
    return { status: 200, body };
  },
};

function idOf({ params }: { readonly params: Readonly<Record<string, string>> }): string {
  return params['id'] as string;
}

function keyOf({ acknowledgement }: StandingAcknowledgement): string {
  return `${acknowledgement.organisationId} ${acknowledgement.teamId}`;
}

/** The platforms that are admitted to a warning today. */
function platforms(directory: Directory, { history }: LoadedWarning): string[] {
  return [...directory.organisations.values()]
    .filter(({ kind }) => kind === 'platform')
    .filter((organisation) => accessNow(history, organisationReader(organisation)) !== 'none')
    .map(({ id }) => id);
}

/** A platform's teams that are expected or have answered; its first, unexpected, where there is none. */
function answersOf(
  directory: Directory,
  organisationId: string,
  { snapshot }: LoadedWarning,
  standing: readonly StandingAcknowledgement[],
): StandingAcknowledgement[] {
  if (directory.organisations.get(organisationId)?.kind !== 'platform') return [];
  const own = standing.filter(({ acknowledgement }) => acknowledgement.organisationId === organisationId);
  const telling = own.filter(({ acknowledgement }) => acknowledgement.expected || acknowledgement.state !== 'pending');
  if (telling.length > 0) return telling;
  const first = directory.teams.get(organisationId)?.[0];
  if (!first) return [];
  const received = own.find(({ acknowledgement }) => acknowledgement.teamId === first.id);
  const { id, revision, createdAt } = snapshot;
  return [
    received ?? {
      acknowledgement: awaiting(id, first.id, organisationId, revision, createdAt, false),
      escalation: null,
    },
  ];
}

/** An answer as it goes on the wire, presented inside its own transaction. */
function told(caller: Caller, command: Command<Answer>): Command<Answered> {
  return async (unit) => {
    const answer = await command(unit);
    const { id, issuerId } = answer.warning.snapshot;
    const body = presentAnswer(unit.directory, answer, answer.answers, acknowledgementReader(caller, issuerId));
    return { status: 200, body, warningId: id };
  };
}

/** Thrown to look whether a claim was answered before, without making one. */
const notYet = new Refusal('in-progress', 'Not answered yet.');

/**
 * Answers many warnings, each on its own. Under an Idempotency-Key each answer is claimed by itself first, then the whole
 * list: cut off in the middle, a repeat goes on where it stopped.
 */
async function acknowledgeWarnings(call: Call<'acknowledgeWarnings'>, services: Services): Promise<Reply> {
  const reply = (await answeredBefore(call.claim, services)) ?? (await answerAll(call, services));
  return reply.replayed ? { ...reply, body: { data: await shownAgain(call, services, reply) } } : reply;
}

async function answerAll(call: Call<'acknowledgeWarnings'>, services: Services): Promise<Reply> {
  const data = await Promise.all(call.body.warnings.map((warning) => answerOne(call, services, warning)));
  return createOnce(call, services, async () => ({ status: 200, body: { data } }));
}

/** What a kept list shows to a credential that may not be the one which it was answered to. */
async function shownAgain(
  { caller, requestId }: Call<'acknowledgeWarnings'>,
  { store }: Services,
  { body }: Reply,
): Promise<object[]> {
  const { data } = body as { data: { warning: string }[] };
  const ids = data.map(({ warning }) => warning);
  const loaded = await loadWarnings(store.sql, ids.filter(isId));
  const reader = readerOf(caller);
  return data.map((answered) => {
    const history = loaded.get(answered.warning)?.history;
    if (history && accessNow(history, reader) !== 'none') return answered;
    return refused(answered.warning, notFound('warning'), requestId);
  });
}

function refused(warning: string, refusal: Refusal, requestId: string): object {
  return { warning, status: refusal.status, problem: problemOf(refusal, requestId) };
}

async function answerOne(call: Call<'acknowledgeWarnings'>, services: Services, warning: string): Promise<object> {
  const { caller, claim, showing, body, requestId } = call;
  const { warnings: _, ...sent } = body;
  const own = claim && { ...claim, path: `${claim.path}/${warning}` };
  try {
    if (!isId(warning)) throw notFound('warning');
    const command = told(caller, acknowledgeWarning(caller, warning, sent));
    const { status, body: acknowledgement } = await createOnce({ caller, showing, claim: own }, services, command);
    return { warning, status, acknowledgement };
  } catch (error) {
    // Away is away for all of them: the whole request is to be repeated.
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    return refused(warning, error, requestId);
  }
}

async function answeredBefore(claim: Claim | undefined, { store }: Services): Promise<Reply | undefined> {
  if (!claim) return undefined;
  try {
    return await store.writer.runOnce(claim, () => Promise.reject(notYet));
  } catch (error) {
    if (error === notYet) return undefined;
    throw error;
  }
}
