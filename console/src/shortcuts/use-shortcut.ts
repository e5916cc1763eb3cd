import { useEffect, useRef } from 'react';
import { drop, keep, readKept } from '../kept.ts';

/** The keys of the console, in the order in which its sheet lists them. */
export const shortcutKeys = ['j', 'k', 'Enter', 'a', 'w', '/', '?'] as const;
export type ShortcutKey = (typeof shortcutKeys)[number];

const place = 'tocsin.shortcuts';

/** Whether single keys do anything: whoever speaks to the computer, or hits keys by accident, turns them off (WCAG 2.2, 2.1.4). */
export function shortcutsAreOn(): boolean {
  return readKept(place) !== 'off';
}

export function turnShortcuts(on: boolean): void {
  if (on) drop(place);
  else keep(place, 'off');
}

/** Does something at a key, as long as this is on the page and nothing is being typed. */
export function useShortcut(key: ShortcutKey, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== key || !isFree(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [key]);
}

/** Whether a key means nothing else: in a field it is text, and a dialog has the keyboard to itself. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]'))
    return false;
  return document.querySelector('dialog[open]') === null && shortcutsAreOn();
}
