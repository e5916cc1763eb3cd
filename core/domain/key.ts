import { openRanges } from '../contract/address-range.ts';
import type { Key as KeyAnswer } from '../contract/key.ts';
import type { KeyState, Scope } from '../contract/vocabularies.ts';
import { memberNamed, type Names } from './presentation.ts';

/** An API key as it is kept: never the token, which only its holder has. */
export interface Key {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** What people recognise it by: the second part of its token. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  /** The teams that it is limited to; empty: all of the organisation's, later ones too. */
  readonly teams: readonly string[];
  /** Where it may be used from; empty: anywhere. */
  readonly networks: readonly string[];
  readonly createdAt: string;
  /** A member; null: another key, or the operator. */
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
  /** The key that it was rotated to. */
  readonly replacedBy: string | null;
}

const day = 86_400_000;
/** Before its end a key is said to be expiring for so long. */
const notice = 14 * day;

export function keyState({ revokedAt, expiresAt }: Pick<Key, 'revokedAt' | 'expiresAt'>, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  const left = expiresAt === null ? Infinity : Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'expired';
  return left <= notice ? 'expiring' : 'active';
}

/** Whether a key may be used from an address. */
export function mayComeFrom({ networks }: Pick<Key, 'networks'>): (address: string) => boolean {
  return networks.length === 0 ? () => true : openRanges(networks);
}

/** When the key that replaces another ends: it lasts as long as that one was made to last. */
export function successorExpiry(
  { createdAt, expiresAt }: Pick<Key, 'createdAt' | 'expiresAt'>,
  now: Date,
): string | null {
  if (expiresAt === null) return null;
  return new Date(now.getTime() + Date.parse(expiresAt) - Date.parse(createdAt)).toISOString();
}

/** When a replaced key ends: after the overlap, never later than it would have. @param overlap in seconds */
export function expiryAfter(overlap: number, { expiresAt }: Pick<Key, 'expiresAt'>, now: Date): string {
  const end = new Date(now.getTime() + overlap * 1_000).toISOString();
  return expiresAt !== null && expiresAt < end ? expiresAt : end;
}

export function presentKey(names: Pick<Names, 'members'>, key: Key, now: Date): KeyAnswer {
  const { organisationId: _, scopes, teams, networks, createdBy, ...told } = key;
  return {
    ...told,
    scopes: [...scopes],
    teams: [...teams],
    networks: [...networks],
    createdBy: createdBy === null ? null : memberNamed(names, createdBy),
    state: keyState(key, now),
  };
}
