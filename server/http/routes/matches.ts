import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Match } from '../../../core/contract/matches.ts';
import { statuses, type Status } from '../../../core/contract/vocabularies.ts';
import { canonicalFilter } from '../../../core/domain/filter.ts';
import { countMatches, type Matched } from '../../../core/domain/matches.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { recentWarnings } from '../../../core/store/matches.ts';
import { loadWarnings, type LoadedWarning } from '../../../core/store/warnings.ts';
import type { Handlers } from '../call.ts';

const span = 90 * 86_400_000;
/** Looked through at most: for each filter some tens of milliseconds. */
const most = 5_000;

export const matchRoutes: Handlers<'countMatches'> = {
  countMatches: async ({ caller, body, showing }, { store, limiter, now }) => {
    await limiter.matches(caller.organisation.id);
    const reader = readerOf(caller);
    const filters = body.filters.map(canonicalFilter);
    const wanted = (Object.keys(statuses) as Status[]).filter((status) =>
      filters.some((filter) => filter.statuses.includes(status)),
    );
    const from = new Date(now().getTime() - span);
    const { histories, since } = await recentWarnings(store.sql, reader, wanted, from, most);
    const matched: Matched[] = [];
    for (const filter of filters) {
      matched.push(countMatches(histories, reader, filter));
      // Whoever is live on this node waits for one filter at most, not for twenty.
      await nextTurn();
    }
    const newest = [...new Set(matched.flatMap((one) => one.newest))];
    const loaded = await loadWarnings(store.sql, newest);
    // Their headlines are shown, never whose they are.
    for (const { history, snapshot } of loaded.values()) showing.note(history, snapshot.revision, ['red']);
    const matches = matched.map((one): Match => ({
      ...one,
      newest: one.newest.flatMap((id) => {
        const warning = loaded.get(id);
        return warning ? [example(warning)] : [];
      }),
    }));
    return { status: 200, body: { since: since.toISOString(), matches } };
  },
};

function example({ snapshot: { id, content, createdAt } }: LoadedWarning): Match['newest'][number] {
  const { headline, language, severity } = content;
  return { id, headline, language, severity, createdAt };
}
