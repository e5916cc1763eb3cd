import type { Warning } from '../../../core/contract/warning.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { draftOf } from './revision.ts';

/** What most of these warnings said, the newer of two that are as frequent; undefined where none said anything. */
export function mostUsed<T>(past: readonly Warning[], said: (warning: Warning) => T | undefined): T | undefined {
  const counts = new Map<string, { value: T; count: number }>();
  for (const warning of past) {
    const value = said(warning);
    if (value === undefined) continue;
    const name = JSON.stringify(value);
    counts.set(name, { value, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)[0]?.value;
}

/** A list in one order, so that two warnings that named the same are counted together; an empty one said nothing. */
export function named<T extends string>(codes: readonly T[]): T[] | undefined {
  return codes.length === 0 ? undefined : codes.toSorted();
}

const mostTerms = 12;

/** Terms of warnings about some of the same groups in some of the same languages, the newest first, each once with what explains it. */
export function termsOf(past: readonly Warning[], { grounds, languages }: Pick<Draft, 'grounds' | 'languages'>) {
  const alike = past.filter(
    (warning) =>
      warning.grounds.some((ground) => grounds.includes(ground)) &&
      warning.languages.some((language) => languages.includes(language)),
  );
  const terms = new Map<string, DraftTerm>();
  for (const term of alike.flatMap((warning) => draftOf(warning, '').terms)) {
    if (!terms.has(term.text)) terms.set(term.text, term);
  }
  return [...terms.values()].slice(0, mostTerms);
}

/**
 * What a new warning takes over from an earlier one: what the organisation usually says, and to whom. The text, the times, and how
 * bad, how soon and how sure it is are those of one event alone.
 */
export function begunFrom(warning: Warning): Partial<Draft> {
  const { language, trigger, countries, subdivisions, languages, grounds, asks, terms, ...others } = draftOf(
    warning,
    '',
  );
  const { tlp, sharing, organisations, withholdIssuer } = others;
  const said = { language, trigger, countries, subdivisions, languages, grounds, asks, terms };
  return { ...said, tlp, sharing, organisations, withholdIssuer };
}
