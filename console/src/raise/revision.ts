import type { RevisionRequest, Warning } from '../../../core/contract/warning.ts';
import { raiseBody, type Draft } from './draft.ts';
import { toLocal } from './times.ts';

/** A draft that says what a warning says, to revise it. */
export function draftOf(warning: Warning, key: string): Draft {
  const { status, language, headline, description, instruction, trigger, severity, urgency, certainty } = warning;
  const { audience, withholdIssuer, tlp } = warning;
  return {
    key,
    status,
    language,
    headline,
    description,
    instruction,
    trigger,
    severity,
    urgency,
    certainty,
    withholdIssuer,
    tlp,
    asks: [...warning.asks],
    countries: [...warning.countries],
    subdivisions: [...warning.subdivisions],
    languages: [...warning.languages],
    grounds: [...warning.grounds],
    onset: toLocal(Date.parse(warning.onset)),
    expires: toLocal(Date.parse(warning.expires)),
    expiresChosen: true,
    languagesChosen: true,
    tlpChosen: true,
    ...rowsOf(warning),
    sharing: audience?.only ? 'only' : audience?.except?.length ? 'except' : 'all',
    organisations: [...(audience?.only ?? audience?.except ?? [])],
  };
}

function rowsOf({ terms, references, translations }: Warning): Pick<Draft, 'terms' | 'references' | 'translations'> {
  return {
    terms: terms.map((term) => ({
      ...term,
      language: term.language ?? '',
      meaning: term.meaning ?? '',
      caution: term.caution ?? '',
    })),
    references: references.map(({ url, note = '' }) => ({ url, note })),
    translations: translations.map((translation) => ({ ...translation, instruction: translation.instruction ?? '' })),
  };
}

/** What a revision names: the members that differ from the draft it began with; null for an optional one that was emptied. */
export function revisionBody(before: Draft, after: Draft): RevisionRequest {
  const old = raiseBody(before);
  const next = raiseBody(after);
  const names = new Set([...Object.keys(old), ...Object.keys(next)]);
  const differing = [...names].filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]));
  return Object.fromEntries(differing.map((name) => [name, next[name] ?? emptied(name)])) as RevisionRequest;
}

/** A required text that was emptied is sent as such, so that the network says that it may not be. */
function emptied(name: string): unknown {
  if (name === 'headline' || name === 'description' || name === 'expires') return '';
  return name === 'languages' || name === 'grounds' ? [] : null;
}

/**
 * What was written on an older revision, on the newest: what the writer changed stays, all else is as the newest says.
 * @param before the revision that the writer began with
 */
export function rebased(before: Draft, written: Draft, newest: Draft): Draft {
  const names = Object.keys(newest) as (keyof Draft)[];
  const own = new Set(names.filter((name) => JSON.stringify(written[name]) !== JSON.stringify(before[name])));
  // Two members of the form are one of the warning.
  if (own.has('sharing') || own.has('organisations')) own.add('sharing').add('organisations');
  return { ...newest, ...Object.fromEntries([...own].map((name) => [name, written[name]])), key: newest.key };
}
