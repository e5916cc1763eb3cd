import { useRef } from 'react';
import type { Ask, Ground } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { countryName, languageName } from '../marks/names.ts';
import { guessedTlp, standing, type Draft } from './draft.ts';
import { useForm } from './form-context.ts';
import { mostUsed, named } from './past.ts';
import { usePast, useProfile } from './use-past.ts';
import styles from './suggestions.module.css';

interface Props {
  /** What a tap takes over. */
  part: Partial<Draft>;
  /** What a second tap leaves, where nothing else stood there before the first. */
  without: Partial<Draft>;
  label: string;
}

/** Something to take over by a tap, and to give back by another. What stands there already needs none. */
function Offer({ part, without, label }: Props) {
  const { draft, change } = useForm();
  const before = useRef<Partial<Draft>>(without);
  const taken = isSame(draft, part);
  if (isSame(part, without)) return null;
  const tap = (): void => {
    if (taken) return change(before.current);
    before.current = standing(draft, Object.keys(part));
    change(part);
  };
  return (
    <button type="button" className={`${styles.offer} ${styles.asLast}`} aria-pressed={taken} onClick={tap}>
      {label}
    </button>
  );
}

function isSame(whole: Partial<Draft>, part: Partial<Draft>): boolean {
  return Object.entries(part).every(([name, value]) => spelled(whole[name as keyof Draft]) === spelled(value));
}

/** The order of a list says nothing. */
function spelled(value: Draft[keyof Draft] | undefined): string {
  return JSON.stringify(Array.isArray(value) ? value.map((each) => JSON.stringify(each)).toSorted() : value);
}

/** Countries or languages as in most of the organisation's warnings; before there is one, as in its profile. */
export function PlacesAsLast({ of }: { of: 'countries' | 'languages' }) {
  const { t, locale } = useWords();
  const { draft } = useForm();
  const profile = useProfile();
  const past = mostUsed(usePast(), (warning) => named(warning[of]));
  const codes = past ?? named(profile[of]);
  if (codes === undefined) return null;
  const name = of === 'countries' ? countryName : languageName;
  const what = codes.map((code) => name(code, locale)).join(', ');
  return (
    <Offer
      part={{ [of]: codes }}
      without={{ [of]: of === 'languages' ? [draft.language] : [] }}
      label={t(past ? 'raise.asLast' : 'raise.asProfile', { what })}
    />
  );
}

export function GroundsAsLast() {
  const { t } = useWords();
  const grounds = mostUsed(usePast(), (warning) => named<Ground>(warning.grounds));
  if (grounds === undefined) return null;
  const what = grounds.map((ground) => t(`codes.grounds.${ground}.label`)).join(', ');
  return <Offer part={{ grounds }} without={{ grounds: [] }} label={t('raise.asLast', { what })} />;
}

export function AsksAsLast() {
  const { t } = useWords();
  const asks = mostUsed(usePast(), (warning) => named<Ask>(warning.asks));
  if (asks === undefined) return null;
  const what = asks.map((ask) => t(`codes.asks.${ask}.label`)).join(', ');
  return <Offer part={{ asks }} without={{ asks: [] }} label={t('raise.asLast', { what })} />;
}

/** In words, so only what was written in the language of this text. */
export function InstructionAsLast() {
  const { t } = useWords();
  const { draft } = useForm();
  const instruction = mostUsed(usePast(), ({ language, instruction: said }) =>
    language === draft.language && said !== '' ? said : undefined,
  );
  if (instruction === undefined) return null;
  const what = instruction.length > 90 ? `${instruction.slice(0, 90)}…` : instruction;
  return <Offer part={{ instruction }} without={{ instruction: '' }} label={t('raise.asLast', { what })} />;
}

/** The marking and the audience, which go together. */
export function SharingAsLast() {
  const { t } = useWords();
  const last = mostUsed(usePast(), ({ tlp, audience }) => ({
    tlp,
    sharing: audience?.only ? ('only' as const) : audience?.except?.length ? ('except' as const) : ('all' as const),
    organisations: (audience?.only ?? audience?.except ?? []).toSorted(),
  }));
  if (last === undefined) return null;
  const what = `${last.tlp}, ${t(`raise.sharing.${last.sharing}`)}`;
  return (
    <Offer
      part={last}
      without={{ tlp: guessedTlp, sharing: 'all', organisations: [] }}
      label={t('raise.asLast', { what })}
    />
  );
}
