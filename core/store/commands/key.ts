import { v7 } from 'uuid';
import { network } from '../../domain/log.ts';
import { z } from 'zod';
import { scope } from '../../contract/organisation.ts';
import { distinct, oneLine, sentInstant, uuid } from '../../contract/scalars.ts';
import { invalidBody, notFound } from '../../domain/refusal.ts';
import type { Key } from '../keys.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { checked } from './checked.ts';

export const newKey = z.strictObject({
  organisationId: z.string(),
  name: oneLine(1, 80),
  scopes: distinct(scope, 1, 6),
  /** Limits it to these teams; empty: all of the organisation's. */
  teams: distinct(uuid, 0, 100).default([]),
  expiresAt: sentInstant.nullable().default(null),
});

/** Makes an API key. Its token is answered this once: what is kept is a digest. */
export function addKey(sent: z.input<typeof newKey>): Command<{ key: Key; token: string }> {
  return async (unit) => {
    const told = checked(newKey, sent);
    checkKey(unit, told);
    const secret = newSecret();
    const prefix = newSecret().slice(0, 8);
    const token = `tocsin_${prefix}_${secret}`;
    const key: Key = { id: v7(), ...told, prefix, createdAt: unit.at, revokedAt: null, lastUsedAt: null };
    await unit.sql.query(
      `INSERT INTO api_key (id, organisation_id, name, prefix, digest, scopes, teams, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        key.id,
        key.organisationId,
        key.name,
        prefix,
        tokenDigest(token),
        key.scopes,
        key.teams,
        unit.now,
        key.expiresAt,
      ],
    );
    const data = { organisation: key.organisationId, key: key.id, scopes: key.scopes, teams: key.teams };
    unit.append({ id: v7(), type: 'key.added', actor: network, data });
    return { key, token };
  };
}

function checkKey(unit: Unit, told: z.output<typeof newKey>): void {
  if (!unit.directory.organisations.has(told.organisationId)) throw notFound('organisation');
  const faults = told.teams.flatMap((id, index) =>
    unit.directory.teamById.get(id)?.organisationId === told.organisationId
      ? []
      : [{ pointer: `/teams/${index}`, message: 'The organisation has no such team.' }],
  );
  if (told.expiresAt !== null && told.expiresAt <= unit.at) {
    faults.push({ pointer: '/expiresAt', message: 'A key expires in the future; this moment has passed.' });
  }
  if (faults.length > 0) throw invalidBody(faults);
}

/** Ends a key for good. Revoked already: nothing happens. */
export function revokeKey(id: string): Command<void> {
  return async (unit) => {
    const { rows } = await unit.sql.query<{ organisation_id: string; revoked_at: Date | null }>(
      'SELECT organisation_id, revoked_at FROM api_key WHERE id = $1 FOR UPDATE',
      [id],
    );
    const key = rows[0];
    if (!key) throw notFound('key');
    if (key.revoked_at) return;
    await unit.sql.query('UPDATE api_key SET revoked_at = $2 WHERE id = $1', [id, unit.now]);
    const data = { organisation: key.organisation_id, key: id };
    unit.append({ id: v7(), type: 'key.revoked', actor: network, data });
  };
}
