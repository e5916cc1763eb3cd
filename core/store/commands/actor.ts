import type { NewEvent } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';

/** The network itself, and whoever runs it from a shell. */
export const theNetwork: NewEvent['actor'] = { organisationId: null, memberId: null };

/** Who acts, as the log keeps it. */
export function actorOf({ organisation, as }: Caller): NewEvent['actor'] {
  const organisationId = organisation.id;
  return as.type === 'member' ? { organisationId, memberId: as.id } : { organisationId, memberId: null, keyId: as.id };
}
