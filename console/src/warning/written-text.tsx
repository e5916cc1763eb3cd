import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { languageName } from '../marks/names.ts';
import own from './written-text.module.css';
import styles from './warning.module.css';

/** One of the issuer's own texts: the original, or a translation of it. */
type Text = Pick<Warning, 'language' | 'headline' | 'description'> & { instruction?: string | undefined };

/** What happened and what is asked, as the issuer wrote it; beside it one of its own translations, where one is chosen. */
export function WrittenText({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const [chosen, choose] = useState<string>();
  const translation = warning.translations.find(({ language }) => language === chosen);
  const texts: readonly Text[] = translation ? [warning, translation] : [warning];
  return (
    <>
      {warning.translations.length > 0 && (
        <Translations warning={warning} chosen={translation?.language} onChoose={choose} />
      )}
      <section aria-labelledby="happened">
        <h2 id="happened">{t('warning.happened')}</h2>
        <div className={own.versions}>
          {texts.map((text) => (
            <Version key={text.language} text={text} original={warning} several={translation !== undefined} />
          ))}
        </div>
      </section>
      <Asked warning={warning} texts={texts} />
      <Redactions warning={warning} />
    </>
  );
}

interface TranslationsProps {
  warning: Warning;
  chosen: string | undefined;
  onChoose: (language: string) => void;
}

function Translations({ warning, chosen, onChoose }: TranslationsProps) {
  const { t, locale } = useWords();
  return (
    <NativeSelect
      className={own.translations}
      label={t('warning.readIn')}
      value={chosen ?? warning.language}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[warning, ...warning.translations].map(({ language }) => ({
        value: language,
        label:
          language === warning.language
            ? t('warning.original', { language: languageName(language, locale) })
            : languageName(language, locale),
      }))}
    />
  );
}

interface VersionProps {
  text: Text;
  original: Warning;
  /** It stands beside another, so each says its language and its headline. */
  several: boolean;
}

function Version({ text, original, several }: VersionProps) {
  const { t, locale } = useWords();
  const name = languageName(text.language, locale);
  return (
    <div className={own.version}>
      {several && (
        <>
          <h3 className={styles.reading}>{text === original ? t('warning.original', { language: name }) : name}</h3>
          <p className={own.translated} lang={text.language} dir="auto">
            <strong>{text.headline}</strong>
          </p>
        </>
      )}
      <p className={styles.prose} lang={text.language} dir="auto">
        {text.description}
      </p>
    </div>
  );
}

function Asked({ warning, texts }: { warning: Warning; texts: readonly Text[] }) {
  const { t } = useWords();
  const instructions = texts.filter(({ instruction }) => instruction);
  if (warning.asks.length === 0 && instructions.length === 0) return null;
  return (
    <section aria-labelledby="asked" className={own.asked}>
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
      <div className={own.versions}>
        {instructions.map(({ language, instruction }) => (
          <p key={language} className={styles.prose} lang={language} dir="auto">
            {instruction}
          </p>
        ))}
      </div>
    </section>
  );
}

function Redactions({ warning }: { warning: Warning }) {
  const { t } = useWords();
  return (warning.redactions ?? []).map(({ at, reason, members }) => (
    <p key={at} className={styles.note}>
      {t('warning.redacted', { members: members.join(', '), reason })}
    </p>
  ));
}
