import { v7 } from 'uuid';
import { network } from '../../domain/log.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RawAddress } from '../../domain/target.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';

const day = 86_400_000;
/** Days that a link confirms its address. */
export const confirmationDays = 7;

/**
 * Asks those behind raw addresses whether they want to be told: one mail with a link each, none where it was confirmed or
 * asked within the last day. The raw token stands in the delivery's content (`{ token, language }`) and nowhere else.
 * @param about the event that named the addresses, and the team whose setting it is
 */
export async function inviteAddresses(
  unit: Unit,
  about: { eventId: string; organisationId: string; teamId: string },
  addresses: readonly RawAddress[],
): Promise<void> {
  for (const { address, language } of addresses) {
    const token = newSecret();
    const { rowCount } = await unit.sql.query(
      `INSERT INTO address (organisation_id, address, language, token_digest, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organisation_id, address) DO UPDATE
         SET language = excluded.language, token_digest = excluded.token_digest, created_at = excluded.created_at
         WHERE address.confirmed_at IS NULL AND address.created_at < $6`,
      [about.organisationId, address, language, tokenDigest(token), unit.now, new Date(unit.now.getTime() - day)],
    );
    if (rowCount === 1) unit.insert('delivery', invitation(unit, about, address, { token, language }));
  }
}

function invitation(
  unit: Unit,
  { eventId, organisationId, teamId }: { eventId: string; organisationId: string; teamId: string },
  address: string,
  content: { token: string; language: string | null },
): Record<string, unknown> {
  return {
    id: v7(),
    event_id: eventId,
    channel: 'email',
    recipient: address,
    kind: 'confirmation',
    organisation_id: organisationId,
    member_id: null,
    warning_id: null,
    revision: null,
    team_id: teamId,
    content: JSON.stringify(content),
    state: 'pending',
    attempts: 0,
    next_at: unit.at,
    give_up_at: new Date(unit.now.getTime() + day).toISOString(),
    message_id: null,
    answer: null,
    created_at: unit.at,
    updated_at: unit.at,
  };
}

/**
 * Confirms the address that was sent this token; confirmed already: nothing happens.
 * @param digest of the token, see store/token.ts
 * @throws Refusal not-found for a link that is unknown, replaced or too old
 */
export function confirmAddress(digest: Buffer): Command<{ organisationId: string; address: string }> {
  return async (unit) => {
    const { rows } = await unit.sql.query<{ organisation_id: string; address: string; confirmed_at: Date | null }>(
      `SELECT organisation_id, address, confirmed_at FROM address
       WHERE token_digest = $1 AND (confirmed_at IS NOT NULL OR created_at > $2) FOR UPDATE`,
      [digest, new Date(unit.now.getTime() - confirmationDays * day)],
    );
    const found = rows[0];
    if (!found) {
      throw new Refusal(
        'not-found',
        `This link is unknown, was replaced by a newer one, or is older than ${confirmationDays} days. Ask whoever named your address to save the setting again.`,
      );
    }
    const { organisation_id: organisationId, address } = found;
    if (found.confirmed_at === null) {
      await unit.sql.query('UPDATE address SET confirmed_at = $3 WHERE organisation_id = $1 AND address = $2', [
        organisationId,
        address,
        unit.now,
      ]);
      const data = { organisation: organisationId };
      unit.append({ id: v7(), type: 'address.confirmed', actor: network, data });
    }
    return { organisationId, address };
  };
}
