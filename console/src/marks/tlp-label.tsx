import { useTranslation } from 'react-i18next';
import type { Tlp } from '../../../core/contract/vocabularies.ts';
import { tlpColours } from '../theme/palette.ts';
import styles from './marks.module.css';

/** The label in exactly the form that FIRST gives it, in its colours. */
export function TlpLabel({ tlp }: { tlp: Tlp }) {
  const { t } = useTranslation();
  return (
    <span
      className={styles.tlp}
      style={{ color: tlpColours[tlp] }}
      title={t(`codes.tlp.${tlp}.definition`)}
      translate="no"
    >
      {tlp}
    </span>
  );
}
