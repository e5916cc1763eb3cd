import { useRef } from 'react';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useSignedIn } from '../session/signed-in.ts';
import { keys } from './queries.ts';
import { renewWarning } from './renew-lists.ts';

/** An Idempotency-Key that nothing else has; `randomUUID` is missing on pages that were not loaded over https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Something done about one warning. */
export function useCommand<Body, Answer>(
  warningId: string,
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const { call } = useSignedIn();
  return useAction([keys.warning(warningId)], send, onDone, () => renewWarning(queries, call, warningId));
}

/**
 * Something that is sent, after which what stands under `stale` is read anew. What is sent again because no answer came goes under
 * the key that it had: it may have been stored the first time, and must not happen twice.
 */
export function useAction<Body, Answer>(
  stale: readonly QueryKey[],
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  onDone: (answer: Answer) => void,
  onSettled?: (body: Body) => void,
) {
  const queries = useQueryClient();
  const last = useRef<{ body: string; key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: (body: Body) => {
      const text = JSON.stringify(body) ?? '';
      if (last.current?.body !== text) last.current = { body: text, key: newKey() };
      return send(body, last.current.key);
    },
    onSuccess: (answer) => {
      last.current = undefined;
      onDone(answer);
    },
    onSettled: (_answer, _error, body) => {
      onSettled?.(body);
      // Not waited for: while the network cannot be reached the form must say so, and not go on turning.
      for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
    },
  });
}
