import { accessNow, type Access } from '../../core/domain/audience.ts';
import { readerOf, type Caller } from '../../core/domain/organisation.ts';
import { notFound } from '../../core/domain/refusal.ts';
import { loadWarning, type LoadedWarning } from '../../core/store/warnings.ts';
import type { Answered } from '../../core/store/idempotency.ts';
import type { Command } from '../../core/store/unit.ts';
import type { Call, Reply, Services } from './call.ts';
import type { OperationId } from '../../core/contract/routes.ts';

export type AdmittedWarning = LoadedWarning & { readonly access: Exclude<Access, 'none'> };

/** A warning that the caller may see. @throws Refusal not-found for all others, absent or not */
export async function admittedWarning({ store }: Services, caller: Caller, id: string): Promise<AdmittedWarning> {
  const loaded = await loadWarning(store.sql, id);
  const access = loaded ? accessNow(loaded.history, readerOf(caller)) : 'none';
  if (!loaded || access === 'none') throw notFound('warning');
  return { ...loaded, access };
}

/**
 * Runs a command that creates something, under the request's Idempotency-Key.
 * @throws Refusal not-found where a repeat would show this credential what it may not see
 */
export async function createOnce(
  { caller, claim }: Pick<Call<OperationId>, 'claim'> & { readonly caller: Caller },
  services: Services,
  command: Command<Answered>,
): Promise<Reply> {
  const answered = await services.store.writer.runOnce(claim, command);
  if (answered.replayed && answered.warningId !== undefined) {
    const { access } = await admittedWarning(services, caller, answered.warningId);
    if (access === 'marked') throw notFound('warning');
  }
  return answered;
}
