import type { Virtualizer } from '@tanstack/react-virtual';
import type { ListedWarning } from '../live/queries.ts';

type Rows = Virtualizer<Window, HTMLLIElement>;

/** Where a row stands on the page, in pixels. */
interface Place {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What was on the screen. */
interface Held {
  readonly scrolled: number;
  readonly places: readonly Place[];
}

/**
 * Keeps what is on the screen where it is while rows come, go and change places above it, as browsers do for what is in the flow
 * of a page. At the top of the list they come into view.
 */
export interface Steadiness {
  /** Notes where rows stand, whenever that changes. */
  note(rows: Rows): void;
  /** To be asked before others are drawn: as soon as they are, the rows make up for heights that were guessed wrong. */
  hold(): Held;
  /** Scrolls by as much as the rows moved that were on the screen. @param top pixels above the list */
  settle(held: Held, rows: Rows, warnings: readonly ListedWarning[], top: number): void;
}

export function createSteadiness(): Steadiness {
  let places: readonly Place[] = [];
  let last: { warnings: readonly ListedWarning[]; top: number } | undefined;
  const note = (rows: Rows): void => {
    places = rows.getVirtualItems().map(({ key, start, end }) => ({ id: String(key), start, end }));
  };
  return {
    note,
    hold: () => ({ scrolled: window.scrollY, places }),
    settle(held, rows, warnings, top) {
      const before = last;
      last = { warnings, top };
      note(rows);
      if (before === undefined || (before.warnings === warnings && before.top === top)) return;
      // The list was not measured yet, or its top is on the screen.
      if (before.top === 0 || held.scrolled <= before.top) return;
      const made = window.scrollY - held.scrolled;
      rows.scrollBy(shift(held, rows, warnings) - made);
    },
  };
}

/** By how much the rows moved: by the least of them, for one may have gone elsewhere. Pixels. */
function shift({ scrolled, places }: Held, rows: Rows, warnings: readonly ListedWarning[]): number {
  const moved = places.flatMap(({ id, start, end }) => {
    if (end <= scrolled || start >= scrolled + window.innerHeight) return [];
    const now = rows.measurementsCache[warnings.findIndex((warning) => warning.id === id)];
    return now ? [now.start - start] : [];
  });
  return moved.reduce((least, one) => (Math.abs(one) < Math.abs(least) ? one : least), moved[0] ?? 0);
}
