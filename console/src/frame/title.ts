import { useEffect } from 'react';

let page = '';
let waiting = 0;

/** The name of the page in the browser's tab: ours alone, never what a warning says. */
export function useTitle(name: string): void {
  useEffect(() => {
    page = name;
    show();
  }, [name]);
}

/** How many warnings wait for an answer, before the name of whichever page is open; 0: nothing is said. */
export function useCountInTitle(count: number): void {
  useEffect(() => {
    waiting = count;
    show();
    return () => {
      waiting = 0;
      show();
    };
  }, [count]);
}

function show(): void {
  const name = page === '' ? 'Tocsin' : `${page} · Tocsin`;
  document.title = waiting === 0 ? name : `(${waiting}) ${name}`;
}
