import { accessNow, type Access } from '../../domain/audience.ts';
import { readerOf, type Caller } from '../../domain/organisation.ts';
import { Refusal, notFound } from '../../domain/refusal.ts';
import type { Unit } from '../unit.ts';
import { loadWarning, type LoadedWarning } from '../warnings.ts';

/** A warning that the caller may see as of this place in the log. @throws Refusal suspended; not-found for all others */
export async function visibleWarning(
  unit: Unit,
  caller: Caller,
  id: string,
): Promise<LoadedWarning & { access: Exclude<Access, 'none'> }> {
  const organisation = unit.directory.organisations.get(caller.organisation.id);
  if (!organisation || organisation.suspended) {
    throw new Refusal('suspended', 'Your organisation is suspended; ask the coordinator.');
  }
  const warning = await loadWarning(unit.sql, id);
  const access = warning ? accessNow(warning.history, readerOf({ ...caller, organisation })) : 'none';
  if (!warning || access === 'none') throw notFound('warning');
  return { ...warning, access };
}

/** The warning, for its issuer alone. @throws Refusal suspended, not-found, not-issuer */
export async function ownWarning(unit: Unit, caller: Caller, id: string): Promise<LoadedWarning> {
  const warning = await visibleWarning(unit, caller, id);
  if (warning.snapshot.issuerId !== caller.organisation.id) {
    throw new Refusal('not-issuer', 'Only the organisation that raised the warning may do this.');
  }
  return warning;
}
