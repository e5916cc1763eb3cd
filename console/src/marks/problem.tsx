import type { TFunction } from 'i18next';
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
      {/* Where members are named, the detail is the same in one line. */}
      {problem?.detail && problem.detail !== problem.title && !problem.errors && <p>{problem.detail}</p>}
      {problem?.errors?.map(({ pointer, message }) => (
        <p key={pointer + message}>
          {memberName(pointer, t)}: {message}
        </p>
      ))}
    </div>
  );
}

/** What a JSON pointer names, in the reader's words. */
export function memberName(pointer: string, t: TFunction): string {
  const [, name = pointer] = pointer.split('/');
  return t(`members.${name}` as 'members.headline', { defaultValue: name });
}
