import { v7 } from 'uuid';
import type { ActorIds } from '../../domain/log.ts';
import type { AuditSelection } from '../audit-trail.ts';
import type { Command } from '../unit.ts';

/** Puts on the log that a part of the audit trail leaves the network: before it does. */
export function exportAudit(actor: ActorIds, { organisationId, ...asked }: AuditSelection): Command<void> {
  return async (unit) => {
    const data = { ...asked, ...(organisationId === null ? {} : { organisation: organisationId }) };
    unit.append({ id: v7(), type: 'audit.exported', actor, data });
  };
}

/** Puts on the log that a member takes all that is kept of them: before they have it. */
export function exportOwnData(actor: ActorIds): Command<void> {
  return async (unit) => unit.append({ id: v7(), type: 'data.exported', actor, data: { member: actor.memberId } });
}
