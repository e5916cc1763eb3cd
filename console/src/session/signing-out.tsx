import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { isPassing, openNetwork } from '../network.ts';
import { Entry } from './entry.tsx';
import styles from './sign-in.module.css';

/** Milliseconds between two attempts while the network cannot be reached. */
const pause = 5_000;

interface Props {
  /** The network has ended the session. */
  onOut: () => void;
  /** The person would rather stay. */
  onStay: () => void;
}

/** Ends the session at the network. While that cannot be reached the browser is still signed in, and the page says so. */
export function SigningOut({ onOut, onStay }: Props) {
  const { t } = useWords();
  const { sending, failed, send } = useEnding(onOut);
  return (
    <Entry title={t('signingOut.title')} {...(!failed && { lead: t('signingOut.lead') })}>
      {failed && (
        <div className={styles.form}>
          <p role="alert" className={styles.ended}>
            {t('signingOut.failed')}
          </p>
          <p>{t('signingOut.otherwise')}</p>
          <SendButton fullWidth loading={sending} onClick={send}>
            {t('frame.again')}
          </SendButton>
          <Button variant="default" fullWidth onClick={onStay}>
            {t('signingOut.stay')}
          </Button>
        </div>
      )}
    </Entry>
  );
}

/** Tries until it is done: each few seconds, and at once when the network is back or somebody asks. */
function useEnding(onOut: () => void) {
  const [sending, setSending] = useState(true);
  const [failed, setFailed] = useState(false);
  const out = useEffectEvent(onOut);
  const send = useCallback(() => setSending(true), []);
  useEffect(() => {
    if (!sending) return undefined;
    const ending = new AbortController();
    void isEnded(ending.signal).then((ended) => {
      if (ending.signal.aborted) return;
      setSending(false);
      setFailed(!ended);
      if (ended) out();
    });
    return () => ending.abort();
  }, [sending]);
  useEffect(() => {
    if (sending) return undefined;
    const timer = setTimeout(send, pause);
    window.addEventListener('online', send);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', send);
    };
  }, [sending, send]);
  return { sending, failed, send };
}

/** Whether the session is over. What is refused for another reason than that it was over already is tried again. */
async function isEnded(signal: AbortSignal): Promise<boolean> {
  try {
    await openNetwork().call('signOut', { signal });
    return true;
  } catch (error) {
    return !isPassing(error as Error) && !signal.aborted;
  }
}
