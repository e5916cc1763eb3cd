import type { Statistics } from '../../../core/contract/statistics.ts';
import { withheldName } from '../../../core/contract/organisation.ts';
import { accessNow } from '../../../core/domain/audience.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { party, type Names } from '../../../core/domain/presentation.ts';
import { periodOf, statisticsOf, type Subject } from '../../../core/domain/statistics.ts';
import {
  countAnswers,
  waitingAnswers,
  type AnswerCounts,
  type Waiting,
} from '../../../core/store/statistics-answers.ts';
import type { Selection } from '../../../core/store/statistics-selection.ts';
import { countWarnings, type WarningCounts } from '../../../core/store/statistics.ts';
import { loadWarnings } from '../../../core/store/warnings.ts';
import type { Call, Handlers, Services } from '../call.ts';

export const statisticsRoutes: Handlers<'getStatistics'> = {
  getStatistics: async (call, services) => {
    const { caller, query } = call;
    const { sql } = services.store;
    const names = services.store.directory();
    const subject = statisticsOf(caller, names.organisations, query.organisation);
    const madeAt = services.now();
    const period = periodOf(query, madeAt);
    const status = query.status ?? 'actual';
    const selection: Selection = { reader: readerOf(caller), subject, period, status };
    const [raised, answers, open] = await Promise.all([
      countWarnings(sql, selection),
      countAnswers(sql, selection),
      waitingAnswers(sql, selection),
    ]);
    const waiting = await presentWaiting(call, services, open);
    const body: Statistics = {
      of: subject.scope === 'network' ? null : party(names, subject.organisationId),
      scope: subject.scope,
      since: period.since.toISOString(),
      until: period.until.toISOString(),
      by: period.by,
      timeZone: period.timeZone,
      status,
      madeAt: madeAt.toISOString(),
      warnings: raised.warnings,
      issuers: subject.scope === 'network' ? presentIssuers(names, raised.issuers) : null,
      answers: answers.whole,
      answering: presentAnswering(names, subject, answers.each),
      waiting,
    };
    return { status: 200, body };
  },
};

/** Who raised most first; those whose issuer is withheld are nobody's. */
function presentIssuers(names: Names, issuers: WarningCounts['issuers']): Statistics['issuers'] {
  return issuers
    .map(({ organisationId: id, count }) => ({
      organisation: id === null ? ({ name: withheldName, kind: 'cso' } as const) : party(names, id),
      count,
    }))
    .toSorted((one, other) => other.count - one.count || byName(one.organisation, other.organisation));
}

function presentAnswering(
  names: Names,
  subject: Subject,
  each: ReadonlyMap<string, AnswerCounts>,
): Statistics['answering'] {
  const listed = [...each].map(([id, counts]) =>
    subject.scope === 'received'
      ? { ...counts, organisation: party(names, subject.organisationId), team: teamNamed(names, id) }
      : { ...counts, organisation: party(names, id), team: null },
  );
  return listed.toSorted((one, other) => byName(one.team ?? one.organisation, other.team ?? other.organisation));
}

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name, 'en');

function teamNamed(names: Names, id: string): { id: string; name: string } {
  return { id, name: names.teamById.get(id)?.name ?? 'A former team' };
}

/** These figures are printed and handed on: what a warning marked TLP:RED says is read on its own page. */
async function presentWaiting(
  { caller }: Pick<Call<'getStatistics'>, 'caller'>,
  { store }: Services,
  waiting: readonly Waiting[],
): Promise<Statistics['waiting']> {
  const names = store.directory();
  const loaded = await loadWarnings(store.sql, [...new Set(waiting.map(({ warningId }) => warningId))]);
  return waiting.flatMap(({ warningId, teamId, organisationId, waitingSince }) => {
    const warning = loaded.get(warningId);
    // It may have been marked otherwise since it was chosen.
    if (!warning || ['none', 'marked'].includes(accessNow(warning.history, readerOf(caller)))) return [];
    const { headline, language, severity, tlp } = warning.snapshot.content;
    const told = { id: warningId, headline: tlp === 'TLP:RED' ? null : headline, language, severity, tlp };
    return [
      { warning: told, organisation: party(names, organisationId), team: teamNamed(names, teamId), waitingSince },
    ];
  });
}
