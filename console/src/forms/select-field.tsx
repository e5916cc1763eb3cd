import { NativeSelect } from '@mantine/core';
import { useField } from '../raise/form-context.ts';

interface Props<Value extends string> {
  pointer: string;
  label: string;
  hint?: string | undefined;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string }[];
}

/** One of a few, as the device offers them. */
export function SelectField<Value extends string>({ pointer, label, hint, value, onChange, choices }: Props<Value>) {
  return (
    <NativeSelect
      {...useField(pointer)}
      label={label}
      description={hint}
      data={[...choices]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
    />
  );
}
