import { countryOfSubdivision } from '../../../core/contract/codes.ts';
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
  /** The writer chose the marking: until then it is a guess, and said to be one. */
  tlpChosen: boolean;
}

/** The marking of a draft whose writer has not chosen one. */
export const guessedTlp: Tlp = 'TLP:AMBER';

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
    tlp: guessedTlp,
    tlpChosen: false,
  };
}

/** How these members stand, and whether they are guesses: a change to it brings them back. */
export function standing(draft: Draft, names: readonly string[]): Partial<Draft> {
  const { languagesChosen, tlpChosen } = draft;
  return {
    ...Object.fromEntries(names.map((name) => [name, draft[name as keyof Draft]])),
    languagesChosen,
    tlpChosen,
  };
}

/** The draft after a change, with what follows: the expiry from trigger and onset, the languages from the text's own, no region without its country. */
export function changed(draft: Draft, part: Partial<Draft>, now: number): Draft {
  const next = { ...draft, ...part };
  if ('expires' in part) next.expiresChosen = true;
  if ('languages' in part) next.languagesChosen = part.languagesChosen ?? true;
  if ('tlp' in part) next.tlpChosen = part.tlpChosen ?? true;
  if ('countries' in part) {
    next.subdivisions = next.subdivisions.filter((code) => next.countries.includes(countryOfSubdivision(code)));
  }
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
