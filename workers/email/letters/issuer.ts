import type { Acknowledgement } from '../../../core/domain/acknowledgement.ts';
import type { Fact, Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';
import type { WantedMail } from '../wanted.ts';
import { nameOfTeam, surroundings } from './about-warning.ts';

/** The first platform has answered: whoever raised the warning hears that somebody listens. */
export function firstAnswerLetter(mail: WantedMail, answers: readonly Acknowledgement[], publicUrl: string): Letter {
  const { book } = mail;
  return news(mail, publicUrl, {
    heading: book.say('warning.issuer.firstAnswer'),
    paragraphs: [book.say('warning.issuer.othersMayFollow'), book.say('warning.issuer.oneMail')],
    facts: answered(answers).map((one) => outcome(mail, one)),
  });
}

/** The warning is over: what every platform made of it. */
export function outcomesLetter(mail: WantedMail, answers: readonly Acknowledgement[], publicUrl: string): Letter {
  const { book } = mail;
  const given = answered(answers);
  const silent = answers.filter(({ expected, state }) => expected && state === 'pending');
  const ended = mail.warning.snapshot.state === 'cancelled' ? 'cancelled' : 'expired';
  return news(mail, publicUrl, {
    heading: book.say('warning.issuer.outcomes'),
    paragraphs: [
      [
        book.say(`warning.issuer.${ended}`),
        ...tally(book, {
          given: given.length,
          asked: answers.filter(({ expected }) => expected).length,
          silent: silent.length,
        }),
      ].join(' '),
    ],
    facts: [...given, ...silent].map((one) => outcome(mail, one)),
  });
}

/** Of a warning that may not be told of by mail, no outcome is either. */
function news(mail: WantedMail, publicUrl: string, told: Pick<Letter, 'heading' | 'paragraphs' | 'facts'>): Letter {
  const common = surroundings(mail, publicUrl);
  const subject = `Re: ${common.subject}`;
  if (mail.discloses === 'waiting') {
    return { ...common, subject, heading: mail.book.say('warning.issuer.hidden'), paragraphs: [] };
  }
  return { ...common, ...told, subject, facts: [...told.facts, ...common.facts] };
}

function answered(answers: readonly Acknowledgement[]): Acknowledgement[] {
  return answers.filter(({ state }) => state !== 'pending');
}

function tally(book: Phrasebook, { given, asked, silent }: { given: number; asked: number; silent: number }): string[] {
  if (given === 0) return [book.say(asked === 0 ? 'warning.issuer.noneExpected' : 'warning.issuer.noneAnswered')];
  return [
    book.say('warning.issuer.answered', { count: given }),
    silent === 0 ? book.say('warning.issuer.noneSilent') : book.say('warning.issuer.silent', { count: silent }),
  ];
}

function outcome({ directory, book }: WantedMail, { state, reason, measures, ...team }: Acknowledgement): Fact {
  const answer =
    state === 'pending' ? book.say('warning.escalation.unanswered') : book.say(`codes.acknowledgementState.${state}`);
  const details = [
    ...measures.map((code) => book.say(`codes.measures.${code}`)),
    ...(reason === null ? [] : [book.say(`codes.reason.${reason}`)]),
  ];
  const value = details.length === 0 ? answer : book.paired(answer, book.inRow(details));
  return { label: nameOfTeam(directory, book, team), value };
}
