import type { Directory } from '../../../core/domain/directory.ts';
import type { Fact, Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';
import type { WantedMail } from '../wanted.ts';
import { issuersWords } from './issuers-words.ts';

/** What every mail about a warning has in common. */
export type Surroundings = Omit<Letter, 'heading' | 'paragraphs'>;

/**
 * Subject, marking, facts and link. The subject is the same for all mails of a warning to somebody, so that they stay one
 * thread, and never quotes: what people wrote may hold slurs, and a subject stands on locked screens.
 * @param publicUrl where people reach the network, without a trailing slash
 */
export function surroundings(mail: WantedMail, publicUrl: string): Surroundings {
  const { book, discloses } = mail;
  const { id, status, content } = mail.warning.snapshot;
  const tells = discloses !== 'waiting';
  const words = discloses === 'words' ? issuersWords(content, book) : null;
  return {
    language: book.language,
    subject: subjectOf(mail),
    banner:
      status === 'actual'
        ? null
        : `${book.say(`warning.drill.${status}`)} – ${book.say(`codes.status.${status}.definition`)}`,
    marking: { label: content.tlp, definition: book.say(`codes.tlp.${content.tlp}`) },
    facts: tells ? [...(words ? [words.headline] : []), ...factsOf(mail)] : [],
    action: { label: book.say('warning.open'), url: `${publicUrl}/warnings/${id}` },
    sections: [],
    further: [],
    details: tells ? [...(words?.body ?? []), ...detailsOf(mail)] : [],
    notes: [
      ...(tells ? [] : [book.say(content.tlp === 'TLP:RED' ? 'warning.note.red' : 'warning.note.outside')]),
      book.say('warning.note.notANotice'),
      book.say('warning.note.sentFor', { organisation: organisationName(mail) }),
    ],
  };
}

function subjectOf({ warning: { snapshot }, discloses, book }: WantedMail): string {
  const { tlp, severity, countries } = snapshot.content;
  const subject =
    discloses === 'waiting'
      ? book.say('warning.subject.waiting', { tlp })
      : book.say(`warning.subject.${severity}`, { tlp, places: book.places(countries, 3) });
  const { status } = snapshot;
  return status === 'actual' ? subject : book.paired(book.say(`warning.drill.${status}`), subject);
}

/** The organisation whose setting brought the mail. */
export function organisationName({ directory, delivery, book }: WantedMail): string {
  const team = directory.teamById.get(delivery.teamId ?? '');
  const organisation = directory.organisations.get(team?.organisationId ?? delivery.organisationId);
  return organisation?.name ?? book.say('warning.aMember');
}

/** The team that is to answer, named so that somebody outside its organisation knows whom. */
export function teamName({ directory, delivery, book }: WantedMail): string {
  return nameOfTeam(directory, book, { teamId: delivery.teamId ?? '', organisationId: delivery.organisationId });
}

/** A team by its organisation's name, and its own where that says more. */
export function nameOfTeam(
  directory: Directory,
  book: Phrasebook,
  { teamId, organisationId }: { readonly teamId: string; readonly organisationId: string },
): string {
  const team = directory.teamById.get(teamId);
  const known = directory.organisations.get(team?.organisationId ?? organisationId);
  const organisation = known?.name ?? book.say('warning.aMember');
  return !team || team.name === organisation ? organisation : `${organisation} (${team.name})`;
}

/** What, where, when and how severe: the first screen. */
function factsOf({ warning: { snapshot }, book }: WantedMail): Fact[] {
  const { severity, trigger, grounds, countries, onset, expires } = snapshot.content;
  const concerned = book.inRow(grounds.map((code) => book.say(`codes.grounds.${code}`)));
  const fact = factIn(book);
  return [
    fact(
      'severity',
      book.paired(book.say(`codes.severity.${severity}.label`), book.say(`codes.severity.${severity}.definition`)),
    ),
    fact('what', book.paired(book.say(`codes.trigger.${trigger}`), concerned)),
    fact('where', book.places(countries)),
    fact('when', book.say('warning.fact.fromUntil', { from: book.moment(onset), until: book.moment(expires) })),
  ];
}

function detailsOf({ warning: { snapshot }, book, issuerName }: WantedMail): Fact[] {
  const { languages, urgency, certainty, asks } = snapshot.content;
  const fact = factIn(book);
  return [
    fact('languages', book.languageNames(languages)),
    fact('urgency', book.say(`codes.urgency.${urgency}`)),
    fact('certainty', book.say(`codes.certainty.${certainty}`)),
    ...(asks.length > 0 ? [fact('asks', book.inRow(asks.map((code) => book.say(`codes.asks.${code}`))))] : []),
    fact('issuer', issuerName ?? book.say('warning.withheld')),
  ];
}

type FactName = 'severity' | 'what' | 'where' | 'when' | 'languages' | 'urgency' | 'certainty' | 'asks' | 'issuer';

function factIn(book: Phrasebook): (name: FactName, value: string) => Fact {
  return (name, value) => ({ label: book.say(`warning.fact.${name}`), value });
}
