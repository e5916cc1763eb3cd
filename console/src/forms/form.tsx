import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { FaultSummary } from '../raise/fault-summary.tsx';
import { FaultsContext } from '../raise/form-context.ts';
import type { Sending } from './use-sending.ts';
import { useTypedName } from './typed-name.tsx';
import styles from './forms.module.css';

interface Props {
  sending: Sending;
  submit: string;
  onSubmit: () => void;
  onCancel?: () => void;
  /** Has to be typed first, for what cannot be undone. */
  typedName?: string | undefined;
  /** What fields are called by their pointers, where members of other forms have the same name. */
  names?: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** Fields, what is wrong with them, and the button that sends them. */
export function Form({ sending, submit, onSubmit, onCancel, typedName, names, children }: Props) {
  const { t } = useWords();
  const { field, isTyped } = useTypedName(typedName);
  const { faults, attempt, error, busy } = sending;
  return (
    <FaultsContext value={faults}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isTyped()) onSubmit();
        }}
      >
        <FaultSummary faults={faults} attempt={attempt} names={names} />
        <fieldset className={styles.fields} disabled={busy}>
          {children}
          {field}
        </fieldset>
        <Problem error={error} />
        <div className={styles.actions}>
          <SendButton type="submit" loading={busy}>
            {submit}
          </SendButton>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('frame.cancel')}
            </Button>
          )}
        </div>
      </form>
    </FaultsContext>
  );
}
