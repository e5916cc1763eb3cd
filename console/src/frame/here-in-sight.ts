import { useEffect, useRef } from 'react';
import { useLocation } from '@tanstack/react-router';

/** For a row of pages that is longer than a phone is wide: where one is stands in the middle of it. */
export function useHereInSight(): React.RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const pages = row.current;
    if (!pages) return undefined;
    // It is told once the page is laid out: to ask at once would have it laid out for that alone.
    const observer = new ResizeObserver(() => showHere(pages));
    observer.observe(pages);
    return () => observer.disconnect();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- where one is changes with it
  }, [pathname]);
  return row;
}

function showHere(pages: HTMLElement): void {
  const here = pages.querySelector<HTMLElement>('[aria-current=page]');
  if (!here) return;
  const spare = pages.clientWidth - here.offsetWidth;
  pages.scrollTo({ left: here.offsetLeft - pages.offsetLeft - spare / 2 });
}
