import { acknowledgementStates, measures, reasons } from '../../../core/contract/vocabularies.ts';
import type { Acknowledgement } from '../../../core/domain/acknowledgement.ts';
import type { Fact, Letter } from '../letter.ts';
import { listed } from '../phrases.ts';
import type { WantedMail } from '../wanted.ts';
import { nameOfTeam, surroundings } from './about-warning.ts';

/** The first platform has answered: whoever raised the warning hears that somebody listens. */
export function firstAnswerLetter(mail: WantedMail, answers: readonly Acknowledgement[], publicUrl: string): Letter {
  return news(mail, publicUrl, {
    heading: 'A platform has answered your warning',
    paragraphs: [
      'It is the first; others may follow. What each of them does stands with the warning.',
      'You get one such mail for a warning, and one with the outcomes when it ends.',
    ],
    facts: answered(answers).map((one) => outcome(mail, one)),
  });
}

/** The warning is over: what every platform made of it. */
export function outcomesLetter(mail: WantedMail, answers: readonly Acknowledgement[], publicUrl: string): Letter {
  const given = answered(answers);
  const asked = answers.filter(({ expected }) => expected).length;
  const silent = answers.filter(({ expected, state }) => expected && state === 'pending');
  const ended = mail.warning.snapshot.state === 'cancelled' ? 'It was called off.' : 'It has expired.';
  return news(mail, publicUrl, {
    heading: 'What became of your warning',
    paragraphs: [`${ended} ${tally(given.length, asked, silent.length)}`],
    facts: [...given, ...silent].map((one) => outcome(mail, one)),
  });
}

/** Of a warning that may not be told of by mail, no outcome is either. */
function news(mail: WantedMail, publicUrl: string, told: Pick<Letter, 'heading' | 'paragraphs' | 'facts'>): Letter {
  const common = surroundings(mail, publicUrl);
  const subject = `Re: ${common.subject}`;
  if (mail.discloses === 'waiting') {
    return { ...common, subject, heading: 'There is news of a warning of yours', paragraphs: [] };
  }
  return { ...common, ...told, subject, facts: [...told.facts, ...common.facts] };
}

function answered(answers: readonly Acknowledgement[]): Acknowledgement[] {
  return answers.filter(({ state }) => state !== 'pending');
}

function tally(given: number, asked: number, silent: number): string {
  if (given === 0) return asked === 0 ? 'No platform was expected to answer it.' : 'No platform answered it.';
  const teams = `${given} team${given === 1 ? '' : 's'} answered`;
  return silent === 0 ? `${teams}; nobody who was expected to was silent.` : `${teams}, ${silent} did not.`;
}

function outcome({ directory }: WantedMail, one: Acknowledgement): Fact {
  const { teamId, organisationId, state, reason } = one;
  const value = [
    acknowledgementStates[state].label,
    ...(one.measures.length > 0 ? [listed(one.measures.map((code) => measures[code].label))] : []),
    ...(reason === null ? [] : [reasons[reason].label]),
  ].join(': ');
  return { label: nameOfTeam(directory, teamId, organisationId), value };
}
