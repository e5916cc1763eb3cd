import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import type { ListedWarning } from '../live/queries.ts';
import { keepHeights, keptHeights, usualHeight } from './heights.ts';
import type { Sought } from './rows.ts';
import { rowId } from './row.tsx';
import { createSteadiness } from './steadiness.ts';

/** Rows drawn beyond each edge of the screen. */
const beyond = 6;

/** Which rows of a long list are drawn, and where. */
export function useNearRows(
  list: React.RefObject<HTMLElement | null>,
  warnings: readonly ListedWarning[],
  sought: Sought | undefined,
) {
  const scrollMargin = useTop(list);
  const focused = useFocusedRow(list);
  const rangeExtractor = useDrawn(usePlace(warnings, focused), usePlace(warnings, sought?.id));
  const [heights] = useState(() => keptHeights(warnings));
  const [usual] = useState(usualHeight);
  const [steadiness] = useState(createSteadiness);
  const held = steadiness.hold();
  // oxlint-disable-next-line react/incompatible-library -- no compiler remembers for us what this library changes in place
  const rows = useWindowVirtualizer<HTMLLIElement>({
    count: warnings.length,
    getItemKey: useCallback((index: number) => warnings[index]?.id ?? index, [warnings]),
    estimateSize: () => usual,
    overscan: beyond,
    scrollMargin,
    rangeExtractor,
    initialMeasurementsCache: heights,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
    onChange: (changed) => steadiness.note(changed),
  });
  useLayoutEffect(() => steadiness.settle(held, rows, warnings, scrollMargin));
  useLayoutEffect(() => () => keepHeights(rows.takeSnapshot()), [rows]);
  const led = useRef(sought);
  useLayoutEffect(() => {
    if (led.current === sought) return;
    led.current = sought;
    const index = warnings.findIndex(({ id }) => id === sought?.id);
    if (index === -1) return;
    rows.scrollToIndex(index, { align: 'center' });
    focusRow(sought?.id);
  }, [rows, warnings, sought]);
  return rows;
}

/** The id of the warning whose row had the focus last. */
function useFocusedRow(list: React.RefObject<HTMLElement | null>): string | undefined {
  const [before] = useState(() => rowOf(document.activeElement));
  const [focused, setFocused] = useState(before);
  // The row that had the focus was another element in the list that this one follows.
  useLayoutEffect(() => focusRow(before), [before]);
  useEffect(() => {
    const { current } = list;
    const note = ({ target }: FocusEvent): void => setFocused(rowOf(target as Element));
    current?.addEventListener('focusin', note);
    return () => current?.removeEventListener('focusin', note);
  }, [list]);
  return focused;
}

function rowOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-warning]')?.dataset['warning'];
}

function focusRow(id: string | undefined): void {
  if (id !== undefined) document.getElementById(rowId(id))?.focus({ preventScroll: true });
}

/** Where a warning stands in the list, looked for once and not for each frame that the rows are scrolled by; -1: nowhere. */
function usePlace(warnings: readonly ListedWarning[], id: string | undefined): number {
  return useMemo(() => (id === undefined ? -1 : warnings.findIndex((warning) => warning.id === id)), [warnings, id]);
}

/**
 * What is near the screen is drawn; the first row, where the keyboard comes in; and around the one with the focus and the one that
 * is led to one more on either side, so that it keeps the focus wherever the page is scrolled to, and has a next row.
 */
function useDrawn(focused: number, sought: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const around = [focused, sought].flatMap((at) => (at === -1 ? [] : [at - 1, at, at + 1]));
      const drawn = new Set([0, ...around, ...defaultRangeExtractor(range)]);
      return [...drawn].filter((index) => index >= 0 && index < range.count).toSorted((a, b) => a - b);
    },
    [focused, sought],
  );
}

/** Where on the page the list begins, in pixels, whatever opens or closes above it. */
function useTop(list: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
