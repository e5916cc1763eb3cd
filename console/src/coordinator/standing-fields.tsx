import { Checkbox } from '@mantine/core';
import type { RaiseLimits } from '../../../core/contract/application.ts';
import { severities, tlps, type Severity, type Tlp } from '../../../core/contract/vocabularies.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import styles from '../forms/forms.module.css';
import { useWords } from '../languages/words.tsx';

/** How an organisation stands in the network, as it is written in a form. */
export interface Standing {
  readonly clearance: Tlp;
  readonly listed: boolean;
  /** Warnings an hour; empty: no limit of its own. */
  readonly limits: Readonly<Record<Severity, string>>;
}

const all = Object.keys(severities) as Severity[];

export function standingOf(clearance: Tlp, listed: boolean, limits: RaiseLimits | null): Standing {
  const written = Object.fromEntries(all.map((severity) => [severity, String(limits?.[severity] ?? '')]));
  return { clearance, listed, limits: written as Record<Severity, string> };
}

/** The same as the contract has it. What is no number is left for its schema to refuse. */
export function standingBody({ clearance, listed, limits }: Standing) {
  const set = all.filter((severity) => limits[severity].trim() !== '').map((one) => [one, Number(limits[one])]);
  return { clearance, listed, raiseLimits: set.length === 0 ? null : Object.fromEntries(set) };
}

interface Props {
  standing: Standing;
  onChange: (standing: Standing) => void;
}

export function StandingFields({ standing, onChange }: Props) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        pointer="/clearance"
        label={t('organisations.clearance')}
        hint={t('organisations.clearanceHint')}
        value={standing.clearance}
        onChange={(clearance) => onChange({ ...standing, clearance })}
        choices={(Object.keys(tlps) as Tlp[]).map((value) => ({ value, label: value }))}
      />
      <Checkbox
        label={t('organisations.listed')}
        description={t('organisations.listedHint')}
        checked={standing.listed}
        onChange={({ currentTarget }) => onChange({ ...standing, listed: currentTarget.checked })}
      />
      <fieldset className={styles.fields}>
        <legend>{t('organisations.limits')}</legend>
        <p className={styles.muted}>{t('organisations.limitsHint')}</p>
        <div className={styles.pair}>
          {all.map((severity) => (
            <TextField
              key={severity}
              pointer={`/raiseLimits/${severity}`}
              label={t(`codes.severity.${severity}.label`)}
              value={standing.limits[severity]}
              onChange={(value) => onChange({ ...standing, limits: { ...standing.limits, [severity]: value } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
