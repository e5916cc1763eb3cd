import type { ReactNode } from 'react';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import { BellIcon } from '../frame/icons.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { SchemeSwitch } from '../frame/scheme-switch.tsx';
import { useTitle } from '../frame/title.ts';
import styles from './sign-in.module.css';

/** A page for whoever is not signed in: one card, its title and what is said first. */
export function Entry({
  title,
  lead,
  wide,
  children,
}: {
  title: string;
  lead?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  useTitle(title);
  return (
    <div className={styles.page}>
      <main className={wide ? styles.wideCard : styles.card}>
        <p className={styles.name}>
          <BellIcon /> {t('frame.name')}
        </p>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.foot}>
        <p>{t('frame.notANotice')}</p>
        <LanguageSwitch />
        <SchemeSwitch />
      </footer>
    </div>
  );
}
