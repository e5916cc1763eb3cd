import { v7 } from 'uuid';
import { z } from 'zod';
import { keyRequest, type KeyPatch } from '../../contract/key.ts';
import { limits } from '../../contract/limits.ts';
import { faultSentences as said, filled } from '../../contract/sentences.ts';
import { reasons } from '../../contract/reasons.ts';
import { mayHandOut, mayKeep } from '../../domain/access.ts';
import { expiryAfter, keyState, successorExpiry, type Key } from '../../domain/key.ts';
import { network, type InternalType, type NewEvent } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import { Refusal, invalidBody, notFound } from '../../domain/refusal.ts';
import { same } from '../../domain/same.ts';
import { keyOfId } from '../keys.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { checked } from './checked.ts';
import { teamFaults } from './team.ts';
import { actorOf } from './warning-event.ts';

export const newKey = keyRequest.extend({ organisationId: z.string() });

/** A key that was just made: its token is answered this once; what is kept is a digest. */
export interface MadeKey {
  readonly key: Key;
  readonly token: string;
}

/** Who keeps an organisation's keys: somebody of it, or the operator on the command line, who may all. */
export type KeyKeeper = Caller | 'operator';

/** Seconds that a replaced key goes on working, where nobody says. */
const standardOverlap = 86_400;

/** Makes an API key. @throws Refusal invalid-request, state-conflict; scope-missing, role-missing what the keeper may not give */
export function addKey(sent: z.input<typeof newKey>, keeper: KeyKeeper = 'operator'): Command<MadeKey> {
  return async (unit) => {
    const { teams = [], networks = [], expiresAt = null, ...told } = checked(newKey, sent);
    const key = { ...told, teams, networks, expiresAt };
    checkKey(unit, key);
    hold(keeper, (caller) => mayHandOut(caller, key));
    await checkCount(unit, key.organisationId);
    return insert(unit, keeper, key);
  };
}

/** Renames a key, changes its networks or lets it end earlier; where nothing changes, nothing is logged. */
export function changeKey(id: string, patch: KeyPatch, keeper: KeyKeeper = 'operator'): Command<Key> {
  return async (unit) => {
    const before = await standing(unit, keeper, id);
    const { name = before.name, networks = before.networks, expiresAt = before.expiresAt } = patch;
    const key: Key = { ...before, name, networks: networks ?? [], expiresAt };
    if (expiresAt !== before.expiresAt) checkEarlier(unit, before, expiresAt);
    const changed = [
      ...(key.name === before.name ? [] : ['name']),
      ...(same(key.networks, before.networks) ? [] : ['networks']),
      ...(key.expiresAt === before.expiresAt ? [] : ['expiresAt']),
    ];
    if (changed.length === 0) return before;
    await unit.sql.query('UPDATE api_key SET name = $2, networks = $3, expires_at = $4 WHERE id = $1', [
      id,
      key.name,
      key.networks,
      key.expiresAt,
    ]);
    tell(unit, keeper, 'key.changed', key, { changed, expiresAt });
    return key;
  };
}

/**
 * Replaces a key by a new one that is like it. The old one works on for the overlap, never for longer than it would have.
 * @param overlap in seconds
 * @throws Refusal state-conflict when it has ended or was replaced
 */
export function rotateKey(
  id: string,
  { overlap = standardOverlap }: { overlap?: number | undefined },
  keeper: KeyKeeper = 'operator',
): Command<MadeKey> {
  return async (unit) => {
    const before = await standing(unit, keeper, id);
    if (before.replacedBy !== null) {
      throw new Refusal('state-conflict', `This key was replaced by ${before.replacedBy}: rotate that one.`);
    }
    hold(keeper, (caller) => mayHandOut(caller, before));
    const made = await insert(unit, keeper, { ...before, expiresAt: successorExpiry(before, unit.now) }, id);
    const expiresAt = expiryAfter(overlap, before, unit.now);
    await unit.sql.query('UPDATE api_key SET expires_at = $2, replaced_by = $3 WHERE id = $1', [
      id,
      expiresAt,
      made.key.id,
    ]);
    tell(unit, keeper, 'key.rotated', before, { replacedBy: made.key.id, expiresAt });
    return made;
  };
}

/** Ends a key for good. Revoked already: nothing happens. */
export function revokeKey(id: string, keeper: KeyKeeper = 'operator'): Command<void> {
  return async (unit) => {
    const key = await kept(unit, keeper, id);
    if (key.revokedAt !== null) return;
    await unit.sql.query('UPDATE api_key SET revoked_at = $2 WHERE id = $1', [id, unit.now]);
    tell(unit, keeper, 'key.revoked', key);
  };
}

type Properties = Pick<Key, 'organisationId' | 'name' | 'scopes' | 'teams' | 'networks' | 'expiresAt'>;

async function insert(
  unit: Unit,
  keeper: KeyKeeper,
  sent: Properties,
  replaces: string | null = null,
): Promise<MadeKey> {
  const { organisationId, name, scopes, teams, networks, expiresAt } = sent;
  const secret = newSecret();
  const prefix = newSecret().slice(0, 8);
  const token = `tocsin_${prefix}_${secret}`;
  const createdBy = keeper !== 'operator' && keeper.as.type === 'member' ? keeper.as.id : null;
  const key: Key = {
    id: v7(),
    organisationId,
    name,
    prefix,
    scopes,
    teams,
    networks,
    createdAt: unit.at,
    createdBy,
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
    replacedBy: null,
  };
  await unit.sql.query(
    `INSERT INTO api_key
       (id, organisation_id, name, prefix, digest, scopes, teams, networks, created_at, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [key.id, organisationId, name, prefix, tokenDigest(token), scopes, teams, networks, unit.now, createdBy, expiresAt],
  );
  tell(unit, keeper, 'key.added', key, { scopes, teams, expiresAt, ...(replaces === null ? {} : { replaces }) });
  return { key, token };
}

/** Who has it stands in the log; what people called it, and where from it is used, in its row alone. */
function tell(
  unit: Unit,
  keeper: KeyKeeper,
  type: InternalType & `key.${string}`,
  { id, organisationId }: Pick<Key, 'id' | 'organisationId'>,
  more: NewEvent['data'] = {},
): void {
  const actor = keeper === 'operator' ? network : actorOf(keeper);
  unit.append({ id: v7(), type, actor, data: { organisation: organisationId, key: id, ...more } });
}

function hold(keeper: KeyKeeper, rule: (caller: Caller) => Refusal | null): void {
  const refusal = keeper === 'operator' ? null : rule(keeper);
  if (refusal) throw refusal;
}

/** A key that the keeper may change, ended or not. @throws Refusal not-found, scope-missing, role-missing */
async function kept(unit: Unit, keeper: KeyKeeper, id: string): Promise<Key> {
  const key = await keyOfId(unit.sql, id);
  if (!key || (keeper !== 'operator' && key.organisationId !== keeper.organisation.id)) throw notFound('key');
  hold(keeper, (caller) => mayKeep(caller, key));
  return key;
}

/** The same, of keys that have not ended. @throws Refusal state-conflict */
async function standing(unit: Unit, keeper: KeyKeeper, id: string): Promise<Key> {
  const key = await kept(unit, keeper, id);
  const state = keyState(key, unit.now);
  if (state === 'active' || state === 'expiring') return key;
  throw new Refusal('state-conflict', `This key has ended: it is ${state}. Make a new one.`, { state });
}

function checkKey(unit: Unit, told: Properties): void {
  if (!unit.directory.organisations.has(told.organisationId)) throw notFound('organisation');
  const faults = [...teamFaults(unit, told.organisationId, told.teams), ...expiryFaults(unit, told.expiresAt)];
  if (faults.length > 0) throw invalidBody(faults);
}

function checkEarlier(unit: Unit, before: Key, expiresAt: string | null): void {
  const faults = expiryFaults(unit, expiresAt);
  if (before.expiresAt !== null && (expiresAt === null || expiresAt > before.expiresAt)) {
    const message = filled(said.keyLater, { at: before.expiresAt });
    faults.push({ pointer: '/expiresAt', message });
  }
  if (faults.length > 0) throw invalidBody(faults);
}

function expiryFaults({ at, now }: Unit, expiresAt: string | null): { pointer: string; message: string }[] {
  if (expiresAt === null) return [];
  const fault = (message: string) => [{ pointer: '/expiresAt', message }];
  if (expiresAt <= at) return fault(said.keyPast);
  const latest = new Date(now.getTime() + limits.keyDays * 86_400_000).toISOString();
  return expiresAt > latest ? fault(filled(said.keyFar, { latest })) : [];
}

async function checkCount(unit: Unit, organisationId: string): Promise<void> {
  const { rows } = await unit.sql.query<{ keys: number }>(
    `SELECT count(*)::integer AS keys FROM api_key
     WHERE organisation_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [organisationId, unit.now],
  );
  if ((rows[0]?.keys ?? 0) < limits.keys) return;
  throw new Refusal('state-conflict', filled(reasons.keysMost, { most: limits.keys }), {
    limit: limits.keys,
  });
}
