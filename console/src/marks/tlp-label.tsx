import type { Tlp } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { tlpColours } from '../theme/palette.ts';
import styles from './marks.module.css';

interface Props {
  tlp: Tlp;
  /** Whether a warning on the page is marked with it, or somebody may have what is. */
  of?: 'warning' | 'clearance';
}

/** The label in exactly the form that FIRST gives it, in its colours. */
export function TlpLabel({ tlp, of = 'warning' }: Props) {
  const { t } = useWords();
  return (
    <span
      className={styles.tlp}
      style={{ color: tlpColours[tlp] }}
      title={t(`codes.tlp.${tlp}.definition`)}
      translate="no"
      data-tlp={of === 'warning' ? tlp : undefined}
    >
      {tlp}
    </span>
  );
}
