import { v7 as uuidv7 } from 'uuid';
import type { Recipient } from '../../domain/recipients.ts';
import type { SingleMail } from '../deliveries.ts';
import type { Unit } from '../unit.ts';

/** A mail that hangs on an event: composed and sent by whoever reads of that event in the log. */
export type WrittenMail = SingleMail & {
  readonly eventId: string;
  readonly warning: { readonly id: string | null; readonly revision: number | null };
  /** When it happened: a day later nobody tries to tell of it any more. */
  readonly at: string;
  /** It leaves no earlier, and is tried for a day from then. */
  readonly heldUntil?: Date | null;
};

/**
 * Writes a mail to each of its recipients, before any is sent; one that has a mail of this event gets no other.
 * Answers how many were written.
 */
export async function writeMails(
  unit: Unit,
  mail: WrittenMail,
  recipients: readonly (Recipient & { readonly teamId: string | null })[],
): Promise<number> {
  if (recipients.length === 0) return 0;
  const rows = recipients.map(({ address, organisationId, memberId, teamId }) => ({
    id: uuidv7(),
    recipient: address,
    organisation_id: organisationId,
    member_id: memberId,
    team_id: teamId,
  }));
  const { eventId, kind, warning, content, at, heldUntil = null } = mail;
  const { rowCount } = await unit.sql.query(
    `INSERT INTO delivery (id, event_id, channel, recipient, kind, organisation_id, member_id, warning_id, revision, team_id,
       content, next_at, give_up_at, created_at, updated_at)
     SELECT id, $2, 'email', recipient, $3, organisation_id, member_id, $4, $5, team_id, $6, coalesce($9::timestamptz, $7::timestamptz),
       greatest($8::timestamptz, $9) + interval '1 day', $7, $7
     FROM json_to_recordset($1::json)
       AS mail (id uuid, recipient text, organisation_id uuid, member_id uuid, team_id uuid)
     ON CONFLICT (event_id, channel, recipient) DO NOTHING`,
    [
      JSON.stringify(rows),
      eventId,
      kind,
      warning.id,
      warning.revision,
      JSON.stringify(content),
      unit.at,
      at,
      heldUntil,
    ],
  );
  return rowCount ?? 0;
}
