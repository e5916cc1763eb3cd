import type { Colleague } from '../../../core/contract/member.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import { may } from '../session/signed-in.ts';

/** Signed in as an owner of the organisation; a key is nobody. */
export function isOwner({ as }: Me): boolean {
  return as.type === 'member' && as.role === 'owner';
}

/** What the reader may do about a colleague, so that nothing is offered that the network would refuse. */
export function rulesFor(me: Me, { id, role, factors }: Colleague, isLastOwner: boolean) {
  const isSelf = me.as.type === 'member' && me.as.id === id;
  const reaches = role !== 'owner' || isOwner(me);
  return {
    isSelf,
    change: may(me, 'changeMember') && (reaches || isSelf),
    role: !isSelf && !isLastOwner,
    red: isOwner(me),
    reset: may(me, 'resetFactors') && reaches && !isSelf && (factors.totp || factors.passkeys > 0),
    remove: may(me, 'removeMember') && reaches && !isSelf && !isLastOwner,
  };
}
