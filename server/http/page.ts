import type { Caller } from '../../core/domain/organisation.ts';
import type { PageEnd } from '../../core/store/page.ts';
import type { ListName, PageMark } from './cursor.ts';
import type { Services } from './call.ts';

const standardLimit = 50;

/** The page of a list that a request asks for. */
export interface PageRequest {
  readonly limit: number;
  /** Where the page before ended; undefined: the first page. */
  readonly mark: PageMark | undefined;
  next(mark: PageMark | undefined): string | null;
}

/** @throws Refusal cursor-invalid */
export function pageRequest(
  list: string,
  caller: Caller,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  { cursors }: Services,
): PageRequest {
  const name: ListName = { list, organisationId: caller.organisation.id, query };
  return {
    limit: query.limit ?? standardLimit,
    mark: query.cursor === undefined ? undefined : cursors.decode(name, query.cursor),
    next: (mark) => (mark ? cursors.encode(name, mark) : null),
  };
}

/** The mark of a list that is ordered by time of creation and id, as the store takes it. */
export function pageEnd(mark: PageMark | undefined): PageEnd | undefined {
  return mark && { createdAt: mark['createdAt'] ?? '', id: mark['id'] ?? '' };
}

/** What a page that was read from the store ends with. */
export function markOf(page: { readonly data: readonly PageEnd[]; readonly more: boolean }): PageMark | undefined {
  const last = page.data.at(-1);
  return page.more && last ? { createdAt: last.createdAt, id: last.id } : undefined;
}

/**
 * A page of a list that is in memory, in its order; later arrivals never shift it.
 * @param keyOf what the list is ordered by; `falling` where the newest is first
 */
export function pageIn<T, Answer>(
  request: PageRequest,
  list: readonly T[],
  keyOf: (item: T) => string | number,
  present: (item: T) => Answer,
  falling = false,
): { data: Answer[]; next: string | null } {
  const after = request.mark?.['key'];
  const passed = (item: T): boolean => {
    if (after === undefined) return true;
    const key = keyOf(item);
    const end = typeof key === 'number' ? Number(after) : after;
    return falling ? key < end : key > end;
  };
  const rest = list.filter(passed);
  const shown = rest.slice(0, request.limit);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last !== undefined;
  return { data: shown.map(present), next: request.next(more ? { key: String(keyOf(last)) } : undefined) };
}
