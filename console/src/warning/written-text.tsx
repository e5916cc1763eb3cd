import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../core/contract/warning.ts';
import { useLocale } from '../languages/locale.ts';
import { languageName } from '../marks/names.ts';
import styles from './warning.module.css';

/** What happened and what is asked, as the issuer wrote it or in one of its own translations. */
export function WrittenText({ warning }: { warning: Warning }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [chosen, choose] = useState(warning.language);
  const translation = warning.translations.find(({ language }) => language === chosen);
  const text = translation ?? warning;
  const written = { lang: text.language, dir: 'auto' } as const;
  return (
    <>
      {warning.translations.length > 0 && (
        <NativeSelect
          className={styles.translations}
          label={t('warning.readIn')}
          value={text.language}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[warning, ...warning.translations].map(({ language }, index) => ({
            value: language,
            label:
              index === 0
                ? t('warning.original', { language: languageName(language, locale) })
                : languageName(language, locale),
          }))}
        />
      )}
      {translation && (
        <p className={styles.translated} {...written}>
          <strong>{translation.headline}</strong>
        </p>
      )}
      <section aria-labelledby="happened">
        <h2 id="happened">{t('warning.happened')}</h2>
        <p className={styles.prose} {...written}>
          {text.description}
        </p>
      </section>
      <Asked warning={warning} instruction={text.instruction ?? ''} language={text.language} />
      <Redactions warning={warning} />
    </>
  );
}

function Asked({ warning, instruction, language }: { warning: Warning; instruction: string; language: string }) {
  const { t } = useTranslation();
  if (warning.asks.length === 0 && instruction === '') return null;
  return (
    <section aria-labelledby="asked" className={styles.asked}>
      <h2 id="asked">{t('warning.asked')}</h2>
      {warning.asks.length > 0 && (
        <ul>
          {warning.asks.map((ask) => (
            <li key={ask}>
              <strong>{t(`codes.asks.${ask}.label`)}</strong> <span>{t(`codes.asks.${ask}.definition`)}</span>
            </li>
          ))}
        </ul>
      )}
      {instruction !== '' && (
        <p className={styles.prose} lang={language} dir="auto">
          {instruction}
        </p>
      )}
    </section>
  );
}

function Redactions({ warning }: { warning: Warning }) {
  const { t } = useTranslation();
  return (warning.redactions ?? []).map(({ at, reason, members }) => (
    <p key={at} className={styles.note}>
      {t('warning.redacted', { members: members.join(', '), reason })}
    </p>
  ));
}
