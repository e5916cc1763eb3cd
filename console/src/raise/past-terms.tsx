import { useWords } from '../languages/words.tsx';
import type { DraftTerm } from './draft.ts';
import { useForm } from './form-context.ts';
import { termsOf } from './past.ts';
import { usePast } from './use-past.ts';
import styles from './suggestions.module.css';

/** Terms that the organisation has explained before, for the same groups and languages; folded and grey like all terms. */
export function PastTerms() {
  const { t } = useWords();
  const { draft, change } = useForm();
  const terms = termsOf(usePast(), draft);
  if (terms.length === 0) return null;
  const isTaken = ({ text }: DraftTerm): boolean => draft.terms.some((term) => term.text === text);
  const tap = (term: DraftTerm): void =>
    change({ terms: isTaken(term) ? draft.terms.filter(({ text }) => text !== term.text) : [...draft.terms, term] });
  return (
    <details className={styles.pastTerms}>
      <summary>{t('raise.pastTerms')}</summary>
      <p>{t('raise.pastTermsHint')}</p>
      <ul>
        {terms.map((term) => (
          <li key={term.text}>
            <button type="button" className={styles.offer} aria-pressed={isTaken(term)} onClick={() => tap(term)}>
              <bdi lang={term.language || undefined} translate="no">
                {term.text}
              </bdi>
              {term.meaning !== '' && <span>{term.meaning}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
