import type { QueryKey } from '@tanstack/react-query';
import { z } from 'zod';
import { Form } from './form.tsx';
import { Opener } from './opener.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  label: string;
  of?: string;
  large?: boolean;
  /** What it means, in plain words. */
  means: string;
  action: string;
  stale?: readonly QueryKey[];
  /** Has to be typed first, for what cannot be undone. */
  typedName?: string;
  send: () => Promise<unknown>;
  onDone?: () => void;
}

/** A button that says what it means before it does it. */
export function Confirm({ label, of, large = false, ...others }: Props) {
  return (
    <Opener label={label} of={of} large={large}>
      {(close) => <Question {...others} onClose={close} />}
    </Opener>
  );
}

const nothing = z.strictObject({});

function Question({
  means,
  action,
  stale = [],
  typedName,
  send,
  onDone,
  onClose,
}: Omit<Props, 'label' | 'of' | 'large'> & { onClose: () => void }) {
  const sending = useSending({ schema: nothing, stale, send, onDone: onDone ?? onClose });
  return (
    <Form
      sending={sending}
      submit={action}
      onSubmit={() => sending.submit({})}
      onCancel={onClose}
      typedName={typedName}
    >
      <p>{means}</p>
    </Form>
  );
}
