import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../languages/words.tsx';
import { memberOrganisationsQuery } from '../live/administration-queries.ts';
import { organisationsQuery } from '../live/queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { periods, type PeriodName, type StatisticsChoice } from './choice.ts';
import styles from './statistics.module.css';

interface Props {
  choice: StatisticsChoice;
  onChange: (choice: StatisticsChoice) => void;
}

/** Of when, of which kind, and for the coordinator whose; each choice goes into the address at once. */
export function ChoiceFields({ choice, onChange }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { status, ...always } = choice;
  return (
    <div className={styles.choice} role="group" aria-label={t('statistics.choose')}>
      <PeriodFields choice={choice} onChange={onChange} />
      <NativeSelect
        label={t('statistics.status')}
        data={(['actual', 'exercise'] as const).map((value) => ({ value, label: t(`codes.status.${value}.label`) }))}
        value={status ?? 'actual'}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === 'exercise' ? { ...always, status: 'exercise' } : always)
        }
      />
      {me.organisation.kind === 'coordinator' && <OrganisationField choice={choice} onChange={onChange} />}
    </div>
  );
}

function PeriodFields({ choice, onChange }: Props) {
  const { t } = useWords();
  const { period = 'months', since: _, until: __, ...others } = choice;
  const choose = (name: PeriodName): void =>
    // Days that were chosen are of no other period.
    onChange(name === 'months' ? others : name === 'own' ? { ...choice, period: name } : { ...others, period: name });
  return (
    <>
      <NativeSelect
        label={t('statistics.period')}
        data={periods.map((value) => ({ value, label: t(`statistics.periods.${value}`) }))}
        value={period}
        onChange={({ currentTarget: { value } }) => choose(value as PeriodName)}
      />
      {period === 'own' &&
        (['since', 'until'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(`statistics.${end}`)}
            value={choice[end] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { [end]: ___, ...rest } = choice;
              onChange(value === '' ? rest : { ...rest, [end]: value });
            }}
          />
        ))}
    </>
  );
}

/** Those who raise or answer; unlisted and suspended ones for who looks after them. */
function OrganisationField({ choice, onChange }: Props) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const all = may(me, 'listMemberOrganisations');
  const { data: everybody } = useQuery({ ...memberOrganisationsQuery(call), enabled: all });
  const { data: listed } = useQuery({ ...organisationsQuery(call), enabled: !all });
  const { organisation, ...others } = choice;
  const offered = (everybody ?? listed ?? []).filter(({ kind }) => kind !== 'observer');
  return (
    <NativeSelect
      label={t('statistics.organisation')}
      data={[
        { value: '', label: t('statistics.network') },
        ...offered.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={organisation ?? ''}
      onChange={({ currentTarget: { value } }) => onChange(value === '' ? others : { ...others, organisation: value })}
    />
  );
}
