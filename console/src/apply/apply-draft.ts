/** The application form as it is being written. */
export interface ApplyDraft {
  readonly organisation: string;
  readonly kind: 'cso' | 'platform' | 'observer';
  readonly legalForm: string;
  readonly registration: string;
  readonly website: string;
  readonly countries: string[];
  readonly languages: string[];
  readonly grounds: string[];
  readonly isFlagger: boolean;
  readonly flaggerBy: string;
  readonly flaggerNumber: string;
  readonly purpose: string;
  readonly name: string;
  readonly address: string;
}

export const emptyApplication: ApplyDraft = {
  organisation: '',
  kind: 'cso',
  legalForm: '',
  registration: '',
  website: '',
  countries: [],
  languages: [],
  grounds: [],
  isFlagger: false,
  flaggerBy: '',
  flaggerNumber: '',
  purpose: '',
  name: '',
  address: '',
};

/** What is sent: nothing of what was left empty, so that the contract's schema calls it missing. */
export function applicationBody(draft: ApplyDraft, language: string): Record<string, unknown> {
  const { organisation, kind, legalForm, registration, website, countries, languages, grounds, purpose } = draft;
  return {
    ...written({ organisation, legalForm, registration, website, purpose }),
    kind,
    countries,
    languages,
    grounds,
    language,
    trustedFlagger: draft.isFlagger ? written({ by: draft.flaggerBy, number: draft.flaggerNumber }) : null,
    contact: written({ name: draft.name, address: draft.address }),
  };
}

function written(texts: Record<string, string>): Record<string, string> {
  const trimmed = Object.entries(texts).map(([name, text]) => [name, text.trim()]);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== '')) as Record<string, string>;
}
