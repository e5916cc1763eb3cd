import type { Term, vocabularies as english } from '../../../core/contract/vocabularies.ts';

type Vocabularies = {
  readonly [Name in keyof typeof english]: { readonly [Code in keyof (typeof english)[Name]]: Term };
};

/** What mails call the codes of the vocabularies: by their labels, and where readers are unsure with their definitions. */
export function codesOf(vocabularies: Vocabularies) {
  return {
    severity: vocabularies.severity,
    status: vocabularies.status,
    role: vocabularies.role,
    // A marking is called the same in every language; what it means is not.
    tlp: each(vocabularies.tlp, 'definition'),
    urgency: each(vocabularies.urgency, 'label'),
    certainty: each(vocabularies.certainty, 'label'),
    trigger: each(vocabularies.trigger, 'label'),
    grounds: each(vocabularies.grounds, 'label'),
    asks: each(vocabularies.asks, 'label'),
    measures: each(vocabularies.measures, 'label'),
    reason: each(vocabularies.reason, 'label'),
    acknowledgementState: each(vocabularies.acknowledgementState, 'label'),
    kind: each(vocabularies.kind, 'label'),
  } as const;
}

function each<Code extends string>(vocabulary: Readonly<Record<Code, Term>>, what: keyof Term): Record<Code, string> {
  return Object.fromEntries(Object.entries<Term>(vocabulary).map(([code, term]) => [code, term[what]])) as Record<
    Code,
    string
  >;
}
