import { useEffect, useRef } from 'react';

/** A disclosure that closes as a menu does: by Escape, or when the pointer or the focus goes elsewhere. */
export function useDismissal(): React.RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const elsewhere = ({ target }: Event): void => {
      const own = details.current;
      if (own?.open && target instanceof Node && !own.contains(target)) own.open = false;
    };
    const escape = ({ key }: KeyboardEvent): void => {
      const own = details.current;
      if (key !== 'Escape' || !own?.open) return;
      own.open = false;
      own.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, []);
  return details;
}
