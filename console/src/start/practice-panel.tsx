import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { warningQuery } from '../live/queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { nextStep, practiceSteps, usePractice } from './practice.ts';
import styles from './start.module.css';

/** Beside the real form and the real page: the step of practising that comes next, said as it comes. */
export function PracticePanel({ warning: id }: { warning?: string }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const practice = usePractice();
  const found = useQuery({ ...warningQuery(call, id ?? ''), enabled: id !== undefined });
  if (id !== undefined && id !== practice.warning) return null;
  const step = nextStep(id === undefined ? undefined : found.data, practice.reached);
  const position = practiceSteps.findIndex((one) => one === step) + 1;
  return (
    <aside className={styles.practice} aria-label={t('practice.title')}>
      <div role="status">
        {step === 'over' ? (
          <p>{t('practice.over')}</p>
        ) : (
          <>
            <p className={styles.step}>
              {t('practice.progress', { step: position, of: practiceSteps.length, what: t(`practice.${step}`) })}
            </p>
            <p>{t(`practice.${step}Means`)}</p>
          </>
        )}
      </div>
      <p className={styles.ways}>
        {step === 'reach' && (
          <Button variant="default" size="sm" onClick={practice.reach}>
            {t('practice.seen')}
          </Button>
        )}
        <Link to="/practice">{t('practice.steps')}</Link>
      </p>
    </aside>
  );
}
