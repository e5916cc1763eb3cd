import { v7 } from 'uuid';
import { network, type NewEvent } from '../../domain/log.ts';
import { z } from 'zod';
import { raiseLimits } from '../../contract/application.ts';
import { organisationKind, tlp } from '../../contract/organisation.ts';
import { country, distinct, language, oneLine } from '../../contract/scalars.ts';
import type { Organisation, Team } from '../../domain/organisation.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import type { Command, Unit } from '../unit.ts';
import { checked } from './checked.ts';

export const newOrganisation = z.strictObject({
  name: oneLine(1, 80),
  kind: organisationKind,
  countries: distinct(country, 0, 60).default([]),
  languages: distinct(language, 0, 40).default([]),
  clearance: tlp.optional(),
  listed: z.boolean().default(true),
  raiseLimits: raiseLimits.nullable().default(null),
});

/**
 * Admits an organisation. Its first team bears its name: who never adds a second never meets the word.
 * Clearance unless given: TLP:GREEN for observers, no bound for the others.
 */
export function addOrganisation(
  sent: z.input<typeof newOrganisation>,
  by: NewEvent['actor'] = network,
): Command<{ organisation: Organisation; team: Team }> {
  return async (unit) => {
    const { clearance = sent.kind === 'observer' ? 'TLP:GREEN' : 'TLP:RED', ...told } = checked(newOrganisation, sent);
    const organisation: Organisation = { id: v7(), ...told, clearance, suspended: false, braked: false };
    const team: Team = { id: v7(), organisationId: organisation.id, name: organisation.name };
    await unit.sql.query(
      `INSERT INTO organisation (id, name, kind, countries, languages, clearance, listed, raise_limits, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        organisation.id,
        told.name,
        told.kind,
        told.countries,
        told.languages,
        clearance,
        told.listed,
        told.raiseLimits && JSON.stringify(told.raiseLimits),
        unit.now,
      ],
    );
    await unit.sql.query('INSERT INTO team (id, organisation_id, name, created_at) VALUES ($1, $2, $3, $4)', [
      team.id,
      organisation.id,
      team.name,
      unit.now,
    ]);
    unit.append({
      id: v7(),
      type: 'organisation.added',
      actor: by,
      data: { organisation: organisation.id, team: team.id },
    });
    return { organisation, team };
  };
}

/** Shuts an organisation out until it is resumed; nothing of it is lost. Suspended already: nothing happens. */
export function suspendOrganisation(id: string, by: NewEvent['actor'] = network): Command<void> {
  return async (unit) => {
    if (known(unit, id).suspended) return;
    await unit.sql.query('UPDATE organisation SET suspended_at = $2 WHERE id = $1', [id, unit.now]);
    unit.append({ id: v7(), type: 'organisation.suspended', actor: by, data: { organisation: id } });
  };
}

/** Lets a suspended organisation back in. What still waits for its teams, and was not chased further, is chased anew. */
export function resumeOrganisation(id: string, by: NewEvent['actor'] = network): Command<void> {
  return async (unit) => {
    if (!known(unit, id).suspended) return;
    const { rowCount } = await unit.sql.query(
      'UPDATE organisation SET suspended_at = NULL WHERE id = $1 AND left_at IS NULL',
      [id],
    );
    if (rowCount === 0) throw new Refusal('state-conflict', 'This organisation has left. Admit it anew.');
    await waitAnew(unit, id);
    unit.append({ id: v7(), type: 'organisation.resumed', actor: by, data: { organisation: id } });
  };
}

/** The sweep opens an escalation for each wait that begins here. */
async function waitAnew(unit: Unit, organisationId: string): Promise<void> {
  const teams = (unit.directory.teams.get(organisationId) ?? []).map((team) => team.id);
  await unit.sql.query(
    `UPDATE acknowledgement AS had SET waiting_since = $2 FROM warning, escalation
     WHERE warning.state = 'active' AND had.warning_id = warning.id AND had.team_id = ANY($1)
       AND had.state = 'pending' AND had.expected AND end_reason = 'suspended'
       AND escalation.warning_id = had.warning_id AND escalation.team_id = had.team_id
       AND escalation.waiting_since = had.waiting_since`,
    [teams, unit.at],
  );
}

function known(unit: Unit, id: string): Organisation {
  const organisation = unit.directory.organisations.get(id);
  if (!organisation) throw notFound('organisation');
  return organisation;
}
