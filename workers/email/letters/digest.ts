import type { Digest, DigestItem, DigestWarningShown, News } from '../../../core/domain/digest.ts';
import { isTighter } from '../../../core/domain/tlp.ts';
import { inClauses } from '../languages/languages.ts';
import { plainLetter, type Entry, type Fact, type Letter, type Section } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';
import { differenceFact } from './differences.ts';
import { issuersWords, titleOf } from './issuers-words.ts';

interface Told {
  readonly digest: Digest;
  /** When its reader was told last. */
  readonly since: string;
  readonly more: boolean;
  /** Who raised a warning; null: they chose not to be named. */
  readonly nameOf: (warning: DigestWarningShown) => string | null;
  readonly preferencesUrl: string;
  readonly unsubscribeUrl: string;
}

/** What happened since somebody without an account was mailed last. Neither subject nor heading quotes what people wrote. */
export function digestLetter(book: Phrasebook, told: Told): Letter {
  const { groups, ahead } = told.digest;
  const items = groups.flatMap((group) => group.items);
  const heading = book.say('subscriber.digest.heading', { since: book.moment(told.since) });
  return plainLetter({
    language: book.language,
    heading,
    subject: `[${tlpOf(items)}] ${heading}`,
    marking: { label: tlpOf(items), definition: book.say(`codes.tlp.${tlpOf(items)}`) },
    paragraphs: told.more ? [book.say('subscriber.digest.more')] : [],
    sections: [
      ...groups.map(({ country, items: within }) => ({
        heading: capitalised(book, book.places(country === null ? [] : [country])),
        entries: within.map((item) => entryOf(book, item, told.nameOf(item))),
      })),
      ...aheadSections(book, ahead),
    ],
    action: { label: book.say('subscriber.digest.action'), url: told.preferencesUrl },
    notes: [
      book.say('warning.note.notANotice'),
      book.say('subscriber.digest.why'),
      book.say('subscriber.digest.end', { url: told.unsubscribeUrl }),
    ],
  });
}

/** The strictest of what it quotes. */
function tlpOf(items: readonly DigestItem[]): 'TLP:CLEAR' | 'TLP:GREEN' {
  return items.some(({ content }) => isTighter('TLP:CLEAR', content.tlp)) ? 'TLP:GREEN' : 'TLP:CLEAR';
}

function entryOf(book: Phrasebook, item: DigestItem, issuer: string | null): Entry {
  const { content, news } = item;
  const severity = book.paired(book.say('warning.fact.severity'), book.say(`codes.severity.${content.severity}.label`));
  return {
    title: titleOf(content, book),
    lead: [...drill(book, item), book.say(`subscriber.digest.${news}`), severity].join(' · '),
    paragraphs: leadsOf(book, news),
    facts: [...factsOf(book, item), fact(book, 'issuer', issuer ?? book.say('warning.withheld'))],
  };
}

/** What its end means for those who relied on it. */
function leadsOf(book: Phrasebook, news: News): string[] {
  if (news === 'called-off') return [book.say('warning.news.cancelledLead')];
  return news === 'retracted' ? [book.say('warning.news.retractedLead')] : [];
}

/** How it stands; what changed of that in brackets, and what else changed before it. Of what is over only where else it was. */
function factsOf(book: Phrasebook, { content, news, differences }: DigestItem): Fact[] {
  const where = fact(book, 'where', book.places(content.countries));
  if (news !== 'new' && news !== 'changed') return content.countries.length > 1 ? [where] : [];
  const concerned = book.inRow(content.grounds.map((code) => book.say(`codes.grounds.${code}`)));
  const standing = [
    fact(book, 'what', book.paired(book.say(`codes.trigger.${content.trigger}`), concerned)),
    where,
    fact(book, 'when', span(book, content)),
  ];
  const changes = differences.map((difference) => differenceFact(book, difference));
  return [
    ...changes.filter(({ label }) => standing.every((one) => one.label !== label)),
    ...standing.map((one) => {
      const changed = changes.filter(({ label }) => label === one.label).map(({ value }) => value);
      return changed.length === 0 ? one : { ...one, value: `${one.value} (${inClauses(book.language, changed)})` };
    }),
    ...(news === 'new' ? issuersWords(content, book).body : []),
  ];
}

function aheadSections(book: Phrasebook, ahead: readonly DigestWarningShown[]): Section[] {
  if (ahead.length === 0) return [];
  const entries = ahead.map((warning) => {
    const { countries, onset } = warning.content;
    const lead = [...drill(book, warning), capitalised(book, book.places(countries, 3)), book.moment(onset)].join(
      ' · ',
    );
    return { title: titleOf(warning.content, book), lead, paragraphs: [], facts: [] };
  });
  return [{ heading: book.say('subscriber.digest.ahead'), entries }];
}

function fact(book: Phrasebook, name: 'what' | 'where' | 'when' | 'issuer', value: string): Fact {
  return { label: book.say(`warning.fact.${name}`), value };
}

function capitalised({ language }: Phrasebook, words: string): string {
  return words.slice(0, 1).toLocaleUpperCase(language) + words.slice(1);
}

function drill(book: Phrasebook, { status }: DigestWarningShown): string[] {
  return status === 'actual' ? [] : [book.say(`warning.drill.${status}`)];
}

function span(book: Phrasebook, { onset, expires }: { readonly onset: string; readonly expires: string }): string {
  return book.say('warning.fact.fromUntil', { from: book.moment(onset), until: book.moment(expires) });
}
