import type { Target } from '../../../core/contract/escalation-policy.ts';
import type { Missed } from '../../../core/domain/recipients.ts';
import type { FiredStep } from '../../../core/store/deliveries.ts';
import { plainLetter, type Fact, type Letter } from '../letter.ts';
import type { WantedMail } from '../wanted.ts';
import { organisationName, surroundings, teamName } from './about-warning.ts';

/**
 * A step of an escalation. Its first screen says what waits, for how long, and which step this is.
 * @param answerUrl where its reader answers without signing in; null: they may not
 */
export function escalationLetter(
  mail: WantedMail,
  fired: FiredStep,
  { publicUrl, answerUrl }: { readonly publicUrl: string; readonly answerUrl: string | null },
): Letter {
  const { book } = mail;
  const common = surroundings(mail, publicUrl);
  return {
    ...common,
    ...(answerUrl === null ? {} : { action: { label: book.say('warning.escalation.action'), url: answerUrl } }),
    heading: book.say('warning.escalation.heading'),
    paragraphs: [],
    facts: [...waited(mail, fired), ...common.facts],
    further: [
      answerUrl === null
        ? book.say('warning.escalation.answer')
        : book.say('warning.escalation.byLink', { url: common.action.url }),
      ...(fired.heldSince === null
        ? []
        : [book.say('warning.escalation.held', { since: book.moment(fired.heldSince) })]),
      ...(fired.late ? [book.say('warning.escalation.late')] : []),
      ...(fired.detour === null ? [] : [book.say('warning.escalation.detour')]),
    ],
  };
}

/** A step whose mails all came back: told to those who can mend the policy, or else to the coordinator. */
export function unreachedLetter(mail: WantedMail, fired: FiredStep, publicUrl: string): Letter {
  const { book, directory, delivery } = mail;
  const own = directory.teamById.get(delivery.teamId ?? '')?.organisationId === delivery.organisationId;
  const common = surroundings(mail, publicUrl);
  return {
    ...common,
    heading: book.say(own ? 'warning.unreached.own' : 'warning.unreached.other'),
    paragraphs: [
      book.say('warning.unreached.undelivered'),
      book.say(own ? 'warning.unreached.ownRemedy' : 'warning.unreached.otherRemedy'),
    ],
    facts: [...waited(mail, fired), ...common.facts],
    further: [
      own
        ? book.say('warning.unreached.ownWhy')
        : book.say('warning.unreached.otherWhy', { organisation: organisationName(mail) }),
    ],
  };
}

/** A target that tells nobody: told to those who can mend the policy, while the escalation goes on without it. */
export function missedLetter(mail: WantedMail, missed: FiredStep & Missed, publicUrl: string): Letter {
  const { book } = mail;
  const common = surroundings(mail, publicUrl);
  return {
    ...common,
    heading: book.say('warning.missed.heading'),
    paragraphs: [book.say('warning.missed.goesOn')],
    facts: [
      { label: book.say('warning.missed.target'), value: targetName(mail, missed.target) },
      { label: book.say('warning.missed.because'), value: book.say(`warning.missed.${missed.reason}`) },
      ...waited(mail, missed),
      ...common.facts,
    ],
    further: [book.say('warning.missed.why')],
  };
}

/** What of a team's policy tells nobody, before a warning waits: told to those who can mend it. */
export function policyGapLetter(
  { book, directory }: Pick<WantedMail, 'book' | 'directory'>,
  team: string,
  gaps: readonly Missed[],
  publicUrl: string,
): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say('warning.missed.heading'),
    paragraphs: [book.say('account.policyGap.what'), book.say('account.policyGap.do')],
    facts: [
      { label: book.say('warning.escalation.team'), value: team },
      ...gaps.flatMap(({ target, reason }) => [
        { label: book.say('warning.missed.target'), value: targetName({ book, directory }, target) },
        { label: book.say('warning.missed.because'), value: book.say(`warning.missed.${reason}`) },
      ]),
    ],
    action: { label: book.say('account.open'), url: `${publicUrl}/organisation/escalation` },
    notes: [book.say('account.policyGap.why')],
  });
}

function targetName({ directory, book }: Pick<WantedMail, 'book' | 'directory'>, target: Target): string {
  switch (target.type) {
    case 'member':
      return directory.members.get(target.id)?.name ?? book.say('warning.missed.left');
    case 'role':
      return book.say('warning.missed.role', { role: book.say(`codes.role.${target.role}.label`) });
    case 'email':
      return target.address;
    default:
      return book.say('warning.missed.outside');
  }
}

/** Who has left it unanswered, for how long, and how far the escalation has come. */
function waited(mail: WantedMail, { waitingSince, step, of, repeat }: FiredStep): Fact[] {
  const { book } = mail;
  const span = book.span(mail.delivery.now.getTime() - Date.parse(waitingSince));
  return [
    {
      label: book.say('warning.escalation.unanswered'),
      value: book.say('warning.escalation.since', { span, since: book.moment(waitingSince) }),
    },
    {
      label: book.say('warning.escalation.escalation'),
      value:
        repeat === 0
          ? book.say('warning.escalation.step', { step, of })
          : book.say('warning.escalation.repeat', { step, of, repeat }),
    },
    { label: book.say('warning.escalation.team'), value: teamName(mail) },
  ];
}
