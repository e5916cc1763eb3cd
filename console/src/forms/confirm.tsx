import type { QueryKey } from '@tanstack/react-query';
import { z } from 'zod';
import { Form } from './form.tsx';
import { Opener } from './opener.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  label: string;
  of: string;
  /** What it means, in plain words. */
  means: string;
  action: string;
  stale: readonly QueryKey[];
  send: () => Promise<unknown>;
}

/** A button that says what it means before it does it. */
export function Confirm({ label, of, ...others }: Props) {
  return (
    <Opener label={label} of={of}>
      {(close) => <Question {...others} onClose={close} />}
    </Opener>
  );
}

const nothing = z.strictObject({});

function Question({ means, action, stale, send, onClose }: Omit<Props, 'label' | 'of'> & { onClose: () => void }) {
  const sending = useSending({ schema: nothing, stale, send, onDone: onClose });
  return (
    <Form sending={sending} submit={action} onSubmit={() => sending.submit({})} onCancel={onClose}>
      <p>{means}</p>
    </Form>
  );
}
