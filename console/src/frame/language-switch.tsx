import { offered, type Language } from '../languages/catalogues.ts';
import { chooseLanguage } from '../languages/i18n.ts';
import { ownNames } from '../languages/own-names.ts';
import { useWords } from '../languages/words.tsx';
import { GlobeIcon } from './icons.tsx';
import styles from './frame.module.css';

/** The language of the console, each called what its speakers call it: guessed until somebody chooses. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <label className={styles.language}>
      <GlobeIcon />
      <select
        aria-label={t('frame.language')}
        value={language}
        onChange={({ currentTarget }) => void chooseLanguage(currentTarget.value as Language)}
      >
        {offered.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
