import type { ListedWarning } from '../live/queries.ts';

/** As many are drawn whole, so that the browser finds text in all of them; of more, what is near the screen. */
export const drawnWhole = 200;

/** A row that somebody asked to be led to; another object for another time. */
export interface Sought {
  readonly id: string;
}

export interface RowsProps {
  warnings: readonly ListedWarning[];
  /** More are on pages that were not read. */
  more: boolean;
  /** These are the rows of the filter before; those of the new one are on their way. */
  renewing: boolean;
  sought: Sought | undefined;
}
