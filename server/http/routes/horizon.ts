import { acknowledgementStates } from '../../../core/contract/vocabularies.ts';
import { accessNow } from '../../../core/domain/audience.ts';
import { organisationReader, type Directory } from '../../../core/domain/directory.ts';
import { horizonRange, onHorizon, type Outcome } from '../../../core/domain/horizon.ts';
import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { limits } from '../../../core/contract/limits.ts';
import { readerOf, type Caller } from '../../../core/domain/organisation.ts';
import { acknowledgementsOf, type StandingAcknowledgement } from '../../../core/store/acknowledgements.ts';
import { countTeams, listHorizon, type TeamCount } from '../../../core/store/horizon.ts';
import type { LoadedWarning } from '../../../core/store/warnings.ts';
import { acknowledgementReader, leastAdvanced, presentStanding } from '../../answer.ts';
import { invalidRequest, queryFault } from '../../faults.ts';
import type { Handlers, Services } from '../call.ts';
import type { PageMark } from '../cursor.ts';
import { pageRequest } from '../page.ts';

export const horizonRoutes: Handlers<'listHorizon'> = {
  listHorizon: async ({ caller, showing, query }, services) => {
    const { store, now } = services;
    const page = pageRequest('horizon', caller, query, services);
    const range = horizonRange({ ...query, since: query.since ?? page.mark?.['since'] }, now());
    if (!range) {
      throw invalidRequest([queryFault('until', `This is after since, by ${limits.horizonDays} days at most.`)]);
    }
    const after = page.mark && { onset: page.mark['onset'] ?? '', id: page.mark['id'] ?? '' };
    const found = await listHorizon(store.sql, readerOf(caller), query, range, { limit: page.limit, after });
    const outcomes = await outcomesFor(caller, found.warnings, services);
    const names = store.directory();
    const data = found.warnings.flatMap((loaded): ListedOnHorizon[] => {
      const warning = showing.warning(names, loaded);
      if (!warning) return [];
      if (!('headline' in warning)) return [warning];
      return [onHorizon(warning, outcomes(loaded))];
    });
    const last = found.warnings.at(-1)?.snapshot;
    const mark: PageMark | undefined =
      found.more && last ? { onset: last.content.onset, id: last.id, since: range.since } : undefined;
    return { status: 200, body: { data, next: page.next(mark) } };
  },
};

/** What became of each of these warnings, as far as the caller may know it. */
async function outcomesFor(
  caller: Caller,
  warnings: readonly LoadedWarning[],
  { store }: Services,
): Promise<(loaded: LoadedWarning) => Outcome> {
  const { sql } = store;
  const directory = store.directory();
  const ids = warnings.map(({ snapshot }) => snapshot.id);
  const teams = caller.teams.map(({ id }) => id);
  const own = caller.organisation.kind === 'platform' ? await acknowledgementsOf(sql, ids, teams) : [];
  const told = warnings.filter((loaded) => isPrivileged(caller, loaded)).map(({ snapshot }) => snapshot.id);
  const counts = await countTeams(sql, told);
  return (loaded) => ({
    acknowledgement: ownAnswer(directory, caller, loaded, own),
    ...(told.includes(loaded.snapshot.id) ? { answers: answersTo(directory, loaded, counts) } : {}),
  });
}

function isPrivileged(caller: Caller, { snapshot, history }: LoadedWarning): boolean {
  const { privileged } = acknowledgementReader(caller, snapshot.issuerId);
  return privileged && accessNow(history, readerOf(caller)) === 'whole';
}

function ownAnswer(
  directory: Directory,
  caller: Caller,
  { snapshot }: LoadedWarning,
  own: readonly StandingAcknowledgement[],
): Outcome['acknowledgement'] {
  const mine = leastAdvanced(own.filter(({ acknowledgement }) => acknowledgement.warningId === snapshot.id));
  // Received, and neither asked of them nor answered: there is nothing that became of it.
  if (mine?.acknowledgement.state === 'pending' && !mine.acknowledgement.expected) return null;
  return mine ? presentStanding(directory, mine, acknowledgementReader(caller, snapshot.issuerId)) : null;
}

/** How many teams stand where, of the platforms that are admitted today. */
function answersTo(directory: Directory, { snapshot, history }: LoadedWarning, counts: readonly TeamCount[]) {
  const byState = new Map<TeamCount['state'], number>();
  for (const { warningId, organisationId, state, teams } of counts) {
    const organisation = directory.organisations.get(organisationId);
    if (warningId !== snapshot.id || !organisation) continue;
    if (accessNow(history, organisationReader(organisation)) === 'none') continue;
    byState.set(state, (byState.get(state) ?? 0) + teams);
  }
  return (Object.keys(acknowledgementStates) as TeamCount['state'][]).flatMap((state) => {
    const teams = byState.get(state);
    return teams === undefined ? [] : [{ state, teams }];
  });
}
