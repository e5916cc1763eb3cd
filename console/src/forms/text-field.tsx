import { Textarea, TextInput } from '@mantine/core';
import { useField } from '../raise/form-context.ts';

interface Props {
  pointer: string;
  label: string;
  hint?: string;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'url' | 'password';
  autoComplete?: string;
  /** Several lines are written here. */
  rows?: number;
}

/** A line or several, with its fault. */
export function TextField({ pointer, hint, value, onChange, type = 'text', rows, required = false, ...others }: Props) {
  const { id, error } = useField(pointer);
  const shared = { ...others, id, error, required, value, description: hint, dir: 'auto' };
  if (rows !== undefined) {
    return <Textarea {...shared} rows={rows} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
  return <TextInput {...shared} type={type} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
}
