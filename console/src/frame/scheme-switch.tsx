import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { SunMoonIcon } from './icons.tsx';
import styles from './frame.module.css';

/** Light or dark: as the system prefers until somebody chooses. */
export function SchemeSwitch() {
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className={styles.quiet} onClick={() => setColorScheme(other)}>
      <SunMoonIcon /> {t(`frame.scheme.${other}`)}
    </button>
  );
}
