import { useState, type SyntheticEvent } from 'react';

/** Something that a button or a form sends. */
export interface Attempt {
  readonly send: () => void;
  /** For a form's `onSubmit`. */
  readonly submit: (event: SyntheticEvent) => void;
  readonly sending: boolean;
  /** Why it failed the last time. */
  readonly error: Error | null;
}

/** Sends by a button or a form, without a cache of what it answered: whether it is under way, and why it failed. */
export function useAttempt(work: () => Promise<void>): Attempt {
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown as Error);
    }
    setSending(false);
  };
  const send = (): void => void run();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send();
  };
  return { send, submit, sending, error };
}
