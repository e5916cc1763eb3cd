import { useShortcut } from '../shortcuts/use-shortcut.ts';

/** Moves the focus along the rows of the board, from wherever it stands. */
export function useRowKeys(): void {
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
}

function move(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-warning] h2 a')];
  const own = document.activeElement?.closest('[data-warning]');
  const at = rows.findIndex((row) => own?.contains(row));
  // From outside of the board its first row is next, and nothing comes before it.
  const next = rows[at === -1 ? 0 : at + by];
  next?.closest('[data-warning]')?.scrollIntoView({ block: 'nearest' });
  next?.focus({ preventScroll: true });
}
