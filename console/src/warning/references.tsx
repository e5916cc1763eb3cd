import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import styles from './warning.module.css';

/** Where it is visible already. Opened by a click alone; the site learns neither where from nor by whom; nothing is embedded. */
export function References({ references }: { references: Warning['references'] }) {
  const { t } = useWords();
  if (references.length === 0) return null;
  return (
    <section aria-labelledby="references">
      <h2 id="references">{t('warning.references')}</h2>
      <p className={styles.reading}>{t('warning.referencesHint')}</p>
      <ul className={styles.references}>
        {references.map(({ url, note }, index) => (
          <li key={`${index} ${url}`}>
            <a href={url} target="_blank" rel="noreferrer noopener" referrerPolicy="no-referrer" translate="no">
              {url}
            </a>
            {note && <p dir="auto">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
