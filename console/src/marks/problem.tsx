import { useTranslation } from 'react-i18next';
import { TocsinError } from '../network.ts';
import styles from './problem.module.css';

/** Why something was not done, in the network's own words; nothing where nothing failed. */
export function Problem({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  const problem = error instanceof TocsinError ? error.problem : undefined;
  return (
    <div role="alert" className={styles.problem}>
      <p>
        <strong>{problem?.title ?? t('problem.unreachable')}</strong>
      </p>
      {problem?.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {problem?.errors?.map(({ pointer, message }) => (
        <p key={pointer + message}>
          <code>{pointer}</code> {message}
        </p>
      ))}
    </div>
  );
}
