import { v7 } from 'uuid';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import { domainOf } from '../../domain/address.ts';
import { mayEnter } from '../../domain/access.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import type { Seal } from '../seal.ts';
import {
  domainOfId,
  domainsOf,
  enforcedDomains,
  providerOf,
  type KeptDomain,
  type Provider,
} from '../single-sign-on.ts';
import { newSecret } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { beginSession, type BegunSession, type Device } from './session.ts';
import { actorOf } from './warning-event.ts';

const mostDomains = 50;

/** Sets the provider of the caller's organisation. @throws Refusal invalid-request where there is no secret yet and none is sent */
export function setProvider(
  caller: Caller,
  sent: { issuer: string; clientId: string; clientSecret?: string | undefined; enforced: boolean },
  seal: Seal,
): Command<Provider> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const before = await providerOf(unit.sql, organisationId);
    // One that is kept is for whom it was given: nobody has it sent to another issuer.
    const isSame = before?.issuer === sent.issuer && before.clientId === sent.clientId;
    if (sent.clientSecret === undefined && !isSame) {
      throw new Refusal('state-conflict', 'Send the clientSecret too: none is kept for this issuer and client.');
    }
    const sealed =
      sent.clientSecret === undefined ? before?.clientSecret : seal.close(sent.clientSecret, organisationId);
    await unit.sql.query(
      `INSERT INTO single_sign_on (organisation_id, issuer, client_id, client_secret, enforced, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organisation_id) DO UPDATE SET issuer = $2, client_id = $3, client_secret = $4, enforced = $5, updated_at = $6`,
      [organisationId, sent.issuer, sent.clientId, sealed, sent.enforced, unit.now],
    );
    log(unit, caller, 'single-sign-on.changed', { enforced: sent.enforced });
    const after = await providerOf(unit.sql, organisationId);
    if (!after) throw notFound('identity provider');
    return after;
  };
}

/** Ends signing in by the provider. @throws Refusal not-found */
export function removeProvider(caller: Caller): Command<void> {
  return async (unit) => {
    const { rowCount } = await unit.sql.query('DELETE FROM single_sign_on WHERE organisation_id = $1', [
      caller.organisation.id,
    ]);
    if (rowCount === 0) throw notFound('identity provider');
    log(unit, caller, 'single-sign-on.removed', {});
  };
}

/** Claims a domain; the answered token stands in the record that proves it. @throws Refusal state-conflict */
export function addDomain(caller: Caller, name: string): Command<KeptDomain> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const standing = await domainsOf(unit.sql, organisationId);
    if (standing.some((one) => one.name === name))
      throw new Refusal('state-conflict', filled(reasons.domainClaimed, { name }));
    if (standing.length >= mostDomains) {
      throw new Refusal('state-conflict', `At most ${mostDomains} domains; remove one first.`);
    }
    const domain: KeptDomain = { id: v7(), organisationId, name, token: newSecret(), verifiedAt: null };
    await unit.sql.query(
      'INSERT INTO domain (id, organisation_id, name, token, created_at) VALUES ($1, $2, $3, $4, $5)',
      [domain.id, organisationId, name, domain.token, unit.now],
    );
    log(unit, caller, 'domain.added', { domain: domain.id });
    return domain;
  };
}

/** Vouched for from here on: its record was found. @throws Refusal not-found, state-conflict where another organisation proved it before */
export function verifiedDomain(caller: Caller, id: string): Command<KeptDomain> {
  return async (unit) => {
    const domain = await ownDomain(unit, caller, id);
    if (domain.verifiedAt) return domain;
    const { rows } = await unit.sql.query('SELECT FROM domain WHERE name = $1 AND verified_at IS NOT NULL', [
      domain.name,
    ]);
    if (rows.length > 0) {
      throw new Refusal('state-conflict', filled(reasons.domainElsewhere, { name: domain.name }));
    }
    await unit.sql.query('UPDATE domain SET verified_at = $2 WHERE id = $1', [id, unit.now]);
    log(unit, caller, 'domain.verified', { domain: id });
    return { ...domain, verifiedAt: unit.now };
  };
}

/** @throws Refusal not-found */
export function removeDomain(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    await ownDomain(unit, caller, id);
    await unit.sql.query('DELETE FROM domain WHERE id = $1', [id]);
    log(unit, caller, 'domain.removed', { domain: id });
  };
}

/** A domain of the caller's organisation. @throws Refusal not-found */
export async function ownDomain({ sql }: Pick<Unit, 'sql'>, caller: Caller, id: string): Promise<KeptDomain> {
  const domain = await domainOfId(sql, id);
  if (domain?.organisationId !== caller.organisation.id) throw notFound('domain');
  return domain;
}

/** Puts on the log that somebody came back from an organisation's provider, and why they were not let in. */
export function refuseReturn(
  organisationId: string,
  reason: 'other-browser' | 'cancelled' | 'not-held',
): Command<void> {
  return async (unit) => {
    const actor = { organisationId, memberId: null };
    const data = { organisation: organisationId, by: 'single-sign-on', reason };
    unit.append({ id: v7(), type: 'sign-in.refused', actor, data });
  };
}

/** What came of a sign-in by a provider. */
export type Entered =
  | { readonly session: BegunSession }
  | { readonly refused: 'not-verified' | 'foreign-domain' | 'no-member' | 'suspended' };

/**
 * Signs in whom an organisation's provider says it is: a standing member of that organisation, by a verified address in a
 * domain that it has proven. Nobody becomes a member by it. Refusals are on the log.
 */
export function enterByProvider(
  organisationId: string,
  { address, verified }: { address: string; verified: boolean },
  device: Device,
): Command<Entered> {
  return async (unit) => {
    const refuse = (reason: Extract<Entered, { refused: string }>['refused'], member?: Member): Entered => {
      const actor = { organisationId, memberId: member?.id ?? null };
      const data = { organisation: organisationId, ...(member && { member: member.id }), by: 'single-sign-on', reason };
      unit.append({ id: v7(), type: 'sign-in.refused', actor, data });
      return { refused: reason };
    };
    const wanted = address.toLowerCase();
    const members = unit.directory.membersByOrganisation.get(organisationId) ?? [];
    const member = members.find((one) => one.address.toLowerCase() === wanted);
    if (!verified) return refuse('not-verified', member);
    const proven = await domainsOf(unit.sql, organisationId);
    const domain = domainOf(wanted);
    if (!proven.some(({ name, verifiedAt }) => name === domain && verifiedAt)) return refuse('foreign-domain', member);
    if (!member) return refuse('no-member');
    if (unit.directory.organisations.get(organisationId)?.suspended !== false) return refuse('suspended', member);
    return { session: await beginSession(unit, member, { method: 'single-sign-on', device, strong: false }) };
  };
}

/** The members who may sign in past their organisation's provider: where it is enforced for their address's domain, owners alone. */
export async function admittedBy<One extends Pick<Member, 'organisationId' | 'role' | 'address'>>(
  unit: Unit,
  members: readonly One[],
): Promise<One[]> {
  const enforced = await enforcedDomains(
    unit.sql,
    members.map(({ organisationId }) => organisationId),
  );
  return members.filter((member) => {
    return mayEnter(member, enforced.has(`${member.organisationId} ${domainOf(member.address)}`));
  });
}

function log(
  unit: Unit,
  caller: Caller,
  type: 'single-sign-on.changed' | 'single-sign-on.removed' | 'domain.added' | 'domain.verified' | 'domain.removed',
  data: Record<string, unknown>,
): void {
  const organisation = caller.organisation.id;
  unit.append({ id: v7(), type, actor: actorOf(caller), data: { organisation, ...data } });
}
