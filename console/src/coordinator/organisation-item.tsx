import type { MemberOrganisation } from '../../../core/contract/application.ts';
import { severities, type Severity } from '../../../core/contract/vocabularies.ts';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { Measures } from './measures.tsx';
import styles from '../forms/forms.module.css';

interface Props {
  organisation: MemberOrganisation;
}

/** One organisation, how it stands, and what the coordinator may do about it. */
export function OrganisationItem({ organisation }: Props) {
  const { t } = useWords();
  const { clearance, listed, raiseLimits, members, keys } = organisation;
  const label = <TlpLabel tlp={clearance} of="clearance" />;
  const limits = (Object.keys(severities) as Severity[])
    .filter((severity) => raiseLimits?.[severity] !== undefined)
    .map((severity) => `${t(`codes.severity.${severity}.label`)}: ${raiseLimits?.[severity]}`);
  return (
    <li className={styles.item} data-organisation={organisation.id}>
      <div className={styles.head}>
        <h2>
          <bdi>{organisation.name}</bdi>
        </h2>
        <span className={styles.state} data-attention={organisation.state === 'suspended' || undefined}>
          {t(`organisations.state.${organisation.state}`)}
        </span>
        {organisation.braked && (
          <span className={styles.state} data-attention>
            {t('organisations.braked')}
          </span>
        )}
      </div>
      <Facts
        short
        of={[
          [t('about.kind'), t(`codes.kind.${organisation.kind}.label`)],
          [t('organisations.clearance'), label],
          [t('organisations.listing'), t(listed ? 'organisations.isListed' : 'organisations.notListed')],
          [t('organisations.limits'), limits.length === 0 ? t('organisations.noLimits') : limits.join(', ')],
          [t('organisations.members'), members],
          [t('organisations.keys'), keys],
        ]}
      />
      {organisation.state !== 'left' && <Measures organisation={organisation} />}
    </li>
  );
}
