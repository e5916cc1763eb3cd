import { useEffect } from 'react';
import { tlps, type Tlp } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { spellMoment } from '../marks/durations.ts';

/**
 * While a page is printed paper is light, and print.css writes on every sheet how far what is on it may go, where it stood and
 * when it was printed.
 */
export function usePaper(): void {
  const { locale } = useWords();
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    let scheme: string | undefined;
    const before = (): void => {
      scheme = dataset['mantineColorScheme'];
      dataset['mantineColorScheme'] = 'light';
      style.setProperty('--sheet-mark', JSON.stringify(strictest() ?? ''));
      style.setProperty('--sheet-foot', JSON.stringify(`${address()} · ${spellMoment(Date.now(), locale)}`));
    };
    const after = (): void => {
      if (scheme !== undefined) dataset['mantineColorScheme'] = scheme;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [locale]);
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
