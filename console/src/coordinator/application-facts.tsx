import type { Application } from '../../../core/contract/application.ts';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { Moment } from '../marks/moment.tsx';
import { countryName, languageName } from '../marks/names.ts';
import styles from '../forms/forms.module.css';

/** What an organisation says of itself. */
export function ApplicationFacts({ application }: { application: Application }) {
  const { t, locale } = useWords();
  const { trustedFlagger, contact } = application;
  const sent = <Moment at={application.createdAt} />;
  return (
    <>
      <Facts
        of={[
          [t('about.kind'), t(`codes.kind.${application.kind}.label`)],
          [t('apply.legalForm'), application.legalForm],
          [t('apply.registration'), application.registration],
          [t('apply.website'), application.website],
          [t('about.countries'), application.countries.map((code) => countryName(code, locale)).join(', ')],
          [t('about.languages'), application.languages.map((tag) => languageName(tag, locale)).join(', ')],
          [t('apply.grounds'), application.grounds.map((ground) => t(`codes.grounds.${ground}.label`)).join(', ')],
          [
            t('apply.flaggedBy'),
            trustedFlagger && [trustedFlagger.by, trustedFlagger.number].filter(Boolean).join(', '),
          ],
          [t('apply.contact'), `${contact.name}, ${contact.address}`],
          [t('apply.sent'), sent],
        ]}
      />
      <div className={styles.told}>
        <h2>{t('apply.purpose')}</h2>
        <p className={styles.written} dir="auto">
          {application.purpose}
        </p>
      </div>
    </>
  );
}

/** What the applicant and the coordinator wrote to each other, oldest first. */
export function Exchange({ messages }: Pick<Application, 'messages'>) {
  const { t } = useWords();
  if (messages.length === 0) return null;
  return (
    <div className={styles.told}>
      <h2 id="exchange">{t('apply.exchange')}</h2>
      <ol className={styles.list} aria-labelledby="exchange">
        {messages.map(({ author, text, at }) => (
          <li key={at} className={styles.item}>
            <p className={styles.muted}>
              <strong>{t(`apply.author.${author}`)}</strong>, <Moment at={at} />
            </p>
            <p className={styles.written} dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
