import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { severityOrder, type Severity } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { useField } from '../raise/form-context.ts';
import { AmountField } from './amount-field.tsx';
import type { StepDraft } from './policy-draft.ts';
import { TargetFields } from './target-fields.tsx';
import styles from './escalation.module.css';

interface Props {
  step: StepDraft;
  index: number;
  count: number;
  set: (part: Partial<StepDraft>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One step of a policy, to be changed, moved or removed. */
export function StepFields({ step, index, count, set, onMove, onRemove }: Props) {
  const { t } = useWords();
  const at = `/steps/${index}`;
  const name = t('escalation.step', { number: index + 1 });
  return (
    <fieldset className={styles.stepFields} data-step={step.key}>
      <legend>{name}</legend>
      <AmountField
        pointer={`${at}/after`}
        label={t('escalation.wait')}
        hint={t('escalation.waitHint')}
        value={step.wait}
        onChange={(wait) => set({ wait })}
      />
      <Floor pointer={`${at}/severity`} value={step.severity} onChange={(severity) => set({ severity })} />
      <div className={styles.wide}>
        <TargetFields
          pointer={`${at}/to`}
          value={step.to}
          onChange={(to) => set({ to })}
          coordinator={index === count - 1}
        />
      </div>
      <Choices step={step} set={set} />
      {step.repeats && <Repeat at={at} step={step} set={set} />}
      <div className={styles.stepActions}>
        <StepButton of={name} label={t('escalation.up')} on="up" off={index === 0} onClick={() => onMove(index - 1)} />
        <StepButton
          of={name}
          label={t('escalation.down')}
          on="down"
          off={index === count - 1}
          onClick={() => onMove(index + 1)}
        />
        <StepButton of={name} label={t('raise.remove')} on="remove" onClick={onRemove} />
      </div>
    </fieldset>
  );
}

function Choices({ step, set }: Pick<Props, 'step' | 'set'>) {
  const { t } = useWords();
  return (
    <div className={styles.choices}>
      <Checkbox
        label={t('escalation.inQuiet')}
        description={t('escalation.inQuietHint')}
        checked={step.inQuiet}
        onChange={({ currentTarget }) => set({ inQuiet: currentTarget.checked })}
      />
      <Checkbox
        label={t('escalation.repeat')}
        checked={step.repeats}
        onChange={({ currentTarget }) => set({ repeats: currentTarget.checked })}
      />
    </div>
  );
}

interface ButtonProps {
  of: string;
  label: string;
  on: 'up' | 'down' | 'remove';
  off?: boolean;
  onClick: () => void;
}

/** At the end of the way it stays where it is, and takes the focus still: it would be lost as the step arrives there. */
function StepButton({ of, label, on, off = false, onClick }: ButtonProps) {
  return (
    <Button
      variant="default"
      size="sm"
      aria-label={`${of}: ${label}`}
      aria-disabled={off}
      {...(off && { 'data-disabled': true })}
      data-does={on}
      onClick={() => {
        if (!off) onClick();
      }}
    >
      {label}
    </Button>
  );
}

function Floor({
  pointer,
  value,
  onChange,
}: {
  pointer: string;
  value: Severity;
  onChange: (value: Severity) => void;
}) {
  const { t } = useWords();
  const floor = (severity: Severity): string => {
    const label = t(`codes.severity.${severity}.label`);
    if (severity === 'minor') return t('board.anySeverity');
    return severity === 'extreme' ? label : t('board.severityFloor', { severity: label });
  };
  return (
    <NativeSelect
      {...useField(pointer)}
      label={t('escalation.floor')}
      data={severityOrder.map((severity) => ({ value: severity, label: floor(severity) }))}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Severity)}
    />
  );
}

function Repeat({ at, step, set }: { at: string; step: StepDraft; set: (part: Partial<StepDraft>) => void }) {
  const { t } = useWords();
  return (
    <>
      <AmountField
        pointer={`${at}/repeat/every`}
        label={t('escalation.every')}
        value={step.every}
        onChange={(every) => set({ every })}
      />
      <TextInput
        {...useField(`${at}/repeat/times`)}
        label={t('escalation.times')}
        inputMode="numeric"
        required
        value={step.times}
        onChange={({ currentTarget }) => set({ times: currentTarget.value })}
      />
    </>
  );
}
