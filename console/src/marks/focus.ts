import { useEffect, useRef } from 'react';

/** For what the reader asked for: it takes the focus as it appears, so that the keyboard and the screen reader go on there. */
export function useFocusOnArrival<T extends HTMLElement>(): React.RefObject<T | null> {
  const arrived = useRef<T>(null);
  useEffect(() => arrived.current?.focus(), []);
  return arrived;
}

/** For where the focus goes back to once a form closes: the button that opened it was not on the page meanwhile. */
export function useFocusBack<T extends HTMLElement>(open: boolean): React.RefObject<T | null> {
  const back = useRef<T>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) back.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return back;
}
