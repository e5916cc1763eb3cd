import type { Party } from '../../../core/contract/organisation.ts';
import { useWords } from '../languages/words.tsx';
import styles from './marks.module.css';

interface Props {
  party: Party;
  /** It asked not to be named: whoever reads its name here is told that others do not. */
  withheld?: boolean;
}

/** An organisation by its name; the withheld and the network itself in the reader's language. */
export function PartyName({ party, withheld = false }: Props) {
  const { t } = useWords();
  if (party.kind === 'network') return <>{t('marks.theNetwork')}</>;
  if (party.id === undefined) return <em title={t('marks.withheldDefinition')}>{t('marks.withheld')}</em>;
  return (
    <>
      <bdi>{party.name}</bdi>
      {withheld && <span className={styles.unnamed}>{t('marks.notNamed')}</span>}
    </>
  );
}
