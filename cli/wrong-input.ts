import { InvalidRequest } from '../client-sdk/src/index.ts';
import { Refusal } from '../core/domain/refusal.ts';

/** What is wrong with what was typed, in a sentence for each member of it; undefined where something else went wrong. */
export function wrongInput(error: unknown): string | undefined {
  if (error instanceof Refusal && error.problem === 'invalid-request') return error.message;
  if (!(error instanceof InvalidRequest)) return undefined;
  const named = error.problem?.errors?.map(({ pointer, message }) => `${pointer}: ${message}`) ?? [];
  return named.length === 0 ? error.message : named.join(' ');
}
