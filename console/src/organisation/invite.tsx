import { useState } from 'react';
import { invitationRequest } from '../../../core/contract/member.ts';
import type { Role } from '../../../core/contract/vocabularies.ts';
import { Form } from '../forms/form.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { RoleField } from './role-field.tsx';
import { TeamPills } from './team-pills.tsx';

/** An invitation by mail, with a role. */
export function Invite({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<Role>('responder');
  const [teams, setTeams] = useState<string[]>([]);
  const sending = useSending({
    schema: invitationRequest,
    stale: [administration.invitations],
    send: (body, idempotencyKey) => call('invite', { body, idempotencyKey }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('people.inviteIt')}
      onSubmit={() => sending.submit({ address: address.trim(), role, teams })}
      onCancel={onClose}
    >
      <TextField
        pointer="/address"
        label={t('people.address')}
        hint={t('people.addressHint')}
        required
        type="email"
        autoComplete="off"
        value={address}
        onChange={setAddress}
      />
      <RoleField value={role} onChange={setRole} />
      <TeamPills value={teams} onChange={setTeams} hint={t('people.teamsHint')} />
    </Form>
  );
}
