import * as vocabularies from '../../../../core/contract/vocabularies.ts';

type Labels<Vocabulary extends Record<string, vocabularies.Term>> = {
  readonly [Code in keyof Vocabulary]: Vocabulary[Code]['label'];
};

/** What codes are called: English has the labels and definitions of the contract. */
export const codes = {
  severity: vocabularies.severities,
  status: vocabularies.statuses,
  role: vocabularies.roles,
  tlp: definitions(vocabularies.tlps),
  urgency: labels(vocabularies.urgencies),
  certainty: labels(vocabularies.certainties),
  trigger: labels(vocabularies.triggers),
  grounds: labels(vocabularies.grounds),
  asks: labels(vocabularies.asks),
  measures: labels(vocabularies.measures),
  reason: labels(vocabularies.reasons),
  acknowledgementState: labels(vocabularies.acknowledgementStates),
  kind: labels(vocabularies.organisationKinds),
} as const;

function labels<Vocabulary extends Record<string, vocabularies.Term>>(vocabulary: Vocabulary): Labels<Vocabulary> {
  return Object.fromEntries(Object.entries(vocabulary).map(([code, { label }]) => [code, label])) as Labels<Vocabulary>;
}

/** A marking is called the same in every language; what it means is not. */
function definitions<Vocabulary extends Record<string, vocabularies.Term>>(
  vocabulary: Vocabulary,
): { readonly [Code in keyof Vocabulary]: Vocabulary[Code]['definition'] } {
  return Object.fromEntries(Object.entries(vocabulary).map(([code, { definition }]) => [code, definition])) as {
    readonly [Code in keyof Vocabulary]: Vocabulary[Code]['definition'];
  };
}
