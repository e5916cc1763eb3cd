import type { RevisionRequest, Warning } from '../../../core/contract/warning.ts';
import type {
  Ask,
  Certainty,
  Ground,
  Severity,
  Status,
  TermKind,
  Tlp,
  Trigger,
  Urgency,
} from '../../../core/contract/vocabularies.ts';
import { fromLocal, standardExpiry, toLocal } from './times.ts';

export interface DraftTerm {
  text: string;
  kind: TermKind;
  language: string;
  meaning: string;
  caution: string;
}

export interface DraftReference {
  url: string;
  note: string;
}

export interface DraftTranslation {
  language: string;
  headline: string;
  description: string;
  instruction: string;
}

/** A warning as it is being written: what is not chosen yet is empty, times are as the browser's inputs hold them. */
export interface Draft {
  /** The Idempotency-Key of this draft: however often it is sent, it is raised once. */
  key: string;
  status: Status;
  language: string;
  headline: string;
  description: string;
  instruction: string;
  asks: Ask[];
  trigger: Trigger | '';
  countries: string[];
  subdivisions: string[];
  languages: string[];
  grounds: Ground[];
  severity: Severity | '';
  urgency: Urgency | '';
  certainty: Certainty | '';
  onset: string;
  expires: string;
  /** The writer chose when it expires: a change of the trigger leaves it alone. */
  expiresChosen: boolean;
  /** The writer chose the languages: a change of the text's own leaves them alone. */
  languagesChosen: boolean;
  terms: DraftTerm[];
  references: DraftReference[];
  translations: DraftTranslation[];
  sharing: 'all' | 'only' | 'except';
  organisations: string[];
  withholdIssuer: boolean;
  tlp: Tlp;
}

interface Beginning {
  key: string;
  language: string;
  status: Status;
  now: number;
}

/** An empty draft with what can be guessed. */
export function newDraft({ key, language, status, now }: Beginning): Draft {
  return {
    key,
    status,
    language,
    headline: '',
    description: '',
    instruction: '',
    asks: [],
    trigger: '',
    countries: [],
    subdivisions: [],
    languages: [language],
    grounds: [],
    severity: '',
    urgency: '',
    certainty: '',
    onset: '',
    expires: toLocal(standardExpiry('', now, now)),
    expiresChosen: false,
    languagesChosen: false,
    terms: [],
    references: [],
    translations: [],
    sharing: 'all',
    organisations: [],
    withholdIssuer: false,
    tlp: 'TLP:AMBER',
  };
}

/** The draft after a change, with what follows from it: the expiry from trigger and onset, the languages from the text's own. */
export function changed(draft: Draft, part: Partial<Draft>, now: number): Draft {
  const next = { ...draft, ...part };
  if ('expires' in part) next.expiresChosen = true;
  if ('languages' in part) next.languagesChosen = true;
  if (!next.languagesChosen && 'language' in part) next.languages = [next.language];
  if (!next.expiresChosen && ('trigger' in part || 'onset' in part)) {
    const onset = Date.parse(fromLocal(next.onset) ?? '');
    next.expires = toLocal(standardExpiry(next.trigger, Number.isNaN(onset) ? now : onset, now));
  }
  return next;
}

/** The body of a raise: what is empty is left out, so that the contract says what is missing. */
export function raiseBody(draft: Draft): Record<string, unknown> {
  const audience = draft.sharing === 'all' ? undefined : { [draft.sharing]: draft.organisations };
  return withoutEmpty({
    status: draft.status,
    language: draft.language,
    headline: draft.headline,
    description: draft.description,
    instruction: draft.instruction,
    asks: draft.asks,
    trigger: draft.trigger,
    countries: draft.countries,
    subdivisions: draft.subdivisions,
    languages: draft.languages,
    grounds: draft.grounds,
    severity: draft.severity,
    urgency: draft.urgency,
    certainty: draft.certainty,
    onset: fromLocal(draft.onset),
    expires: fromLocal(draft.expires),
    terms: draft.terms.map((term) => withoutEmpty({ ...term })),
    references: draft.references.map((reference) => withoutEmpty({ ...reference })),
    translations: draft.translations.map((translation) => withoutEmpty({ ...translation })),
    audience,
    withholdIssuer: draft.withholdIssuer,
    tlp: draft.tlp,
  });
}

function withoutEmpty(members: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(members).filter(([, value]) => !isEmpty(value)));
}

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
