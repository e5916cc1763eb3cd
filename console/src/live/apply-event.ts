import type { QueryClient } from '@tanstack/react-query';
import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import type { Event } from '../network.ts';
import { changeList, keptLists, withChanged, withPlaced } from './kept-lists.ts';
import { keys, type ListedWarning } from './queries.ts';

/**
 * Brings what is kept up to what an event says: at once where the event is enough, by asking again where only the network
 * knows (which filters match, the own answer). Events may come twice and, in a replay, late: an older one changes no warning.
 * Answers whether the board held no such warning where it now stands.
 * @param own the id of the reader's own organisation
 */
export function applyEvent(queries: QueryClient, event: Event, own: string | undefined): boolean {
  const { id } = event.warning;
  if (event.type === 'warning.withdrawn') {
    forget(queries, id);
    return false;
  }
  const answered = ownAnswer(event, own);
  const renew = (old: ListedWarning): ListedWarning => renewed(old, event.warning, answered);
  queries.setQueryData<ListedWarning>([...keys.warning(id), 'itself'], (old) => old && renew(old));
  let isFirst = false;
  for (const list of keptLists(queries)) {
    changeList(list, (old) => withChanged(old, id, renew));
    // The unfiltered list shows every warning: one it does not hold can be placed at once.
    if (list.queryKey[1] !== '') continue;
    changeList(list, (old) => {
      const placed = withPlaced(old, event.warning);
      isFirst = placed !== old;
      return placed;
    });
  }
  void queries.invalidateQueries({ queryKey: keys.warning(id) });
  return isFirst;
}

/** Whether only the network can say which lists the event changes, and how. */
export function changesLists({ type }: Event): boolean {
  return type !== 'comment.added';
}

/** Whole, for what is marked TLP:RED now must not keep what it said before; an event carries no own answer. */
function renewed(old: ListedWarning, warning: Warning, answered: Warning['acknowledgement']): ListedWarning {
  const base = warning.updatedAt < old.updatedAt ? old : warning;
  const acknowledgement = answered ?? ('acknowledgement' in old ? old.acknowledgement : undefined);
  return acknowledgement === undefined || !('headline' in base) ? base : { ...base, acknowledgement };
}

function ownAnswer(event: Event, own: string | undefined): Warning['acknowledgement'] {
  if (event.type !== 'acknowledgement.changed' || own === undefined) return undefined;
  const { acknowledgement } = event.data;
  return acknowledgement.organisation.id === own ? acknowledgement : undefined;
}

function forget(queries: QueryClient, id: string): void {
  for (const list of keptLists(queries)) changeList(list, (old) => withChanged(old, id, () => undefined));
  queries.setQueriesData<ListedOnHorizon[]>(
    { queryKey: keys.horizon },
    (entries) => entries && entries.filter((old) => old.id !== id),
  );
  // A page that is open asks again and is told that there is nothing here for it.
  void queries.resetQueries({ queryKey: keys.warning(id) });
}
