import { MultiSelect, NativeSelect } from '@mantine/core';
import '../theme/input.css';
import '../theme/select.css';
import { useTranslation } from 'react-i18next';
import {
  grounds,
  severityOrder,
  warningStates,
  type Ground,
  type Severity,
  type WarningState,
} from '../../../core/contract/vocabularies.ts';
import { useCountries, useLanguages } from '../marks/choices.ts';
import type { BoardFilter } from './board-filter.ts';
import styles from './board.module.css';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** What the board is narrowed to; each choice goes into the address at once. */
export function Filters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const shared = {
    searchable: true,
    clearable: true,
    hidePickedOptions: true,
    nothingFoundMessage: t('board.nothingFound'),
  };
  return (
    <div className={styles.filters} role="group" aria-label={t('board.filter')}>
      <MultiSelect
        {...shared}
        label={t('board.country')}
        data={useCountries()}
        value={[...filter.country]}
        onChange={(country) => onChange({ ...filter, country })}
      />
      <MultiSelect
        {...shared}
        label={t('board.language')}
        data={useLanguages(filter.language)}
        value={[...filter.language]}
        onChange={(language) => onChange({ ...filter, language })}
      />
      <MultiSelect
        {...shared}
        label={t('board.ground')}
        data={(Object.keys(grounds) as Ground[]).map((value) => ({ value, label: t(`codes.grounds.${value}.label`) }))}
        value={[...filter.ground]}
        onChange={(ground) => onChange({ ...filter, ground })}
      />
      <SeverityFloor filter={filter} onChange={onChange} />
      <State filter={filter} onChange={onChange} />
    </div>
  );
}

function SeverityFloor({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const { severity: chosen, ...others } = filter;
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
      onChange={({ target: { value } }) => onChange(value === '' ? others : { ...filter, severity: value as Severity })}
    />
  );
}

function State({ filter, onChange }: Props) {
  const { t } = useTranslation();
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
