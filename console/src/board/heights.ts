import type { VirtualItem } from '@tanstack/react-virtual';
import type { ListedWarning } from '../live/queries.ts';
import { rowId } from './row.tsx';
import { drawnWhole } from './rows.ts';

/**
 * Of rows that were drawn, in pixels, at one width of the page, and what others are taken for: whoever comes back to the board
 * finds it as high as they left it.
 */
const known = new Map<string, number>();
let width: number | undefined;
let usual: number | undefined;

export function keepHeights(rows: readonly Pick<VirtualItem, 'key' | 'size'>[]): void {
  if (width !== window.innerWidth) {
    known.clear();
    usual = undefined;
  }
  width = window.innerWidth;
  for (const { key, size } of rows) known.set(String(key), size);
}

/** What is known of these rows, and what those measure that are on the page until the long list takes their place. */
export function keptHeights(warnings: readonly ListedWarning[]): VirtualItem[] {
  const drawn = warnings.slice(0, drawnWhole).flatMap(({ id }) => {
    const size = document.getElementById(rowId(id))?.closest('li')?.offsetHeight;
    return size ? [{ key: id, size }] : [];
  });
  keepHeights(drawn);
  return warnings.flatMap(({ id }, index) => {
    const size = known.get(id);
    return size === undefined ? [] : [{ key: id, index, size, start: 0, end: size, lane: 0 }];
  });
}

/** What a row is taken for until it is drawn: the average of those that were. */
export function usualHeight(): number {
  if (known.size === 0) return 150;
  usual ??= [...known.values()].reduce((sum, height) => sum + height, 0) / known.size;
  return usual;
}
