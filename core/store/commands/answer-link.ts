import type { MailedAnswer } from '../../contract/answer-link.ts';
import { reasons } from '../../contract/reasons.ts';
import { Refusal } from '../../domain/refusal.ts';
import { standingLink, type StandingLink } from '../answer-links.ts';
import type { Command, Unit } from '../unit.ts';
import { acknowledgementsOf } from '../acknowledgements.ts';
import { answerFor } from './acknowledge.ts';
import { fireNext } from './firing.ts';

const whyNot = {
  used: reasons.answerUsed,
  answered: reasons.answerGiven,
  over: reasons.answerOver,
  'signed-in': reasons.answerRed,
} as const;

/**
 * Answers by the link of an escalation's mail, once: takes the warning for the team, or fires the step after the mail's now, unless
 * one has fired already. @throws Refusal not-found, state-conflict
 */
export function useAnswerLink(deliveryId: string | undefined, state: MailedAnswer): Command<StandingLink> {
  return async (unit) => {
    // The mail may have been written by a command of the same commit.
    await unit.settle();
    const link = await standingLink(unit, deliveryId);
    const mail = deliveryId ?? '';
    if (link.state !== 'open')
      throw new Refusal('state-conflict', whyNot[link.state], { state: link.acknowledgement.state });
    if (state === 'acknowledged') await take(unit, link, mail);
    else await pass(unit, link, mail);
    await unit.sql.query('UPDATE delivery SET answered_at = $2 WHERE id = $1', [mail, unit.at]);
    return standingLink(unit, deliveryId);
  };
}

const actorOfLink = ({ asked: { organisationId, memberId } }: StandingLink) => ({ organisationId, memberId });

async function take(unit: Unit, link: StandingLink, mail: string): Promise<void> {
  const { warning, team } = link;
  const [standing] = await acknowledgementsOf(unit.sql, [warning.snapshot.id], [team.id]);
  await answerFor(unit, { warning, team, standing, by: actorOfLink(link), mail }, { state: 'acknowledged' });
}

async function pass(unit: Unit, link: StandingLink, mail: string): Promise<void> {
  if (link.passed) return;
  if (!link.passes) throw new Refusal('state-conflict', reasons.answerLast, { state: 'pending' });
  const next = { teamId: link.team.id, after: link.step.step };
  await fireNext(unit, link.warning, next, { actor: actorOfLink(link), mail });
}
