import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { asks, termKinds, type Ask, type TermKind } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { useLanguages } from '../marks/choices.ts';
import type { DraftReference, DraftTerm } from './draft.ts';
import { AsksAsLast, InstructionAsLast } from './as-last.tsx';
import { useField, useForm } from './form-context.ts';
import { PastTerms } from './past-terms.tsx';
import { Pills } from './pills.tsx';
import { Rows } from './rows.tsx';

/** What platforms are asked to do. */
export function AskedSection() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <>
      <Pills
        pointer="/asks"
        label={t('raise.asks')}
        value={draft.asks}
        onChange={(chosen) => change({ asks: chosen as Ask[] })}
        choices={(Object.keys(asks) as Ask[]).map((value) => ({
          value,
          label: t(`codes.asks.${value}.label`),
          definition: t(`codes.asks.${value}.definition`),
        }))}
      />
      <AsksAsLast />
      <Textarea
        {...useField('/instruction')}
        label={t('raise.instruction')}
        description={t('raise.instructionHint')}
        lang={draft.language}
        dir="auto"
        rows={3}
        value={draft.instruction}
        onChange={({ currentTarget }) => change({ instruction: currentTarget.value })}
      />
      <InstructionAsLast />
    </>
  );
}

/** What helps platforms to find it. */
export function FindingSection() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <>
      <Rows
        pointer="/terms"
        label={t('raise.terms')}
        hint={t('raise.termsHint')}
        add={t('raise.addTerm')}
        name={(index) => t('raise.term', { number: index + 1 })}
        rows={draft.terms}
        empty={noTerm}
        onChange={(terms) => change({ terms })}
      >
        {(term, set, at) => <TermFields term={term} set={set} at={at} />}
      </Rows>
      <PastTerms />
      <Rows
        pointer="/references"
        label={t('raise.references')}
        hint={t('raise.referencesHint')}
        add={t('raise.addReference')}
        name={(index) => t('raise.reference', { number: index + 1 })}
        rows={draft.references}
        empty={{ url: '', note: '' }}
        onChange={(references) => change({ references })}
      >
        {(reference, set, at) => <ReferenceFields reference={reference} set={set} at={at} />}
      </Rows>
    </>
  );
}

const noTerm: DraftTerm = { text: '', kind: 'hashtag', language: '', meaning: '', caution: '' };

function TermFields({ term, set, at }: { term: DraftTerm; set: (part: Partial<DraftTerm>) => void; at: string }) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        {...useField(`${at}/text`)}
        label={t('raise.termText')}
        required
        dir="auto"
        autoCapitalize="off"
        value={term.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <NativeSelect
        {...useField(`${at}/kind`)}
        label={t('raise.termKind')}
        value={term.kind}
        onChange={({ currentTarget }) => set({ kind: currentTarget.value as TermKind })}
        data={(Object.keys(termKinds) as TermKind[]).map((value) => ({
          value,
          label: t(`codes.termKind.${value}.label`),
        }))}
      />
      <NativeSelect
        {...useField(`${at}/language`)}
        label={t('raise.termLanguage')}
        value={term.language}
        onChange={({ currentTarget }) => set({ language: currentTarget.value })}
        data={[
          { value: '', label: t('raise.anyLanguage') },
          ...useLanguages(term.language === '' ? [] : [term.language]),
        ]}
      />
      <TextInput
        {...useField(`${at}/meaning`)}
        label={t('raise.termMeaning')}
        dir="auto"
        value={term.meaning}
        onChange={({ currentTarget }) => set({ meaning: currentTarget.value })}
      />
      <TextInput
        {...useField(`${at}/caution`)}
        label={t('raise.termCaution')}
        dir="auto"
        value={term.caution}
        onChange={({ currentTarget }) => set({ caution: currentTarget.value })}
      />
    </>
  );
}

interface ReferenceProps {
  reference: DraftReference;
  set: (part: Partial<DraftReference>) => void;
  at: string;
}

function ReferenceFields({ reference, set, at }: ReferenceProps) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        {...useField(`${at}/url`)}
        type="url"
        inputMode="url"
        label={t('raise.referenceUrl')}
        required
        autoCapitalize="off"
        autoComplete="off"
        value={reference.url}
        onChange={({ currentTarget }) => set({ url: currentTarget.value })}
      />
      <TextInput
        {...useField(`${at}/note`)}
        label={t('raise.referenceNote')}
        dir="auto"
        value={reference.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
    </>
  );
}
