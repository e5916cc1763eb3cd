import { v7 as uuidv7 } from 'uuid';
import type { AcknowledgementRequest } from '../../contract/acknowledgement.ts';
import { faultSentences, filled } from '../../contract/sentences.ts';
import { answer, awaiting, type Acknowledgement } from '../../domain/acknowledgement.ts';
import type { NewEvent } from '../../domain/log.ts';
import type { Caller, Team } from '../../domain/organisation.ts';
import { Refusal, invalidBody } from '../../domain/refusal.ts';
import { acknowledgementsOf, answersOf, type AnswerEntry, type StandingAcknowledgement } from '../acknowledgements.ts';
import type { Command, Unit } from '../unit.ts';
import type { LoadedWarning } from '../warnings.ts';
import { saveAcknowledgements } from './acknowledgement-row.ts';
import { endEscalations } from './escalation-end.ts';
import { tellIssuer } from './tell-issuer.ts';
import { visibleWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/** An answer as it stands, and how it came to be. */
export interface Answer extends StandingAcknowledgement {
  readonly warning: LoadedWarning;
  readonly answers: readonly AnswerEntry[];
}

/** Answers a warning for one team; ends that team's escalation. @throws Refusal not-found, state-conflict, invalid-request */
export function acknowledgeWarning(caller: Caller, id: string, sent: AcknowledgementRequest): Command<Answer> {
  return async (unit) => {
    const warning = await visibleWarning(unit, caller, id);
    refuseMarked(warning.access);
    const { team, standing } = await answeringTeam(unit, caller, id, sent.team);
    return answerFor(unit, { warning, team, standing, by: actorOf(caller), mail: null }, sent);
  };
}

/** For whom an answer is given, and by whom. */
interface Answering {
  readonly warning: LoadedWarning;
  readonly team: Team;
  readonly standing: StandingAcknowledgement | undefined;
  readonly by: NewEvent['actor'];
  /** The delivery of the mail by whose link; null: signed in, or a key. */
  readonly mail: string | null;
}

/** Gives a team's answer to a warning that whoever answers may see. @throws Refusal state-conflict, invalid-request */
export async function answerFor(unit: Unit, answering: Answering, sent: AcknowledgementRequest): Promise<Answer> {
  const { warning, team, standing, by, mail } = answering;
  const { id, revision } = warning.snapshot;
  const before = standing?.acknowledgement ?? awaiting(id, team.id, team.organisationId, revision, unit.at, false);
  const after = answer(before, sent, revision, unit.at);
  if (!after) {
    const escalation = standing?.escalation ?? null;
    return { warning, acknowledgement: before, escalation, answers: await answersOf(unit.sql, id, team.id) };
  }
  await saveAcknowledgements(unit, [after]);
  const entry = await insertAnswer(unit, after, by.memberId, mail);
  const { note: _, assignee: __, ...codes } = after;
  const event = warningEvent('acknowledgement.changed', warning.snapshot, by, {
    answer: entry,
    acknowledgement: codes,
    escalation: null,
    from: before.state,
    ...(mail === null ? {} : { mail }),
  });
  unit.append(event);
  await endEscalations(unit, { warningId: id, teamIds: [team.id], reason: 'answered', eventId: event.id });
  if (await isFirstAnswer(unit, id, entry)) await tellIssuer(unit, warning, 'first-answer', event.id);
  return { warning, acknowledgement: after, escalation: null, answers: await answersOf(unit.sql, id, team.id) };
}

/** Only a platform answers, and none is ever shown the marking alone. */
function refuseMarked(access: string): void {
  if (access === 'marked') throw new Refusal('kind-not-allowed', 'Only platforms answer warnings.');
}

/**
 * The team that answers: the one named; or the only expected one that the caller belongs to; or its first.
 * @throws Refusal invalid-request at /team
 */
export async function answeringTeam(
  unit: Unit,
  caller: Caller,
  warningId: string,
  named: string | undefined,
): Promise<{ team: Team; standing: StandingAcknowledgement | undefined }> {
  const own = unit.directory.teams.get(caller.organisation.id) ?? [];
  const mine = own.filter(({ id }) => caller.teams.some((team) => team.id === id));
  const standing = await acknowledgementsOf(
    unit.sql,
    [warningId],
    mine.map(({ id }) => id),
  );
  const of = (team: Team) => standing.find(({ acknowledgement }) => acknowledgement.teamId === team.id);
  if (named !== undefined) {
    const team = mine.find(({ id }) => id === named);
    if (!team) throw invalidBody([{ pointer: '/team', message: 'This is no team of yours.' }]);
    return { team, standing: of(team) };
  }
  const expected = mine.filter((team) => of(team)?.acknowledgement.expected);
  if (expected.length > 1) {
    const names = expected.map(({ name, id }) => `${name} (${id})`).join(', ');
    throw invalidBody([{ pointer: '/team', message: filled(faultSentences.severalTeams, { names }) }]);
  }
  const team = expected[0] ?? mine[0];
  if (!team) throw invalidBody([{ pointer: '/team', message: 'You belong to no team.' }]);
  return { team, standing: of(team) };
}

async function isFirstAnswer(unit: Unit, warningId: string, entry: string): Promise<boolean> {
  const { rows } = await unit.sql.query('SELECT 1 FROM answer WHERE warning_id = $1 AND id <> $2 LIMIT 1', [
    warningId,
    entry,
  ]);
  return rows.length === 0;
}

async function insertAnswer(
  unit: Unit,
  after: Acknowledgement,
  memberId: string | null,
  mail: string | null,
): Promise<string> {
  const id = uuidv7();
  await unit.sql.query(
    `INSERT INTO answer (id, warning_id, team_id, organisation_id, member_id, state, revision, reason, measures, note, assignee, at,
       delivery_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      after.warningId,
      after.teamId,
      after.organisationId,
      memberId,
      after.state,
      after.revision,
      after.reason,
      after.measures,
      after.note,
      after.assignee,
      unit.at,
      mail,
    ],
  );
  return id;
}
