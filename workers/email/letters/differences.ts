import type { Ask, Certainty, Ground, Severity, Trigger, Urgency } from '../../../core/contract/vocabularies.ts';
import type { Difference } from '../../../core/domain/difference.ts';
import { inClauses } from '../languages/languages.ts';
import type { Fact } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/** A difference in words: "Severity: Moderate → Severe", "Where: added: Austria". Terms and references are not quoted: what incites does not leave by mail. */
export function differenceFact(book: Phrasebook, difference: Difference): Fact {
  return { label: book.say(`warning.fact.${labelOf(difference.member)}`), value: valueOf(book, difference) };
}

function valueOf(book: Phrasebook, difference: Difference): string {
  switch (difference.type) {
    case 'code':
      return `${codeOf(book, difference.member, difference.from)} → ${codeOf(book, difference.member, difference.to)}`;
    case 'list': {
      const { member, added, removed } = difference;
      return inClauses(book.language, [
        ...(added.length > 0 ? [book.say('subscriber.digest.added', { names: namesOf(book, member, added) })] : []),
        ...(removed.length > 0
          ? [book.say('subscriber.digest.removed', { names: namesOf(book, member, removed) })]
          : []),
      ]);
    }
    default:
      return book.say(`subscriber.digest.${isText(difference.member) ? 'rewritten' : 'amended'}`);
  }
}

function isText(member: Member<'text'>): boolean {
  return member === 'headline' || member === 'description' || member === 'instruction';
}

function labelOf(member: Difference['member']) {
  switch (member) {
    case 'trigger':
    case 'grounds':
      return 'what';
    case 'onset':
    case 'expires':
      return 'when';
    case 'countries':
      return 'where';
    default:
      return member;
  }
}

type Member<Type extends Difference['type']> = Extract<Difference, { type: Type }>['member'];

function codeOf(book: Phrasebook, member: Member<'code'>, code: string): string {
  switch (member) {
    case 'severity':
      return book.say(`codes.severity.${code as Severity}.label`);
    case 'urgency':
      return book.say(`codes.urgency.${code as Urgency}`);
    case 'certainty':
      return book.say(`codes.certainty.${code as Certainty}`);
    case 'trigger':
      return book.say(`codes.trigger.${code as Trigger}`);
    default:
      return book.moment(code);
  }
}

function namesOf(book: Phrasebook, member: Member<'list'>, codes: readonly string[]): string {
  switch (member) {
    case 'countries':
      return book.places(codes);
    case 'languages':
      return book.languageNames(codes);
    case 'grounds':
      return book.inRow(codes.map((code) => book.say(`codes.grounds.${code as Ground}`)));
    default:
      return book.inRow(codes.map((code) => book.say(`codes.asks.${code as Ask}`)));
  }
}
