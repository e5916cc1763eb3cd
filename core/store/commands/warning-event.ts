import { v7 as uuidv7 } from 'uuid';
import type { EventType } from '../../contract/event.ts';
import type { NewEvent } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import type { WarningSnapshot } from '../../domain/warning.ts';
import type { Stood } from '../told.ts';

/** Who a caller is in the log: a member by name, a key by its organisation. */
export function actorOf(caller: Caller): NewEvent['actor'] {
  const { organisation, as } = caller;
  return as.type === 'key'
    ? { organisationId: organisation.id, memberId: null, keyId: as.id }
    : { organisationId: organisation.id, memberId: as.id };
}

/** An event about a warning, with how the warning stands right after it, so that a replay says what the live event said. */
export function warningEvent(
  type: EventType,
  warning: WarningSnapshot,
  actor: NewEvent['actor'],
  data: Readonly<Record<string, unknown>> = {},
): NewEvent {
  const { seen, notSeen } = warning.corroborations;
  const stood: Stood = { state: warning.state, updatedAt: warning.updatedAt, seen, notSeen };
  return { id: uuidv7(), type, warningId: warning.id, revision: warning.revision, actor, data: { ...data, stood } };
}
