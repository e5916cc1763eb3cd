import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { colleaguePatch, type Colleague } from '../../../core/contract/member.ts';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import type { rulesFor } from './people-rules.ts';
import { RoleField } from './role-field.tsx';
import { TeamPills } from './team-pills.tsx';

interface Props {
  person: Colleague;
  rules: ReturnType<typeof rulesFor>;
  onClose: () => void;
}

/** Role, teams and the TLP:RED list, as far as they are the reader's to change. */
export function ChangePerson({ person, rules, onClose }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [role, setRole] = useState(person.role);
  const [teams, setTeams] = useState(person.teams);
  const [red, setRed] = useState(person.red);
  const sending = useSending({
    schema: colleaguePatch,
    stale: [administration.members],
    send: (body) => call('changeMember', { path: { id: person.id }, body }),
    onDone: onClose,
  });
  const submit = (): void =>
    sending.submit({
      teams,
      ...(role !== person.role && { role }),
      ...(red !== person.red && { red }),
    });
  return (
    <Form sending={sending} submit={t('administration.save')} onSubmit={submit} onCancel={onClose}>
      {rules.role ? (
        <RoleField value={role} onChange={setRole} />
      ) : (
        <p>{t(rules.isSelf ? 'people.ownRole' : 'people.lastOwner')}</p>
      )}
      <TeamPills value={teams} onChange={setTeams} hint={t('people.teamsHint')} />
      {rules.red && (
        <Checkbox
          label={t('people.red')}
          description={t('people.redMeans')}
          checked={red}
          onChange={({ currentTarget }) => setRed(currentTarget.checked)}
        />
      )}
    </Form>
  );
}
