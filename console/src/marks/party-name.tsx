import { useTranslation } from 'react-i18next';
import type { Party } from '../../../core/contract/organisation.ts';

/** An organisation by its name; the withheld and the network itself in the reader's language. */
export function PartyName({ party }: { party: Party }) {
  const { t } = useTranslation();
  if (party.kind === 'network') return <>{t('marks.theNetwork')}</>;
  if (party.id === undefined) return <em title={t('marks.withheldDefinition')}>{t('marks.withheld')}</em>;
  return <bdi>{party.name}</bdi>;
}
