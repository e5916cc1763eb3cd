import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './factors.module.css';

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.stack} aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{t('factors.codesTitle')}</h3>
      <p>{t('factors.codesWhat')}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          {t('factors.copy')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('factors.print')}
        </Button>
        <Button onClick={onKept}>{t('factors.kept')}</Button>
      </div>
    </section>
  );
}
