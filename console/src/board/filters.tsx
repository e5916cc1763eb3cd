import { MultiSelect, NativeSelect } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/select.css';
import {
  grounds,
  severityOrder,
  warningStates,
  type Ground,
  type Severity,
  type WarningState,
} from '../../../core/contract/vocabularies.ts';
import { useCountries, useLanguages } from '../marks/choices.ts';
import type { BoardFilter, Matter } from './board-filter.ts';
import { Views } from './views.tsx';
import { TextFilter } from './text-filter.tsx';
import styles from './board.module.css';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** What the board is narrowed to; each choice goes into the address at once. */
export function Filters({ filter, onChange, typing }: Props & { typing: boolean }) {
  const { t } = useWords();
  // A matter without a severity has none: nothing of the one before may stay.
  const { state, q, order } = filter;
  const others = { state, ...(q !== undefined && { q }), ...(order && { order }) };
  return (
    <div className={styles.filters} role="group" aria-label={t('board.filter')}>
      <TextFilter filter={filter} onChange={onChange} focused={typing} />
      <MatterFields value={filter} onChange={(matter) => onChange({ ...others, ...matter })} />
      <State filter={filter} onChange={onChange} />
      <Order filter={filter} onChange={onChange} />
      <Views filter={filter} onChange={onChange} />
    </div>
  );
}

interface MatterProps {
  value: Matter;
  onChange: (value: Matter) => void;
}

/** What warnings are about: where, in which languages, against whom, from which severity on. */
export function MatterFields({ value, onChange }: MatterProps) {
  const { t } = useWords();
  const shared = {
    searchable: true,
    clearable: true,
    hidePickedOptions: true,
    nothingFoundMessage: t('board.nothingFound'),
  };
  return (
    <>
      <MultiSelect
        {...shared}
        label={t('board.country')}
        data={useCountries()}
        value={[...value.country]}
        onChange={(country) => onChange({ ...value, country })}
      />
      <MultiSelect
        {...shared}
        label={t('board.language')}
        data={useLanguages(value.language)}
        value={[...value.language]}
        onChange={(language) => onChange({ ...value, language })}
      />
      <MultiSelect
        {...shared}
        label={t('board.ground')}
        data={(Object.keys(grounds) as Ground[]).map((ground) => ({
          value: ground,
          label: t(`codes.grounds.${ground}.label`),
        }))}
        value={[...value.ground]}
        onChange={(ground) => onChange({ ...value, ground })}
      />
      <SeverityFloor value={value} onChange={onChange} />
    </>
  );
}

function SeverityFloor({ value: matter, onChange }: MatterProps) {
  const { t } = useWords();
  const { severity: chosen, ...others } = matter;
  const floor = (severity: Severity): string => {
    const label = t(`codes.severity.${severity}.label`);
    return severity === 'extreme' ? label : t('board.severityFloor', { severity: label });
  };
  return (
    <NativeSelect
      label={t('board.severity')}
      data={[
        { value: '', label: t('board.anySeverity') },
        ...severityOrder.slice(1).map((value) => ({ value, label: floor(value) })),
      ]}
      value={chosen ?? ''}
      onChange={({ target: { value } }) => onChange(value === '' ? others : { ...matter, severity: value as Severity })}
    />
  );
}

/** Whether it is in force, called off or past its time. */
export function State({ filter, onChange }: Props) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('board.state')}
      data={[
        { value: '', label: t('board.anyState') },
        ...(Object.keys(warningStates) as WarningState[]).map((value) => ({
          value,
          label: t(`codes.state.${value}.label`),
        })),
      ]}
      value={filter.state[0] ?? ''}
      onChange={({ target: { value } }) => onChange({ ...filter, state: value === '' ? [] : [value as WarningState] })}
    />
  );
}

function Order({ filter: { order, ...others }, onChange }: Props) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('board.order')}
      data={[
        { value: '', label: t('board.newestFirst') },
        { value: 'urgency', label: t('board.urgentFirst') },
      ]}
      value={order ?? ''}
      onChange={({ target: { value } }) => onChange(value === '' ? others : { ...others, order: 'urgency' })}
    />
  );
}
