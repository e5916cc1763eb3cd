import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { languageName } from '../marks/names.ts';
import { CopyTerms } from './copy-terms.tsx';
import own from './terms.module.css';
import styles from './warning.module.css';

/** What to look for: folded until somebody opens it, and in grey then, for slurs stand here. */
export function Terms({ terms }: { terms: Warning['terms'] }) {
  const { t, locale } = useWords();
  if (terms.length === 0) return null;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{t('warning.terms')}</h2>
      <details className={own.fold}>
        <summary>{t('warning.termsFolded', { count: terms.length })}</summary>
        <CopyTerms terms={terms} />
        <ul className={own.terms}>
          {terms.map(({ text, kind, language, meaning, caution }, index) => (
            <li key={`${index} ${text}`}>
              <p>
                <bdi lang={language ?? ''} className={own.term}>
                  {text}
                </bdi>{' '}
                <span className={styles.reading}>
                  {t(`codes.termKind.${kind}.label`)}
                  {language !== undefined && ` · ${languageName(language, locale)}`}
                </span>
              </p>
              {meaning && (
                <p>
                  {t('warning.meaning')} <span dir="auto">{meaning}</span>
                </p>
              )}
              {caution && (
                <p>
                  {t('warning.caution')} <span dir="auto">{caution}</span>
                </p>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
