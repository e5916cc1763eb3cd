import { useState } from 'react';
import { Link, useLocation } from '@tanstack/react-router';
import { Button, Textarea } from '@mantine/core';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { useCommand } from '../live/command.ts';
import { useFocusBack, useFocusOnArrival } from '../marks/focus.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

/** What its issuer may do with an active warning: revise it, or call it off. */
export function IssuerActions({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const asked = useLocation({ select: ({ hash }) => hash === 'all-clear' });
  const [stage, setStage] = useState<'choosing' | 'calling' | 'called'>(
    asked && may(me, 'cancelWarning') ? 'calling' : 'choosing',
  );
  const opener = useFocusBack<HTMLButtonElement>(stage === 'calling');
  if (stage === 'called') return <CalledOff />;
  if (warning.state !== 'active' || !(may(me, 'reviseWarning') || may(me, 'cancelWarning'))) return null;
  return (
    <section aria-labelledby="own" className={styles.panel}>
      <h2 id="own">{t('own.title')}</h2>
      {stage === 'calling' ? (
        <AllClear warning={warning} onCancel={() => setStage('choosing')} onDone={() => setStage('called')} />
      ) : (
        <div className={styles.actions}>
          {may(me, 'reviseWarning') && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/warnings/$id/revise" params={{ id: warning.id }} {...props} />}
            >
              {t('board.revise')}
            </Button>
          )}
          {may(me, 'cancelWarning') && (
            <Button ref={opener} variant="default" onClick={() => setStage('calling')}>
              {t('board.allClear')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** It stays where the form was, for the focus and for the eye. */
function CalledOff() {
  const { t } = useWords();
  const done = useFocusOnArrival<HTMLParagraphElement>();
  return (
    <section aria-labelledby="own" className={styles.panel}>
      <h2 id="own">{t('own.title')}</h2>
      <p ref={done} tabIndex={-1}>
        {t('own.calledOff')}
      </p>
    </section>
  );
}

function useCancellation(id: string, onDone: () => void) {
  const { call } = useSignedIn();
  return useCommand(
    id,
    (body: { reason: string }, idempotencyKey) => call('cancelWarning', { path: { id }, body, idempotencyKey }),
    onDone,
  );
}

interface AllClearProps {
  warning: Warning;
  onCancel: () => void;
  onDone: () => void;
}

function AllClear({ warning: { id }, onCancel, onDone }: AllClearProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useFocusOnArrival<HTMLTextAreaElement>();
  const cancel = useCancellation(id, onDone);
  const missing = reason.trim() === '';
  const send = (): void => {
    setTried(true);
    if (missing) field.current?.focus();
    else cancel.mutate({ reason });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Reasons reason={reason} onChange={setReason} />
      <Textarea
        ref={field}
        label={t('own.reason')}
        description={t('own.reasonHint')}
        required
        dir="auto"
        rows={3}
        maxLength={2000}
        value={reason}
        error={tried && missing && t('own.reasonMissing')}
        errorProps={{ role: 'alert' }}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Problem error={cancel.error} />
      <div className={styles.actions}>
        <SendButton type="submit" loading={cancel.isPending}>
          {t('own.callOff')}
        </SendButton>
        <Button variant="default" onClick={onCancel}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  );
}

const reasons = ['passed', 'faded', 'wrong', 'elsewhere'] as const;

/** A sentence by one tap, to be sent as it is or written on. */
function Reasons({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.choices} role="group" aria-label={t('own.reasons')}>
      {reasons.map((name) => {
        const sentence = t(`own.because.${name}`);
        const taken = reason === sentence;
        return (
          <Button
            key={name}
            variant={taken ? 'filled' : 'default'}
            size="sm"
            aria-pressed={taken}
            onClick={() => onChange(taken ? '' : sentence)}
          >
            {sentence}
          </Button>
        );
      })}
    </div>
  );
}
