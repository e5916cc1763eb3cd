import { v7 } from 'uuid';
import { limits } from '../../contract/limits.ts';
import type { Vouch } from '../../contract/mail-subscriber.ts';
import type { Caller } from '../../domain/organisation.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import type { Command } from '../unit.ts';
import { vouchColumns, vouchOf } from '../vouches.ts';
import { actorOf } from './warning-event.ts';

/** The caller's organisation vouches for whoever reads this address; again: nothing happens. @throws Refusal state-conflict */
export function addVouch(caller: Caller, sent: { address: string }): Command<Vouch> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const address = sent.address.toLowerCase();
    const { rows: own } = await unit.sql.query<{ id: string; address: string; created_at: Date }>(
      `SELECT ${vouchColumns} FROM vouch WHERE organisation_id = $1`,
      [organisationId],
    );
    const before = own.find((one) => one.address === address);
    if (before) return vouchOf(before);
    if (own.length >= limits.vouches) {
      throw new Refusal('state-conflict', `An organisation vouches for at most ${limits.vouches} addresses.`, {
        limit: limits.vouches,
      });
    }
    const made = { id: v7(), address, created_at: unit.now };
    await unit.sql.query('INSERT INTO vouch (id, organisation_id, address, created_at) VALUES ($1, $2, $3, $4)', [
      made.id,
      organisationId,
      address,
      unit.now,
    ]);
    const data = { organisation: organisationId, vouch: made.id };
    unit.append({ id: v7(), type: 'vouch.added', actor: actorOf(caller), data });
    return vouchOf(made);
  };
}

/** What is marked TLP:GREEN no longer goes to this address on the caller's organisation's word. @throws Refusal not-found */
export function withdrawVouch(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const { rowCount } = await unit.sql.query('DELETE FROM vouch WHERE id = $1 AND organisation_id = $2', [
      id,
      organisationId,
    ]);
    if (rowCount === 0) throw notFound('vouch');
    const data = { organisation: organisationId, vouch: id };
    unit.append({ id: v7(), type: 'vouch.withdrawn', actor: actorOf(caller), data });
  };
}
