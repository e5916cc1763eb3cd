import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import i18next, { type TFunction } from 'i18next';
import { localeOf } from './locale.ts';

/** How the page speaks to the reader. */
interface Words {
  readonly t: TFunction;
  readonly language: string;
  /** For Intl. */
  readonly locale: string;
}

const WordsContext = createContext<Words | null>(null);

/** Speaks one language to all that is on the page, and another as soon as that is chosen. */
export function Speaking({ children }: { children: React.ReactNode }) {
  const language = useSyncExternalStore(listen, () => i18next.language);
  const words = useMemo(
    () => ({ t: i18next.getFixedT(language), language, locale: localeOf(language, navigator.languages) }),
    [language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

function listen(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The words of the page in its language, read from one place: a row of the board asks a dozen times. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('Nothing speaks here: put it into <Speaking>.');
  return words;
}
