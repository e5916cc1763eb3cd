import type { ProblemName } from '../core/contract/problem.ts';
import { accessNow, type Access } from '../core/domain/audience.ts';
import { readerOf, type Caller } from '../core/domain/organisation.ts';
import { notFound, Refusal } from '../core/domain/refusal.ts';
import type { Store } from '../core/store/store.ts';
import { loadWarning, type LoadedWarning } from '../core/store/warnings.ts';

export type AdmittedWarning = LoadedWarning & { readonly access: Exclude<Access, 'none'> };

interface Stored {
  readonly store: Store;
}

/** A warning that the caller may see. @throws Refusal not-found for all others, absent or not */
export async function admittedWarning({ store }: Stored, caller: Caller, id: string): Promise<AdmittedWarning> {
  const loaded = await loadWarning(store.sql, id);
  const access = loaded ? accessNow(loaded.history, readerOf(caller)) : 'none';
  if (!loaded || access === 'none') throw notFound('warning');
  return { ...loaded, access };
}

/** What is refused whichever warning a call is about. */
const unconcerned = new Set<ProblemName>(['suspended', 'scope-missing', 'body-too-large', 'not-found']);

/**
 * Not admitted is always 404: whatever else is wrong with a call about a warning is told to those who may see the warning.
 * Looked at only where something is wrong, since the calls themselves begin with the same question.
 * @param look what throws not-found to those who may not
 */
export async function refuseAbout(thrown: unknown, look: () => Promise<unknown>): Promise<never> {
  const concerned = thrown instanceof Refusal && thrown.status < 500 && !unconcerned.has(thrown.problem);
  if (concerned) await look();
  throw thrown;
}
