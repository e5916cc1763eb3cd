import { useCallback, useEffect, useRef, useState } from 'react';
import '../theme/input.css';
import '../theme/form.css';
import { useTranslation } from 'react-i18next';
import type { Call, Network } from '../network.ts';
import { ShowFactor } from './show-factor.tsx';
import styles from './factors.module.css';

/** Asks for a passkey or a code when a call needs one, over whatever page is open, which keeps all that was typed. */
export function StepUp({ network }: { network: Network }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [question, answer] = useQuestion(network);
  useEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="step-up"
      // Browsers close it themselves at the second Escape.
      onClose={() => answer(false)}
    >
      {question && (
        <>
          <h2 id="step-up">{t('factors.stepUp')}</h2>
          <p>{t('factors.stepUpWhy')}</p>
          <ShowFactor call={question.call} onShown={() => answer(true)} />
          <button type="button" className={styles.quiet} onClick={() => answer(false)}>
            {t('factors.notNow')}
          </button>
        </>
      )}
    </dialog>
  );
}

interface Question {
  readonly call: Call;
  readonly settle: (shown: boolean) => void;
}

/** The question that is open, and how it is answered. */
function useQuestion(network: Network) {
  const [question, setQuestion] = useState<Question>();
  const asked = useRef<Question>(undefined);
  const answer = useCallback((shown: boolean): void => {
    asked.current?.settle(shown);
    asked.current = undefined;
    setQuestion(undefined);
  }, []);
  useEffect(() => {
    const ask = (call: Call, settle: Question['settle']): void => {
      asked.current = { call, settle };
      setQuestion(asked.current);
    };
    const stop = network.onStepUp((call) => new Promise((settle) => ask(call, settle)));
    return () => {
      stop();
      // Whoever waits for an answer waits no longer: nobody is here to ask any more.
      answer(false);
    };
  }, [network, answer]);
  return [question, answer] as const;
}
