import { useEffect } from 'react';
import { tlps, type Tlp } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { spellMoment } from '../marks/durations.ts';
import { whilePrinted } from '../marks/printed.ts';

/**
 * While a page is printed paper is light, and print.css writes on every sheet how far what is on it may go, where it stood and
 * when it was printed.
 */
export function usePaper(): void {
  const { locale } = useWords();
  useEffect(
    () =>
      whilePrinted(() => {
        const { dataset, style } = document.documentElement;
        const scheme = dataset['mantineColorScheme'];
        dataset['mantineColorScheme'] = 'light';
        style.setProperty('--sheet-mark', JSON.stringify(strictest() ?? ''));
        style.setProperty('--sheet-foot', JSON.stringify(`${address()} · ${spellMoment(Date.now(), locale)}`));
        return () => {
          if (scheme !== undefined) dataset['mantineColorScheme'] = scheme;
        };
      }),
    [locale],
  );
}

/** What follows # may be a token. */
function address(): string {
  const { origin, pathname, search } = location;
  return `${origin}${pathname}${search}`;
}

/** A sheet may go no further than the strictest of what stands on it. */
function strictest(): Tlp | undefined {
  const shown = new Set(
    [...document.querySelectorAll<HTMLElement>('main [data-tlp]')].map((each) => each.dataset['tlp']),
  );
  return (Object.keys(tlps) as Tlp[]).find((tlp) => shown.has(tlp));
}
