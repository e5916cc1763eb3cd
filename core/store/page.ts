/** Where the page before ended, of a list that is read newest first. */
export interface PageEnd {
  readonly createdAt: string;
  readonly id: string;
}

/** What a page query binds: the end of the page before, or what lies after everything; and one row more than is shown. */
export function pageBounds(limit: number, before: PageEnd | undefined): [string, string, number] {
  return [before?.createdAt ?? 'infinity', before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit + 1];
}

/** The rows of a page, and whether there are more. */
export function pageOf<T>(rows: readonly T[], limit: number): { data: T[]; more: boolean } {
  return { data: rows.slice(0, limit), more: rows.length > limit };
}
