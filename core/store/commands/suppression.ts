import { v7 } from 'uuid';
import type { SuppressionReason } from '../../contract/delivery.ts';
import { network } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import { coordinators, managersOf, type Recipient } from '../../domain/recipients.ts';
import { notFound } from '../../domain/refusal.ts';
import { organisationsAt } from '../../domain/suppression.ts';
import { ownSuppression, suppressionOfAddress } from '../suppressions.ts';
import type { Command, Unit } from '../unit.ts';
import { writeMails } from './mails.ts';
import { actorOf } from './warning-event.ts';

/**
 * Sends an address nothing more that it can do without, and tells the managers of each organisation whose own it is: once.
 * Answers whether that is new.
 */
export async function suppress(
  unit: Unit,
  address: string,
  { reason, answer }: { reason: SuppressionReason; answer: string },
): Promise<boolean> {
  const id = v7();
  const { rowCount } = await unit.sql.query(
    `INSERT INTO suppression (id, address, reason, answer, created_at) VALUES ($1, lower($2), $3, $4, $5)
     ON CONFLICT (address) DO NOTHING`,
    [id, address, reason, answer, unit.now],
  );
  if (rowCount === 0) return false;
  const organisations = organisationsAt(unit.directory, address);
  for (const organisation of organisations) {
    const eventId = begin(unit, { organisation, suppression: id, reason });
    const told = { kind: 'address-suppressed', content: { suppression: id }, eventId, at: unit.at } as const;
    const mail = { ...told, warning: { id: null, revision: null } };
    await writeMails(unit, mail, managersBut(unit, organisation, address));
  }
  if (organisations.length === 0) begin(unit, { suppression: id, reason });
  return true;
}

function begin(unit: Unit, data: Readonly<Record<string, unknown>>): string {
  const id = v7();
  unit.append({ id, type: 'suppression.began', actor: network, data });
  return id;
}

/** Who can do something about it, and can be told at another address; of an organisation without any, the coordinator. */
function managersBut(unit: Unit, organisationId: string, address: string): (Recipient & { teamId: null })[] {
  const reached = (some: readonly Recipient[]) =>
    some.filter((one) => one.address.toLowerCase() !== address.toLowerCase()).map((one) => ({ ...one, teamId: null }));
  const managers = reached(managersOf(unit.directory, organisationId));
  return managers.length > 0 ? managers : reached(coordinators(unit.directory));
}

/** Mails an address of the caller's organisation again; what came back before no longer counts. @throws Refusal not-found */
export function liftSuppression(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    const organisation = caller.organisation.id;
    const found = await ownSuppression(unit.sql, unit.directory, organisation, id);
    if (!found) throw notFound('suppression');
    await lift(unit, found.address);
    unit.append({
      id: v7(),
      type: 'suppression.lifted',
      actor: actorOf(caller),
      data: { organisation, suppression: id },
    });
  };
}

/** Whoever holds an address without an account shows that mail arrives there. */
export async function liftByReader(unit: Unit, address: string): Promise<void> {
  const found = await suppressionOfAddress(unit.sql, address);
  if (!found) return;
  await lift(unit, found.address);
  unit.append({ id: v7(), type: 'suppression.lifted', actor: network, data: { suppression: found.id } });
}

async function lift({ sql }: Unit, address: string): Promise<void> {
  await sql.query('DELETE FROM suppression WHERE address = $1', [address]);
  await sql.query(
    `UPDATE delivery SET returned = NULL WHERE lower(recipient) = $1 AND returned IN ('delayed', 'soft')`,
    [address],
  );
}

/** Forgets an address with whoever is erased, unless it is somebody else's too. */
export async function forgetSuppression({ sql, directory }: Unit, address: string): Promise<void> {
  if (organisationsAt(directory, address).length > 0) return;
  await sql.query(
    `DELETE FROM suppression WHERE address = lower($1)
       AND NOT EXISTS (SELECT FROM mail_subscriber WHERE mail_subscriber.address = lower($1))`,
    [address],
  );
}
