import type { AnswerLink } from '../contract/answer-link.ts';
import { reasons } from '../contract/reasons.ts';
import type { Acknowledgement } from '../domain/acknowledgement.ts';
import { answerLinkDays, mayAnswerByLink, type Asked } from '../domain/answer-link.ts';
import type { Team } from '../domain/organisation.ts';
import { Refusal } from '../domain/refusal.ts';
import { acknowledgementsOf } from './acknowledgements.ts';
import type { EndReason } from './commands/escalation-end.ts';
import type { FiredStep } from './deliveries.ts';
import type { Unit } from './unit.ts';
import { loadWarning, type LoadedWarning } from './warnings.ts';

/** The link of an escalation's mail as it stands: what it may still do, and what about. */
export interface StandingLink {
  readonly state: AnswerLink['state'];
  readonly asked: Asked;
  readonly warning: LoadedWarning;
  readonly team: Team;
  readonly step: FiredStep;
  readonly acknowledgement: Acknowledgement;
  /** A step after this one has fired. */
  readonly passed: boolean;
  /** A step after this one has fired, or may. */
  readonly passes: boolean;
}

interface MailRow extends Asked {
  warningId: string;
  content: string;
  createdAt: Date;
  used: boolean;
  endReason: EndReason | null;
}

/** One sentence for every link that opens nothing: nobody learns why. */
export const noLink = (): Refusal => new Refusal('not-found', reasons.answerLink);

/** How the link of a mail stands. @throws Refusal not-found where it opens nothing to whoever it was mailed to */
export async function standingLink(
  { sql, directory, now }: Pick<Unit, 'sql' | 'directory' | 'now'>,
  deliveryId: string | undefined,
): Promise<StandingLink> {
  const mail = deliveryId === undefined ? undefined : await mailOf(sql, deliveryId);
  if (!mail || mail.createdAt.getTime() + answerLinkDays * 86_400_000 <= now.getTime()) throw noLink();
  const warning = await loadWarning(sql, mail.warningId);
  const team = directory.teamById.get(mail.teamId ?? '');
  if (!warning || !team || !mayAnswerByLink(directory, warning.history, mail)) throw noLink();
  const [standing] = await acknowledgementsOf(sql, [mail.warningId], [team.id]);
  if (!standing) throw noLink();
  const { acknowledgement } = standing;
  const step = JSON.parse(mail.content) as FiredStep;
  const later = await laterSteps(sql, step);
  return {
    state: stateOf(mail, warning, acknowledgement),
    asked: mail,
    warning,
    team,
    step,
    acknowledgement,
    ...later,
  };
}

async function mailOf(sql: Unit['sql'], deliveryId: string): Promise<MailRow | undefined> {
  const { rows } = await sql.query<MailRow>(
    `SELECT recipient, delivery.organisation_id AS "organisationId", member_id AS "memberId", delivery.team_id AS "teamId",
       delivery.warning_id AS "warningId", content, delivery.created_at AS "createdAt", answered_at IS NOT NULL AS used,
       end_reason AS "endReason"
     FROM delivery JOIN escalation ON escalation.id = (content::json ->> 'escalation')::uuid
     WHERE delivery.id = $1 AND kind = 'escalation'`,
    [deliveryId],
  );
  return rows[0];
}

async function laterSteps(
  sql: Unit['sql'],
  { escalation, step }: FiredStep,
): Promise<{ passed: boolean; passes: boolean }> {
  const { rows } = await sql.query<{ passed: boolean | null; passes: boolean }>(
    `SELECT coalesce(bool_or(state = 'fired'), false) AS passed, count(*) > 0 AS passes FROM escalation_firing
     WHERE escalation_id = $1 AND step > $2 AND repeat = 0`,
    [escalation, step],
  );
  return { passed: rows[0]?.passed ?? false, passes: rows[0]?.passes ?? false };
}

function stateOf(
  { endReason, used }: MailRow,
  { snapshot }: LoadedWarning,
  { state }: Acknowledgement,
): StandingLink['state'] {
  // What a list of people may know of is answered by those who showed that they are on it.
  if (snapshot.content.tlp === 'TLP:RED') return 'signed-in';
  if (endReason === 'answered' && state !== 'pending') return 'answered';
  if (endReason !== null) return 'over';
  return used ? 'used' : 'open';
}
