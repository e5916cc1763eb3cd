import { Input, NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { useField } from '../raise/form-context.ts';
import { units, type Amount, type Unit } from './policy-draft.ts';
import styles from './escalation.module.css';

interface Props {
  pointer: string;
  label: string;
  hint?: string;
  value: Amount;
  onChange: (value: Amount) => void;
}

const offered = (Object.keys(units) as Unit[]).toReversed();

/** A length of time: a number, and what is counted. */
export function AmountField({ pointer, label, hint, value, onChange }: Props) {
  const { t, locale } = useWords();
  const { id, error } = useField(pointer);
  return (
    <Input.Wrapper id={id} label={label} description={hint} error={error} required>
      <div className={styles.amount}>
        <TextInput
          id={id}
          error={error !== undefined}
          inputMode="decimal"
          required
          value={value.value}
          onChange={({ currentTarget }) => onChange({ ...value, value: currentTarget.value })}
        />
        <NativeSelect
          aria-label={`${label}: ${t('escalation.unit')}`}
          data={offered.map((unit) => ({ value: unit, label: unitName(unit, locale) }))}
          value={value.unit}
          onChange={({ currentTarget }) => onChange({ ...value, unit: currentTarget.value as Unit })}
        />
      </div>
    </Input.Wrapper>
  );
}

/** What several of a unit are called. */
function unitName(unit: Unit, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).formatToParts(20);
  return parts.find(({ type }) => type === 'unit')?.value ?? unit;
}
