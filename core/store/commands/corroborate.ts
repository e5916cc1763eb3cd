import { v7 } from 'uuid';
import type { CorroborationRequest } from '../../contract/corroboration.ts';
import { checkCorroboration, corroborate, type Corroboration } from '../../domain/corroboration.ts';
import type { Caller } from '../../domain/organisation.ts';
import { notFound } from '../../domain/refusal.ts';
import type { WarningSnapshot } from '../../domain/warning.ts';
import { findCorroboration } from '../corroborations.ts';
import type { Command, Unit } from '../unit.ts';
import { visibleWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/**
 * Says that the caller's organisation sees it too, or looked and does not; replaces what it said before. The same again
 * changes nothing.
 * @throws Refusal not-found, own-warning, warning-not-active
 */
export function corroborateWarning(
  caller: Caller,
  warningId: string,
  sent: CorroborationRequest,
): Command<{ corroboration: Corroboration; replaced: boolean }> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const { snapshot } = await visibleWarning(unit, caller, warningId);
    checkCorroboration(snapshot, organisationId);
    const before = (await findCorroboration(unit.sql, warningId, organisationId)) ?? null;
    const after = corroborate(before, sent, { id: v7(), warningId, organisationId }, unit.at);
    if (before && sameStatement(before, after)) return { corroboration: before, replaced: true };
    await (before ? replace : add)(unit, after, snapshot.revision);
    await unit.sql.query('INSERT INTO corroboration_note (corroboration_id, version, note) VALUES ($1, $2, $3)', [
      after.id,
      after.version,
      after.note,
    ]);
    await tell(unit, caller, snapshot, after, { edited: before !== null, withdrawn: false });
    return { corroboration: after, replaced: before !== null };
  };
}

/** Takes back what the caller's organisation said. @throws Refusal not-found also where it said nothing */
export function withdrawCorroboration(caller: Caller, warningId: string): Command<void> {
  return async (unit) => {
    const { snapshot } = await visibleWarning(unit, caller, warningId);
    checkCorroboration(snapshot, caller.organisation.id);
    const before = await findCorroboration(unit.sql, warningId, caller.organisation.id);
    if (!before) throw notFound('corroboration');
    await unit.sql.query('UPDATE corroboration SET withdrawn_at = $2, updated_at = $2 WHERE id = $1', [
      before.id,
      unit.now,
    ]);
    await tell(unit, caller, snapshot, { ...before, updatedAt: unit.at }, { edited: false, withdrawn: true });
  };
}

async function add(unit: Unit, said: Corroboration, revision: number): Promise<void> {
  await unit.sql.query(
    `INSERT INTO corroboration
       (id, warning_id, organisation_id, sighting, countries, languages, withhold, revision, version, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      said.id,
      said.warningId,
      said.organisationId,
      said.sighting,
      said.countries,
      said.languages,
      said.withhold,
      revision,
      said.version,
      unit.now,
    ],
  );
}

async function replace(unit: Unit, said: Corroboration, revision: number): Promise<void> {
  await unit.sql.query(
    `UPDATE corroboration SET sighting = $2, countries = $3, languages = $4, withhold = $5, revision = $6, version = $7,
       updated_at = $8
     WHERE id = $1`,
    [said.id, said.sighting, said.countries, said.languages, said.withhold, revision, said.version, unit.now],
  );
}

/** Counts anew, and logs it with what was said, the note left in its row. */
async function tell(
  unit: Unit,
  caller: Caller,
  warning: WarningSnapshot,
  corroboration: Corroboration,
  how: { edited: boolean; withdrawn: boolean },
): Promise<void> {
  const { note: _, ...said } = corroboration;
  const { rows } = await unit.sql.query<{ seen: number; notSeen: number }>(
    `UPDATE warning SET (seen, not_seen) = (
       SELECT count(*) FILTER (WHERE sighting = 'seen'), count(*) FILTER (WHERE sighting = 'not_seen')
       FROM corroboration WHERE warning_id = warning.id AND withdrawn_at IS NULL)
     WHERE id = $1 RETURNING seen, not_seen AS "notSeen"`,
    [warning.id],
  );
  const stands = { ...warning, corroborations: rows[0] ?? warning.corroborations };
  unit.append(warningEvent('warning.corroborated', stands, actorOf(caller), { corroboration: said, ...how }));
}

function sameStatement(one: Corroboration, other: Corroboration): boolean {
  const said = ({ sighting, countries, languages, note, withhold }: Corroboration): string =>
    JSON.stringify([sighting, countries, languages, note, withhold]);
  return said(one) === said(other);
}
