import { statuses, type Status } from '../../../core/contract/vocabularies.ts';
import type { BoardFilter } from '../board/board-filter.ts';

/** What needs somebody most is asked for among what is not over, unless somebody wants to see that. */
export function asked({ order, ...filter }: BoardFilter): BoardFilter {
  return order === 'urgency' && filter.state.length === 0 ? { ...filter, state: ['active'] } : filter;
}

/** Rows that fill a first view: what is looked at first comes first, and the next page follows by itself. */
const firstView = 12;

/** How the network is asked for the first page of what the board shows. */
export function firstPage(shown: BoardFilter) {
  return { ...listParameters(shown), limit: firstView };
}

/** How the network is asked for what the board shows. */
export function listParameters(shown: BoardFilter) {
  const { country, language, ground, severity, state, q } = asked(shown);
  return {
    country: [...country],
    language: [...language],
    ground: [...ground],
    state: [...state],
    // Tests too, which the network leaves out unless asked: whoever raises one looks for it here, where its band marks it.
    status: Object.keys(statuses) as Status[],
    ...(severity && { severity }),
    ...(q && { q }),
    // All pages are read for an order of our own: the fewer, the sooner it stands.
    ...(shown.order === 'urgency' && { limit: 200 }),
  };
}
