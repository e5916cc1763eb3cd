import { useRef, useState } from 'react';
import type { AnswerLink, MailedAnswer } from '../../../core/contract/answer-link.ts';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork } from '../network.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from './answer.module.css';

interface Props {
  link: AnswerLink;
  token: string;
  onAnswered: (link: AnswerLink, state: MailedAnswer) => void;
}

const choices = [
  { state: 'acknowledged', label: 'answerLink.take', means: 'answerLink.takeMeans' },
  { state: 'pass', label: 'answerLink.pass', means: 'answerLink.passMeans' },
] as const;

/** Two answers, neither chosen beforehand: what presses the button without reading sends nothing. */
export function AnswerChoice({ link, token, onAnswered }: Props) {
  const { t } = useWords();
  const [state, setState] = useState<MailedAnswer>();
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sending = useAttempt(async () => {
    if (state === undefined) {
      setMissing(true);
      form.current?.querySelector('input')?.focus();
      return;
    }
    onAnswered(await openNetwork().call('useAnswerLink', { body: { token, state } }), state);
  });
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={sending.submit}>
      <fieldset className={styles.choices} aria-describedby={isMissing ? 'missing' : undefined}>
        <legend>{t('answerLink.choose')}</legend>
        {choices
          .filter((choice) => choice.state !== 'pass' || link.passes)
          .map((choice) => (
            <label key={choice.state}>
              <input
                type="radio"
                name="state"
                value={choice.state}
                checked={state === choice.state}
                onChange={() => {
                  setState(choice.state);
                  setMissing(false);
                }}
              />{' '}
              <span>
                <strong>{t(choice.label)}</strong>
                <br />
                {t(choice.means)}
              </span>
            </label>
          ))}
      </fieldset>
      {!link.passes && <p>{t('answerLink.last')}</p>}
      <p id="missing" role="alert" className={styles.missing}>
        {isMissing && t('answerLink.none')}
      </p>
      <SendButton type="submit" fullWidth loading={sending.sending}>
        {t('answerLink.submit')}
      </SendButton>
      <Problem error={sending.error} />
    </form>
  );
}
