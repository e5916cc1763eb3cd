import { v7 } from 'uuid';
import type { z } from 'zod';
import type { memberOrganisationPatch, retractionRequest } from '../../contract/application.ts';
import type { LogType, NewEvent } from '../../domain/log.ts';
import type { Caller, Organisation } from '../../domain/organisation.ts';
import { managersOf } from '../../domain/recipients.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { same } from '../../domain/same.ts';
import type { OrganisationNews } from '../deliveries.ts';
import type { Command, Unit } from '../unit.ts';
import { loadWarning } from '../warnings.ts';
import { callOff } from './cancel.ts';
import { writeMails } from './mails.ts';
import { resumeOrganisation, suspendOrganisation } from './organisation.ts';
import { actorOf } from './warning-event.ts';

/** What the coordinator may change of an organisation. */
export type OrganisationChange = z.output<typeof memberOrganisationPatch>;

/** Changes an organisation, as the coordinator, or one's own as far as the call lets one. Nothing new: nothing happens. @throws Refusal not-found */
export function changeOrganisation(caller: Caller, id: string, sent: OrganisationChange): Command<Organisation> {
  return async (unit) => {
    const before = known(unit, id);
    const given = Object.entries(sent).filter(([, value]) => value !== undefined);
    const changed = given.filter(([name, value]) => !same(before[name as keyof Organisation], value));
    if (changed.length === 0) return before;
    const after: Organisation = { ...before, ...Object.fromEntries(given) };
    await unit.sql.query(
      `UPDATE organisation SET name = $2, countries = $3, languages = $4, clearance = $5, listed = $6, raise_limits = $7
       WHERE id = $1`,
      [
        id,
        after.name,
        after.countries,
        after.languages,
        after.clearance,
        after.listed,
        after.raiseLimits && JSON.stringify(after.raiseLimits),
      ],
    );
    const names = changed.map(([name]) => name);
    const data = { organisation: id, changed: names, clearance: after.clearance, listed: after.listed };
    unit.append({ id: v7(), type: 'organisation.changed', actor: actorOf(caller), data });
    return after;
  };
}

/** Shuts an organisation out, and tells its owners why. @throws Refusal not-found, state-conflict for the coordinator's own */
export function suspend(caller: Caller, id: string, reason: string): Command<void> {
  return async (unit) => {
    const organisation = known(unit, id);
    if (id === caller.organisation.id) throw new Refusal('state-conflict', 'This is your own organisation.');
    if (organisation.suspended) return;
    await suspendOrganisation(id, actorOf(caller))(unit);
    await measure(unit, caller, id, { type: 'organisation.measured', news: 'suspended', reason });
  };
}

/** Lets it back in. @throws Refusal not-found, state-conflict for one that left for good */
export function resume(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    if (!known(unit, id).suspended) return;
    await resumeOrganisation(id, actorOf(caller))(unit);
    await measure(unit, caller, id, { type: 'organisation.measured', news: 'resumed' });
  };
}

/** Lets an organisation raise nothing more until it is released. @throws Refusal not-found */
export function brake(caller: Caller, id: string, reason: string): Command<void> {
  return async (unit) => {
    if (known(unit, id).braked) return;
    await unit.sql.query('UPDATE organisation SET braked_at = $2 WHERE id = $1', [id, unit.now]);
    await measure(unit, caller, id, { type: 'organisation.braked', news: 'braked', reason });
  };
}

/** Lets it raise again. @throws Refusal not-found */
export function release(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    if (!known(unit, id).braked) return;
    await unit.sql.query('UPDATE organisation SET braked_at = NULL WHERE id = $1', [id]);
    await measure(unit, caller, id, { type: 'organisation.released', news: 'released' });
  };
}

/**
 * Calls off the active warnings of an organisation that was not itself, but for those that withhold their issuer: everybody who got
 * them is told, in every channel that they were told of them by. @throws Refusal not-found
 */
function retract(
  caller: Caller,
  id: string,
  { reason, suspend: shut = false }: { reason: string; suspend?: boolean | undefined },
): Command<{ warnings: string[]; withheld: string[] }> {
  return async (unit) => {
    // Also what was raised in this very commit.
    await unit.settle();
    known(unit, id);
    const { rows } = await unit.sql.query<{ id: string; withheld: boolean }>(
      `SELECT id, withhold_issuer AS withheld FROM warning WHERE issuer_id = $1 AND state = 'active' ORDER BY id`,
      [id],
    );
    const [named, withheld] = [rows.filter((row) => !row.withheld), rows.filter((row) => row.withheld)];
    for (const row of named) await callOffOne(unit, caller, row.id, reason);
    await measure(unit, caller, id, { type: 'organisation.retracted', news: 'retracted', reason });
    if (shut) await suspend(caller, id, reason)(unit);
    return { warnings: named.map((row) => row.id), withheld: withheld.map((row) => row.id) };
  };
}

/**
 * Retracts, and where `withheld` is said also calls off the active warnings that withhold their issuer, one by one.
 * @param run puts a command on the log in a commit of its own
 * @throws Refusal not-found
 */
export async function retractAll(
  run: <R>(command: Command<R>) => Promise<R>,
  caller: Caller,
  id: string,
  { withheld: wanted = false, ...sent }: z.output<typeof retractionRequest>,
): Promise<{ warnings: string[]; withheldLeft: number }> {
  const { warnings, withheld } = await run(retract(caller, id, sent));
  if (!wanted) return { warnings, withheldLeft: withheld.length };
  for (const one of withheld) await run(retractWithheld(caller, one));
  return { warnings: [...warnings, ...withheld], withheldLeft: 0 };
}

/** Of all of them the same is said, so that the words at least tell nobody whose they were. */
const saidOfWithheld = 'The coordinator of the network retracted this warning.';

/** Calls off one that withholds its issuer, in a commit of its own. Over already: nothing happens. */
function retractWithheld(caller: Caller, warningId: string): Command<void> {
  return (unit) => callOffOne(unit, caller, warningId, saidOfWithheld);
}

async function callOffOne(unit: Unit, caller: Caller, warningId: string, reason: string): Promise<void> {
  const warning = await loadWarning(unit.sql, warningId);
  if (warning?.snapshot.state !== 'active') return;
  await callOff(unit, warning, { by: actorOf(caller), reason, retracted: true });
}

function known(unit: Unit, id: string): Organisation {
  const organisation = unit.directory.organisations.get(id);
  if (!organisation) throw notFound('organisation');
  return organisation;
}

/** Puts a measure on the log, and tells the organisation's managers. The reason stands in the mail alone. */
async function measure(
  unit: Unit,
  caller: Caller,
  id: string,
  { type, news, reason = null }: { type: Measure; news: OrganisationNews; reason?: string | null },
): Promise<void> {
  const eventId = v7();
  const by: NewEvent['actor'] = actorOf(caller);
  unit.append({ id: eventId, type, actor: by, data: { organisation: id, news } });
  const told = managersOf(unit.directory, id).map((recipient) => ({ ...recipient, teamId: null }));
  const content = { news, reason };
  const warning = { id: null, revision: null };
  await writeMails(unit, { kind: 'organisation-news', content, eventId, warning, at: unit.at }, told);
}

type Measure = Extract<
  LogType,
  'organisation.measured' | 'organisation.braked' | 'organisation.released' | 'organisation.retracted'
>;
