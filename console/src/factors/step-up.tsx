import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import type { Call, Network } from '../network.ts';
import styles from '../frame/dialog.module.css';

const loadQuestion = worded(() => import('./step-up-question.tsx'), 'people');
const StepUpQuestion = lazy(() => loadQuestion().then(({ StepUpQuestion: component }) => ({ default: component })));

/** Milliseconds until the question is fetched unasked: after all that is shown first, and before the network may be away. */
const unasked = 5_000;

/** Asks for a passkey or a code when a call needs one, over whatever page is open, which keeps all that was typed. */
export function StepUp({ network }: { network: Network }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [question, answer] = useQuestion(network);
  useEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);
  useEffect(() => {
    const timer = setTimeout(() => void loadQuestion().catch(() => undefined), unasked);
    return () => clearTimeout(timer);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="step-up"
      // Browsers close it themselves at the second Escape.
      onClose={() => answer(false)}
    >
      {question && (
        <Suspense fallback={<p role="status">{t('frame.opening')}</p>}>
          <StepUpQuestion call={question.call} onAnswer={answer} />
        </Suspense>
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
