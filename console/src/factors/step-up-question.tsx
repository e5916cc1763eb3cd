import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import type { Call } from '../network.ts';
import { ShowFactor } from './show-factor.tsx';
import styles from './factors.module.css';

interface Props {
  call: Call;
  onAnswer: (shown: boolean) => void;
}

/** Why a passkey or a code is asked for, and the ways to show one. */
export function StepUpQuestion({ call, onAnswer }: Props) {
  const { t } = useWords();
  return (
    <>
      <h2 id="step-up">{t('factors.stepUp')}</h2>
      <p>{t('factors.stepUpWhy')}</p>
      <ShowFactor call={call} onShown={() => onAnswer(true)} />
      <button type="button" className={styles.quiet} onClick={() => onAnswer(false)}>
        {t('factors.notNow')}
      </button>
    </>
  );
}
