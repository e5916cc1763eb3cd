import { apiRoot } from '../../../core/contract/routes.ts';
import type { Severity, Status } from '../../../core/contract/vocabularies.ts';
import { accessNow, admittedRevisions } from '../../../core/domain/audience.ts';
import { severityRank } from '../../../core/domain/filter.ts';
import { readerOf, type Caller } from '../../../core/domain/organisation.ts';
import type { Names } from '../../../core/domain/presentation.ts';
import { notFound } from '../../../core/domain/refusal.ts';
import { acknowledgementsOf, answersOf } from '../../../core/store/acknowledgements.ts';
import { cancelWarning } from '../../../core/store/commands/cancel.ts';
import { raiseWarning } from '../../../core/store/commands/raise.ts';
import { redactRevision } from '../../../core/store/commands/redact.ts';
import { reviseWarning } from '../../../core/store/commands/revise.ts';
import type { Answered } from '../../../core/store/idempotency.ts';
import { readHead } from '../../../core/store/log-reader.ts';
import type { Command, Unit } from '../../../core/store/unit.ts';
import { listWarnings, loadRevisions, loadWarning, type LoadedWarning } from '../../../core/store/warnings.ts';
import { acknowledgementReader, leastAdvanced, presentAnswer, presentStanding } from '../../answer.ts';
import { admittedWarning } from '../../admission.ts';
import { createOnce } from '../once.ts';
import type { Call, Handlers, Reply, Services } from '../call.ts';
import { pageEnd, pageIn, pageRequest } from '../page.ts';

type WarningCalls =
  | 'raiseWarning'
  | 'listWarnings'
  | 'getWarning'
  | 'listRevisions'
  | 'reviseWarning'
  | 'redactRevision'
  | 'cancelWarning';

export const warningRoutes: Handlers<WarningCalls> = {
  raiseWarning: (call, services) => {
    const { caller, body } = call;
    const kind = { status: body.status ?? 'actual', severity: body.severity };
    return counted(services, caller, kind, (mayRaise) =>
      createOnce(call, services, async (unit) => {
        const raised = await raiseWarning(caller, body)(unit);
        mayRaise();
        return { ...answered(unit.directory, raised, call, 201), location: locationOf(raised) };
      }),
    );
  },

  reviseWarning: async (call, services) => {
    const { caller, params, body, ifMatch } = call;
    const id = params['id'] as string;
    const before = (await loadWarning(services.store.sql, id))?.snapshot;
    const severity = body.severity ?? before?.content.severity ?? 'minor';
    return counted(services, caller, { status: before?.status ?? 'test', severity }, (mayRaise) =>
      createOnce(call, services, async (unit) => {
        const { revised, reopened } = await watched(unit, reviseWarning(caller, id, body, ifMatch));
        if (reopened || (risen(revised) && caller.organisation.raiseLimits?.[severity] !== undefined)) mayRaise();
        return { ...answered(unit.directory, revised, call, 201), location: locationOf(revised) };
      }),
    );
  },

  cancelWarning: (call, services) =>
    createOnce(call, services, async (unit) => {
      const cancelled = await cancelWarning(call.caller, call.params['id'] as string, call.body.reason)(unit);
      return answered(unit.directory, cancelled, call, 200);
    }),

  redactRevision: (call, services) =>
    createOnce(call, services, async (unit) => {
      const { caller, params, body } = call;
      const after = await redactRevision(caller, params['id'] as string, Number(params['n']), body)(unit);
      return answered(unit.directory, after, call, 200);
    }),

  getWarning: async ({ caller, showing, params }, services) => {
    const { sql } = services.store;
    const names = services.store.directory();
    const { access, ...found } = await admittedWarning(services, caller, params['id'] as string);
    const { snapshot } = found;
    const warning = showing.warning(names, found);
    const etag = etagOf(snapshot.revision);
    if (access === 'marked') return { status: 200, body: warning, etag };
    const own = leastAdvanced(await acknowledgementsOf(sql, [snapshot.id], teamIds(caller)));
    if (!own) return { status: 200, body: { ...warning, acknowledgement: null }, etag };
    const answers = await answersOf(sql, snapshot.id, own.acknowledgement.teamId);
    const reader = acknowledgementReader(caller, snapshot.issuerId);
    return { status: 200, body: { ...warning, acknowledgement: presentAnswer(names, own, answers, reader) }, etag };
  },

  listRevisions: async ({ caller, showing, params, query }, services) => {
    const page = pageRequest(`revisions ${params['id']}`, caller, query, services);
    const { history } = await admittedWarning(services, caller, params['id'] as string);
    const names = services.store.directory();
    const readable = new Set(admittedRevisions(history, readerOf(caller)));
    const revisions = (await loadRevisions(services.store.sql, history.id)).toReversed();
    return {
      status: 200,
      body: pageIn(
        page,
        revisions.filter(({ revision }) => readable.has(revision)),
        ({ revision }) => revision,
        (snapshot) => showing.warning(names, { snapshot, history }),
        true,
      ),
    };
  },

  listWarnings: async ({ caller, showing, query }, services) => {
    const { store } = services;
    const page = pageRequest('warnings', caller, query, services);
    // The position of the first page serves all of them: what changed while they were read comes after it.
    const position = page.mark?.['position'] ?? (await readHead(store.sql, store.positions)).position;
    const reader = readerOf(caller);
    const { warnings, more } = await listWarnings(store.sql, reader, query, pageEnd(page.mark));
    const own = await acknowledgementsOf(
      store.sql,
      warnings.map(({ snapshot }) => snapshot.id),
      teamIds(caller),
    );
    const names = store.directory();
    const data = warnings.flatMap(({ snapshot, history }) => {
      const access = accessNow(history, reader);
      const warning = showing.warning(names, { snapshot, history });
      if (!warning || access === 'marked') return warning ?? [];
      const mine = leastAdvanced(own.filter(({ acknowledgement }) => acknowledgement.warningId === snapshot.id));
      const acknowledgement = mine && presentStanding(names, mine, acknowledgementReader(caller, snapshot.issuerId));
      return [{ ...warning, acknowledgement: acknowledgement ?? null }];
    });
    const last = warnings.at(-1)?.snapshot;
    const mark = more && last ? { createdAt: last.createdAt, id: last.id, position } : undefined;
    return { status: 200, body: { data, next: page.next(mark), position } };
  },
};

function teamIds({ teams }: Caller): string[] {
  return teams.map(({ id }) => id);
}

function etagOf(revision: number): string {
  return `"${revision}"`;
}

function locationOf({ snapshot }: LoadedWarning): string {
  return `${apiRoot}/warnings/${snapshot.id}`;
}

/** A warning as it is answered to who changed it. */
function answered(
  names: Names,
  changed: LoadedWarning,
  { caller, showing }: Pick<Call<'raiseWarning'>, 'caller' | 'showing'>,
  status: number,
): Answered {
  const { snapshot, history } = changed;
  const access = accessNow(history, readerOf(caller));
  const warning = showing.warning(names, changed);
  if (!warning) throw notFound('warning');
  // Who raises has no answer of its own to give.
  const body = access === 'marked' ? warning : { ...warning, acknowledgement: null };
  return { status, body, etag: etagOf(snapshot.revision), warningId: snapshot.id };
}

/**
 * Counts a raise against the organisation's hour: taken before the log's lock, which nobody is to wait for Redis under,
 * looked at once the command went well, and given back where nothing was raised: refused, repeated, not reopened.
 */
async function counted(
  { limiter }: Services,
  { organisation }: Caller,
  { status, severity }: { status: Status; severity: Severity },
  work: (mayRaise: () => void) => Promise<Reply>,
): Promise<Reply> {
  const reservation = await limiter.reserveRaise(organisation, status, severity);
  let raised = false;
  const mayRaise = (): void => {
    if (reservation.refusal) throw reservation.refusal;
    raised = true;
  };
  try {
    const reply = await work(mayRaise);
    if (!raised) await reservation.giveBack();
    return reply;
  } catch (error) {
    await reservation.giveBack();
    throw error;
  }
}

/** Runs a revision and hears from its event whether it reopened anybody's answer. */
async function watched(
  unit: Unit,
  command: Command<LoadedWarning>,
): Promise<{ revised: LoadedWarning; reopened: boolean }> {
  let reopened = false;
  const revised = await command({
    ...unit,
    append(event) {
      if (event.data['reopened'] === true) reopened = true;
      unit.append(event);
    },
  });
  return { revised, reopened };
}

/** Whether a revision raised the severity: where that has a limit of its own, nobody gets round it by raising low first. */
function risen({ history }: LoadedWarning): boolean {
  const [before, after] = history.revisions.slice(-2);
  return before && after ? severityRank(after.facets.severity) > severityRank(before.facets.severity) : false;
}
