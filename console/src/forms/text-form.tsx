import { useState, type ReactNode } from 'react';
import type { QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { Form } from './form.tsx';
import { TextField } from './text-field.tsx';
import { useSending } from './use-sending.ts';

interface Props<Schema extends z.ZodType> {
  /** What the text is to the contract. */
  member: 'text' | 'reason';
  schema: Schema;
  label: string;
  hint?: string;
  means?: string;
  action: string;
  optional?: boolean;
  /** What is sent beside the text. */
  more?: object;
  stale: readonly QueryKey[];
  typedName?: string;
  send: (body: z.output<Schema>) => Promise<unknown>;
  onDone: () => void;
  onCancel?: () => void;
  children?: ReactNode;
}

/** Something done with a text that says why, or what. */
export function TextForm<Schema extends z.ZodType>(props: Props<Schema>) {
  const {
    member,
    schema,
    label,
    hint,
    means,
    action,
    optional,
    more,
    stale,
    typedName,
    send,
    onDone,
    onCancel,
    children,
  } = props;
  const [text, setText] = useState('');
  const sending = useSending({ schema, stale, send: (body) => send(body), onDone: () => onDone() });
  const submit = (): void => {
    sending.submit({ ...more, [member]: text.trim() === '' ? undefined : text });
  };
  return (
    <Form sending={sending} submit={action} onSubmit={submit} typedName={typedName} {...(onCancel && { onCancel })}>
      {means && <p>{means}</p>}
      <TextField
        pointer={`/${member}`}
        label={label}
        {...(hint && { hint })}
        required={!optional}
        rows={4}
        value={text}
        onChange={setText}
      />
      {children}
    </Form>
  );
}
