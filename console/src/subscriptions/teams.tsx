import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { teamRequest, type Team } from '../../../core/contract/organisation.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration, teamsQuery } from '../live/administration-queries.ts';
import { keys } from '../live/queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import forms from '../forms/forms.module.css';

const stale = [administration.teams, administration.subscriptions, administration.policies, keys.me];

/** The teams of an organisation; whoever has but one and may add none never meets the word. */
export function Teams() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { data: teams = [] } = useQuery(teamsQuery(call));
  const several = teams.length > 1;
  if (!several && !may(me, 'addTeam')) return null;
  return (
    <section className={forms.panel} aria-labelledby="teams">
      <h2 id="teams">{t('teams.title')}</h2>
      <p className={forms.muted}>{t(several ? 'teams.lead' : 'teams.alone')}</p>
      {several && (
        <ul className={forms.list} aria-labelledby="teams">
          {teams.toReversed().map((team) => (
            <TeamItem key={team.id} team={team} />
          ))}
        </ul>
      )}
      {may(me, 'addTeam') && (
        <div className={forms.actions}>
          <Opener label={t('teams.add')}>{(close) => <TeamForm onClose={close} />}</Opener>
        </div>
      )}
    </section>
  );
}

function TeamItem({ team }: { team: Team }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { id, name } = team;
  return (
    <li className={forms.line}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {may(me, 'changeTeam') && (
        <div className={forms.actions}>
          <Opener label={t('teams.rename')} of={name}>
            {(close) => <TeamForm team={team} onClose={close} />}
          </Opener>
          <Confirm
            label={t('teams.remove')}
            of={name}
            means={t('teams.removeMeans')}
            action={t('teams.removeIt')}
            stale={stale}
            send={() => call('removeTeam', { path: { id } })}
          />
        </div>
      )}
    </li>
  );
}

function TeamForm({ team, onClose }: { team?: Team; onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [name, setName] = useState(team?.name ?? '');
  const sending = useSending({
    schema: teamRequest,
    stale,
    send: (body, idempotencyKey) =>
      team ? call('changeTeam', { path: { id: team.id }, body }) : call('addTeam', { body, idempotencyKey }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t(team ? 'administration.save' : 'teams.addIt')}
      onSubmit={() => sending.submit({ name })}
      onCancel={onClose}
    >
      <TextField pointer="/name" label={t('teams.name')} required value={name} onChange={setName} />
    </Form>
  );
}
