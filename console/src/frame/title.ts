import { useEffect } from 'react';

/** The name of the page in the browser's tab: ours alone, never what a warning says. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} · Tocsin`;
  }, [name]);
}
