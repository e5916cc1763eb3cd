import { useEffect, useRef } from 'react';
import { useLocation } from '@tanstack/react-router';

/** For a row of pages that is longer than a phone is wide: where one is stands in the middle of it. */
export function useHereInSight(): React.RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (!row.current || !here) return;
    const spare = row.current.clientWidth - here.offsetWidth;
    row.current.scrollTo({ left: here.offsetLeft - row.current.offsetLeft - spare / 2 });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- where one is changes with it
  }, [pathname]);
  return row;
}
