import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { FaultSummary } from '../raise/fault-summary.tsx';
import { FaultsContext } from '../raise/form-context.ts';
import type { Sending } from './use-sending.ts';
import styles from './forms.module.css';

interface Props {
  sending: Sending;
  submit: string;
  onSubmit: () => void;
  onCancel?: () => void;
  /** What fields are called by their pointers, where members of other forms have the same name. */
  names?: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** Fields, what is wrong with them, and the button that sends them. */
export function Form({ sending, submit, onSubmit, onCancel, names, children }: Props) {
  const { t } = useTranslation();
  const { faults, attempt, error, busy } = sending;
  return (
    <FaultsContext value={faults}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <FaultSummary faults={faults} attempt={attempt} names={names} />
        <fieldset className={styles.fields} disabled={busy}>
          {children}
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
