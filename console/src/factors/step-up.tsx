import '../languages/people.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import '../theme/input.css';
import '../theme/form.css';
import { useTranslation } from 'react-i18next';
import type { Network } from '../network.ts';
import { ShowFactor } from './show-factor.tsx';
import styles from './factors.module.css';

/** Asks for a passkey or a code when a call needs one, over whatever page is open, which keeps all that was typed. */
export function StepUp({ network }: { network: Network }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [settle, setSettle] = useQuestion(network);
  useEffect(() => {
    if (settle) dialog.current?.showModal();
  }, [settle]);
  const close = useCallback(
    (shown: boolean) => {
      dialog.current?.close();
      settle?.(shown);
      setSettle(undefined);
    },
    [settle, setSettle],
  );
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="step-up"
      onCancel={(event) => {
        event.preventDefault();
        close(false);
      }}
    >
      {settle && (
        <>
          <h2 id="step-up">{t('factors.stepUp')}</h2>
          <p>{t('factors.stepUpWhy')}</p>
          <ShowFactor call={network.call} onShown={() => close(true)} />
          <button type="button" className={styles.quiet} onClick={() => close(false)}>
            {t('factors.notNow')}
          </button>
        </>
      )}
    </dialog>
  );
}

/** The question that is open: answered by calling it. */
function useQuestion(network: Network) {
  const [settle, setSettle] = useState<(shown: boolean) => void>();
  const asked = useRef<(shown: boolean) => void>(undefined);
  useEffect(() => {
    const ask = (resolve: (shown: boolean) => void): void => {
      asked.current = resolve;
      setSettle(() => resolve);
    };
    const stop = network.onStepUp(() => new Promise<boolean>(ask));
    return () => {
      stop();
      // Whoever waits for an answer waits no longer: nobody is here to ask any more.
      asked.current?.(false);
    };
  }, [network]);
  return [settle, setSettle] as const;
}
