import type { Severity } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import styles from './marks.module.css';

/** In a square of 20. */
export const severityShapes: Record<Severity, string> = {
  // An octagon, a triangle, a diamond, a circle: told apart without colour.
  extreme: 'M7 1h6l6 6v6l-6 6H7l-6-6V7zM8.6 4.5l.4 6.7h2l.4-6.7zM10 12.8a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z',
  severe: 'M10 1.5 19.5 18.5H.5z',
  moderate: 'M10 .8 19.2 10 10 19.2.8 10z',
  minor: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zm0 2.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
};

/** Severity by colour, shape and word together. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useWords();
  return (
    <span className={`${styles.severity} ${styles[severity]}`} title={t(`codes.severity.${severity}.definition`)}>
      <SeverityShape severity={severity} />
      {t(`codes.severity.${severity}.label`)}
    </span>
  );
}

/** Its shape alone, where the word stands close by or is said. */
export function SeverityShape({ severity }: { severity: Severity }) {
  return (
    <svg className={`${styles.shape} ${styles[severity]}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={severityShapes[severity]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
