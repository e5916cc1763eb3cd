import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../forms/select-field.tsx';
import { useWords } from '../languages/words.tsx';
import { apiKeysQuery, memberOrganisationsQuery, membersQuery } from '../live/administration-queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import type { AuditFilter } from './audit-query.ts';
import styles from '../forms/forms.module.css';

interface Props {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

const groups = [
  'key',
  'member',
  'invitation',
  'session',
  'sign-in',
  'factor',
  'organisation',
  'application',
  'warning',
  'acknowledgement',
  'escalation',
  'subscription',
  'team',
  'audit',
] as const;

/** By what, by whom, by when; for the coordinator by organisation. */
export function AuditFilters({ filter, onChange }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  return (
    <div className={styles.pair} role="group" aria-label={t('audit.filter')}>
      <SelectField
        pointer="/type"
        label={t('audit.what')}
        value={filter.type}
        onChange={(type) => onChange({ ...filter, type })}
        choices={[
          { value: '', label: t('audit.anything') },
          ...groups.map((value) => ({ value, label: t(`audit.group.${value}`) })),
        ]}
      />
      <ActorField filter={filter} onChange={onChange} />
      {may(me, 'listMemberOrganisations') && <OrganisationField filter={filter} onChange={onChange} />}
      {(['since', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`audit.${end}`)}
          value={filter[end]}
          onChange={({ currentTarget }) => onChange({ ...filter, [end]: currentTarget.value })}
        />
      ))}
    </div>
  );
}

function ActorField({ filter, onChange }: Props) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { data: people = [] } = useQuery({ ...membersQuery(call), enabled: may(me, 'listMembers') });
  const { data: keys = [] } = useQuery({ ...apiKeysQuery(call), enabled: may(me, 'listKeys') });
  return (
    <SelectField
      pointer="/actor"
      label={t('audit.who')}
      value={filter.actor}
      onChange={(actor) => onChange({ ...filter, actor })}
      choices={[
        { value: '', label: t('audit.anybody') },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        ...keys.map(({ id, name, prefix }) => ({ value: id, label: `${t('frame.key')}: ${name} (${prefix}…)` })),
      ]}
    />
  );
}

function OrganisationField({ filter, onChange }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { data: organisations = [] } = useQuery(memberOrganisationsQuery(call));
  return (
    <SelectField
      pointer="/organisation"
      label={t('audit.organisation')}
      value={filter.organisation}
      onChange={(organisation) => onChange({ ...filter, organisation })}
      choices={[
        { value: '', label: t('audit.everyOrganisation') },
        ...organisations.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
