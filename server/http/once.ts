import { z } from 'zod';
import { comment } from '../../core/contract/comment.ts';
import type { OperationId } from '../../core/contract/routes.ts';
import { markedWarning } from '../../core/contract/warning.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { notFound } from '../../core/domain/refusal.ts';
import type { Answered } from '../../core/store/idempotency.ts';
import type { Command } from '../../core/store/unit.ts';
import { admittedWarning } from '../admission.ts';
import type { Showing } from '../showing.ts';
import type { Call, Reply, Services } from './call.ts';

const aWarning = z.object({ tlp: z.string(), revision: z.int() });
const markingAlone = z.strictObject(markedWarning.shape);
const inThread = comment.extend({ audience: z.enum(['issuer', 'coordinator']) });

/**
 * Runs a command that creates something, under the request's Idempotency-Key.
 * @throws Refusal not-found where a repeat would show this credential what it may not see
 */
export async function createOnce(
  { caller, claim, showing }: Pick<Call<OperationId>, 'claim'> & { readonly caller: Caller; readonly showing: Showing },
  services: Services,
  command: Command<Answered>,
): Promise<Reply> {
  const answered = await services.store.writer.runOnce(claim, command);
  if (answered.replayed && answered.warningId !== undefined) {
    const { access, history } = await admittedWarning(services, caller, answered.warningId);
    if (access === 'marked' && !isWithinMarking(answered.body)) throw notFound('warning');
    const shown = aWarning.safeParse(answered.body);
    if (shown.success) showing.note(history, shown.data.revision);
  }
  return answered;
}

/** Whether an answer shows no more than the marking of a warning, or words in a thread of the coordinator's. */
function isWithinMarking(body: unknown): boolean {
  return markingAlone.safeParse(body).success || inThread.safeParse(body).success;
}
