import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguages } from '../marks/choices.ts';
import type { DraftTranslation } from './draft.ts';
import { useField, useForm } from './form-context.ts';
import { Rows } from './rows.tsx';

/** The same text in other languages. Nobody is made to translate. */
export function TranslationsSection() {
  const { t } = useTranslation();
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

function TranslationFields({ translation, set, at }: Props) {
  const { t } = useTranslation();
  const written = { lang: translation.language, dir: 'auto' } as const;
  return (
    <>
      <NativeSelect
        {...useField(`${at}/language`)}
        label={t('raise.language')}
        required
        data={[
          { value: '', label: t('raise.choose') },
          ...useLanguages(translation.language === '' ? [] : [translation.language]),
        ]}
        value={translation.language}
        onChange={({ currentTarget }) => set({ language: currentTarget.value })}
      />
      <TextInput
        {...useField(`${at}/headline`)}
        {...written}
        label={t('raise.headline')}
        required
        value={translation.headline}
        onChange={({ currentTarget }) => set({ headline: currentTarget.value })}
      />
      <Textarea
        {...useField(`${at}/description`)}
        {...written}
        label={t('raise.description')}
        required
        rows={4}
        value={translation.description}
        onChange={({ currentTarget }) => set({ description: currentTarget.value })}
      />
      <Textarea
        {...useField(`${at}/instruction`)}
        {...written}
        label={t('raise.instruction')}
        rows={2}
        value={translation.instruction}
        onChange={({ currentTarget }) => set({ instruction: currentTarget.value })}
      />
    </>
  );
}
