import type { Digest, DigestItem, DigestWarningShown } from '../../../core/domain/digest.ts';
import { isTighter } from '../../../core/domain/tlp.ts';
import { plainLetter, type Fact, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';
import { differenceFacts } from './differences.ts';
import { issuersWords } from './issuers-words.ts';

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
    facts: groups.flatMap(({ country, items: within }) =>
      within.flatMap((item) => itemFacts(book, country, item, told.nameOf(item))),
    ),
    action: { label: book.say('subscriber.digest.action'), url: told.preferencesUrl },
    details: ahead.map((warning) => aheadFact(book, warning)),
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

function itemFacts(book: Phrasebook, country: string | null, item: DigestItem, issuer: string | null): Fact[] {
  const { content, news, differences } = item;
  const words = issuersWords(content, book);
  const severity = book.say(`codes.severity.${content.severity}.label`);
  const label = [
    ...drill(book, item),
    book.places(country === null ? [] : [country]),
    book.say(`subscriber.digest.${news}`),
    severity,
  ].join(' · ');
  const fact = (name: 'what' | 'where' | 'when' | 'issuer', value: string): Fact => ({
    label: book.say(`warning.fact.${name}`),
    value,
  });
  const concerned = book.listed(content.grounds.map((code) => book.say(`codes.grounds.${code}`)));
  return [
    { ...words.headline, label },
    ...differences.flatMap((difference) => differenceFacts(book, difference)),
    fact('what', `${book.say(`codes.trigger.${content.trigger}`)}: ${concerned}`),
    fact('where', book.places(content.countries)),
    fact('when', span(book, content)),
    ...(news === 'new' ? words.body : []),
    fact('issuer', issuer ?? book.say('warning.withheld')),
  ];
}

function aheadFact(book: Phrasebook, warning: DigestWarningShown): Fact {
  const { content } = warning;
  const where = book.places(content.countries, 3);
  const label = [book.say('subscriber.digest.ahead'), ...drill(book, warning), where, book.moment(content.onset)];
  return { ...issuersWords(content, book).headline, label: label.join(' · ') };
}

function drill(book: Phrasebook, { status }: DigestWarningShown): string[] {
  return status === 'actual' ? [] : [book.say(`warning.drill.${status}`)];
}

function span(book: Phrasebook, { onset, expires }: { readonly onset: string; readonly expires: string }): string {
  return book.say('warning.fact.fromUntil', { from: book.moment(onset), until: book.moment(expires) });
}
