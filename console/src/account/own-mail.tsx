import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import styles from './account.module.css';

/** The way to what one is mailed by one's own choice. */
export function OwnMail() {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="mail">
      <h2 id="mail">{t('ownMail.title')}</h2>
      <p>{t('ownMail.about')}</p>
      <p>
        <Link to="/account/mail">{t('ownMail.choose')}</Link>
      </p>
    </section>
  );
}
