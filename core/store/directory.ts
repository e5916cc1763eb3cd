import type { Hours, EscalationPolicy } from '../contract/escalation-policy.ts';
import type { Directory, OwnPolicy, Subscription } from '../domain/directory.ts';
import type { Member, Organisation, Team } from '../domain/organisation.ts';
import { loadOwnMail } from './own-mail.ts';
import { subscriptionColumns, subscriptionOf, type SubscriptionRow } from './subscriptions.ts';
import type { Queryable } from './unit.ts';

/**
 * Who is in the network and what they follow. `sequence` is read first: what is read after it may be newer, never older,
 * and a reader that learns of a newer sequence loads again.
 */
export async function loadDirectory(sql: Queryable): Promise<Directory> {
  const { rows: heads } = await sql.query<{ sequence: number }>('SELECT directory_sequence AS sequence FROM log_head');
  const organisations = await loadOrganisations(sql);
  const teams = await loadTeams(sql);
  const members = await loadMembers(sql);
  const subscriptions = await loadSubscriptions(sql);
  return {
    sequence: heads[0]?.sequence ?? 0,
    organisations: byId(organisations),
    teams: grouped(teams),
    teamById: byId(teams),
    members: byId(members),
    membersByOrganisation: grouped(members),
    subscriptions,
    subscriptionsByOrganisation: grouped(subscriptions),
    policies: await loadPolicies(sql),
    confirmedAddresses: await loadConfirmedAddresses(sql),
    ownMail: await loadOwnMail(sql),
  };
}

async function loadOrganisations(sql: Queryable): Promise<Organisation[]> {
  const { rows } = await sql.query<Omit<Organisation, 'raiseLimits'> & { raiseLimits: string | null }>(
    `SELECT id, name, kind, countries, languages, clearance, listed, suspended_at IS NOT NULL AS suspended,
       braked_at IS NOT NULL AS braked, raise_limits AS "raiseLimits"
     FROM organisation ORDER BY created_at, id`,
  );
  return rows.map((row) => ({
    ...row,
    raiseLimits: row.raiseLimits === null ? null : (JSON.parse(row.raiseLimits) as Organisation['raiseLimits']),
  }));
}

async function loadTeams(sql: Queryable): Promise<Team[]> {
  const { rows } = await sql.query<Team>(
    `SELECT id, organisation_id AS "organisationId", name FROM team
     WHERE removed_at IS NULL ORDER BY organisation_id, created_at, id`,
  );
  return rows;
}

async function loadMembers(sql: Queryable): Promise<Member[]> {
  const { rows } = await sql.query<Member>(
    `SELECT id, organisation_id AS "organisationId", name, address, role, language, red, teams FROM member
     WHERE removed_at IS NULL ORDER BY created_at, id`,
  );
  return rows;
}

async function loadSubscriptions(sql: Queryable): Promise<Subscription[]> {
  const { rows } = await sql.query<SubscriptionRow>(
    `SELECT ${subscriptionColumns} FROM subscription ORDER BY created_at, id`,
  );
  return rows.map(subscriptionOf);
}

async function loadPolicies(sql: Queryable): Promise<Map<string, OwnPolicy>> {
  const { rows } = await sql.query<{ team_id: string; steps: string; hours: string | null; updated_at: Date }>(
    'SELECT team_id, steps, hours, updated_at FROM escalation_policy',
  );
  return new Map(
    rows.map((row) => [
      row.team_id,
      {
        steps: JSON.parse(row.steps) as EscalationPolicy['steps'],
        hours: row.hours === null ? null : (JSON.parse(row.hours) as Hours),
        updatedAt: row.updated_at.toISOString(),
      },
    ]),
  );
}

async function loadConfirmedAddresses(sql: Queryable): Promise<Map<string, string | null>> {
  const { rows } = await sql.query<{ name: string; language: string | null }>(
    `SELECT organisation_id || ' ' || address AS name, language FROM address WHERE confirmed_at IS NOT NULL`,
  );
  return new Map(rows.map(({ name, language }) => [name, language]));
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function grouped<T extends { readonly organisationId: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.organisationId);
    if (group) group.push(one);
    else groups.set(one.organisationId, [one]);
  }
  return groups;
}
