import type { ReactNode } from 'react';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { useLanguages } from '../marks/choices.ts';
import type { DraftTranslation } from './draft.ts';
import { useField, useForm } from './form-context.ts';
import { Rows } from './rows.tsx';
import shared from './raise.module.css';
import styles from './translation.module.css';

/** The same text in other languages. Nobody is made to translate. */
export function TranslationsSection() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <Rows
      pointer="/translations"
      label={t('raise.translations')}
      hint={t('raise.translationsHint')}
      add={t('raise.addTranslation')}
      name={(index) => t('raise.translation', { number: index + 1 })}
      rows={draft.translations}
      empty={{ language: '', headline: '', description: '', instruction: '' }}
      onChange={(translations) => change({ translations })}
    >
      {(translation, set, at) => <TranslationFields translation={translation} set={set} at={at} />}
    </Rows>
  );
}

interface Props {
  translation: DraftTranslation;
  set: (part: Partial<DraftTranslation>) => void;
  at: string;
}

/** Each text beside the original, or below it where the screen is narrow. */
function TranslationFields({ translation, set, at }: Props) {
  const { t } = useWords();
  const { draft } = useForm();
  const written = { lang: translation.language, dir: 'auto' } as const;
  return (
    <div className={styles.translation}>
      <Language translation={translation} set={set} at={at} />
      <Beside original={draft.headline}>
        <TextInput
          {...useField(`${at}/headline`)}
          {...written}
          label={t('raise.headline')}
          required
          value={translation.headline}
          onChange={({ currentTarget }) => set({ headline: currentTarget.value })}
        />
      </Beside>
      <Beside original={draft.description}>
        <Textarea
          {...useField(`${at}/description`)}
          {...written}
          label={t('raise.description')}
          required
          rows={6}
          value={translation.description}
          onChange={({ currentTarget }) => set({ description: currentTarget.value })}
        />
      </Beside>
      <Beside original={draft.instruction}>
        <Textarea
          {...useField(`${at}/instruction`)}
          {...written}
          label={t('raise.instruction')}
          rows={3}
          value={translation.instruction}
          onChange={({ currentTarget }) => set({ instruction: currentTarget.value })}
        />
      </Beside>
    </div>
  );
}

function Language({ translation, set, at }: Props) {
  const { t } = useWords();
  return (
    <NativeSelect
      {...useField(`${at}/language`)}
      label={t('raise.translationLanguage')}
      required
      data={[
        { value: '', label: t('raise.choose') },
        ...useLanguages(translation.language === '' ? [] : [translation.language]),
      ]}
      value={translation.language}
      onChange={({ currentTarget }) => set({ language: currentTarget.value })}
    />
  );
}

/** What is being translated, in sight while it is. */
function Beside({ original, children }: { original: string; children: ReactNode }) {
  const { t } = useWords();
  const { draft } = useForm();
  return (
    <div className={styles.beside}>
      {original === '' ? (
        <p className={shared.hint}>{t('raise.noOriginal')}</p>
      ) : (
        <div className={styles.original}>
          <p className={shared.hint}>{t('raise.original')}</p>
          <p lang={draft.language} dir="auto">
            {original}
          </p>
        </div>
      )}
      {children}
    </div>
  );
}
