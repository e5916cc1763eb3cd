import { useState } from 'react';
import type { QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { useAction } from '../live/command.ts';
import { TocsinError } from '../network.ts';
import { faultsOf, faultsOfProblem, noFaults, type Faults } from '../raise/faults.ts';

interface Sent<Schema extends z.ZodType, Answer> {
  schema: Schema;
  /** What is read anew after it. */
  stale?: readonly QueryKey[];
  send: (body: z.output<Schema>, idempotencyKey: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
}

/** What a form needs to send a body of the contract: checked by its own schema first, and by the network after. */
export function useSending<Schema extends z.ZodType, Answer>({
  schema,
  stale = [],
  send,
  onDone,
}: Sent<Schema, Answer>) {
  const [faults, setFaults] = useState<Faults>(noFaults);
  const [attempt, setAttempt] = useState(0);
  const action = useAction(stale, send, onDone);
  const fail = (found: Faults): void => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };
  return {
    faults,
    attempt,
    error: faults.size === 0 ? action.error : null,
    busy: action.isPending,
    submit(body: unknown): void {
      const read = schema.safeParse(body, { reportInput: true });
      if (!read.success) return fail(faultsOf(read.error));
      setFaults(noFaults);
      action.mutate(read.data, {
        onError: (error) => {
          if (error instanceof TocsinError && error.problem?.errors) fail(faultsOfProblem(error.problem.errors));
        },
      });
    },
  };
}

export type Sending = Omit<ReturnType<typeof useSending>, 'submit'>;
