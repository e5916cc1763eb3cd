import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../frame/title.ts';
import { useWords } from '../languages/words.tsx';
import { warningQuery } from '../live/queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { nextStep, practiceSteps, usePractice } from './practice.ts';
import styles from './start.module.css';

/** The steps of practising, those that are done ticked off; from here it is begun, gone on with, and begun again. */
export function PracticePage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { warning, reached } = usePractice();
  const found = useQuery({ ...warningQuery(call, warning ?? ''), enabled: warning !== undefined });
  useTitle(t('practice.title'));
  if (!may(me, 'raiseWarning')) return <h1>{t('raise.notAllowed')}</h1>;
  const step = nextStep(found.data, reached);
  const next = step === 'over' ? practiceSteps.length : practiceSteps.indexOf(step);
  return (
    <div className={styles.page}>
      <h1>{t('practice.title')}</h1>
      <p>{t('practice.lead')}</p>
      <section className={styles.steps} aria-label={t('practice.title')}>
        <ol>
          {practiceSteps.map((one, index) => (
            <li key={one} data-done={index < next} aria-current={index === next ? 'step' : undefined}>
              <span className={styles.mark} aria-hidden="true">
                {index < next ? '✓' : '○'}
              </span>
              <span>
                <strong>{t(`practice.${one}`)}.</strong> {t(`practice.${one}Means`)}{' '}
                {index < next && <strong>{t('start.done')}</strong>}
              </span>
            </li>
          ))}
        </ol>
        {step === 'over' && <p role="status">{t('practice.over')}</p>}
        <p className={styles.ways}>
          {step === 'raise' || step === 'over' ? (
            <Link to="/raise/practice" className={styles.main}>
              {t(step === 'over' ? 'practice.again' : 'practice.toForm')}
            </Link>
          ) : (
            <Link to="/warnings/$id" params={{ id: warning ?? '' }} className={styles.main}>
              {t('practice.toWarning')}
            </Link>
          )}
        </p>
      </section>
    </div>
  );
}
