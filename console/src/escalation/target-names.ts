import { useQuery } from '@tanstack/react-query';
import type { Target } from '../../../core/contract/escalation-policy.ts';
import { useWords } from '../languages/words.tsx';
import { membersQuery } from '../live/administration-queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';

/** What targets are called. */
export function useTargetNames(): (target: Target) => string {
  const { t } = useWords();
  const { data: members } = useMembers();
  return (target) => {
    switch (target.type) {
      case 'role':
        return t('targets.role', { role: t(`codes.role.${target.role}.label`) });
      case 'member':
        return members?.find(({ id }) => id === target.id)?.name ?? (members ? t('targets.former') : '…');
      case 'email':
        return target.address;
      default:
        return t('targets.coordinator');
    }
  };
}

/** The people of the organisation, as far as the credential may know them. */
export function useMembers() {
  const { me, call } = useSignedIn();
  return useQuery({ ...membersQuery(call), enabled: may(me, 'listMembers') });
}
