import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  certainties,
  triggers,
  urgencies,
  type Certainty,
  type Trigger as TriggerCode,
  type Urgency,
} from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { useLanguages } from '../marks/choices.ts';
import { ChoiceCards } from './choice-cards.tsx';
import { SeverityCards } from './severity-cards.tsx';
import { useField, useForm } from './form-context.ts';

/** What is happening, how bad, how soon, how sure. */
export function WhatSection() {
  const { t } = useWords();
  const { draft, change } = useForm();
  const written = { lang: draft.language, dir: 'auto', spellCheck: true } as const;
  return (
    <>
      <TextInput
        {...useField('/headline')}
        {...written}
        label={t('raise.headline')}
        description={t('raise.headlineHint')}
        required
        enterKeyHint="next"
        autoComplete="off"
        value={draft.headline}
        onChange={({ currentTarget }) => change({ headline: currentTarget.value })}
      />
      <Textarea
        {...useField('/description')}
        {...written}
        label={t('raise.description')}
        description={t('raise.descriptionHint')}
        required
        rows={5}
        value={draft.description}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
      <Written />
      <Trigger />
      <SeverityCards />
      <HowSoon />
      <HowSure />
    </>
  );
}

/** Which language the text is in: guessed, so it stands after what only the writer knows. */
function Written() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <NativeSelect
      {...useField('/language')}
      label={t('raise.language')}
      description={t('raise.languageHint')}
      data={useLanguages([draft.language])}
      value={draft.language}
      onChange={({ currentTarget }) => change({ language: currentTarget.value })}
    />
  );
}

function Trigger() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <NativeSelect
      {...useField('/trigger')}
      label={t('raise.trigger')}
      required
      value={draft.trigger}
      onChange={(event) => change({ trigger: event.target.value as TriggerCode | '' })}
      data={[
        { value: '', label: t('raise.choose') },
        ...(Object.keys(triggers) as TriggerCode[]).map((value) => ({
          value,
          label: `${t(`codes.trigger.${value}.label`)}: ${t(`codes.trigger.${value}.definition`)}`,
        })),
      ]}
    />
  );
}

function HowSoon() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <ChoiceCards
      pointer="/urgency"
      label={t('raise.urgency')}
      value={draft.urgency}
      onChange={(urgency) => change({ urgency: urgency as Urgency })}
      choices={(Object.keys(urgencies) as Urgency[]).map((value) => ({
        value,
        label: t(`codes.urgency.${value}.label`),
        definition: t(`codes.urgency.${value}.definition`),
      }))}
    />
  );
}

function HowSure() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <ChoiceCards
      pointer="/certainty"
      label={t('raise.certainty')}
      value={draft.certainty}
      onChange={(certainty) => change({ certainty: certainty as Certainty })}
      choices={(Object.keys(certainties) as Certainty[]).map((value) => ({
        value,
        label: t(`codes.certainty.${value}.label`),
        definition: t(`codes.certainty.${value}.definition`),
      }))}
    />
  );
}
