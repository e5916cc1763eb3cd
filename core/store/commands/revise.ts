import { v7 as uuidv7 } from 'uuid';
import type { RevisionRequest } from '../../contract/warning.ts';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import { mayRaise } from '../../domain/access.ts';
import { awaiting, reconsider, type Acknowledgement } from '../../domain/acknowledgement.ts';
import { accessNow, isWithdrawnFrom, type WarningHistory } from '../../domain/audience.ts';
import { expectedTeams, newlyAdmitted, organisationReader, policyOf, type Directory } from '../../domain/directory.ts';
import { chases, escalates } from '../../domain/escalation.ts';
import type { NewEvent } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { reopenedTeams } from '../../domain/reopening.ts';
import { same } from '../../domain/same.ts';
import {
  markedRevision,
  redactionsCarried,
  reopens as reopensWhom,
  revise,
  type Revised,
  type WarningContent,
  type WarningSnapshot,
} from '../../domain/warning.ts';
import { acknowledgementsOf } from '../acknowledgements.ts';
import type { Command, Unit } from '../unit.ts';
import type { LoadedWarning } from '../warnings.ts';
import { saveAcknowledgements } from './acknowledgement-row.ts';
import { endEscalations } from './escalation-end.ts';
import { ownWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';
import { markingColumns, revisionRow } from './warning-rows.ts';

/**
 * Revises a warning: a new revision, the teams expected decided anew, those reopened that the contract says.
 * @param ifMatch the revisions that the caller may mean, or "*"
 * @throws Refusal not-found, not-issuer, revision-stale, warning-not-active, nothing-changed, invalid-request
 */
export function reviseWarning(
  caller: Caller,
  id: string,
  sent: RevisionRequest,
  ifMatch: readonly number[] | '*',
): Command<LoadedWarning> {
  return async (unit) => {
    const { snapshot, history } = await ownWarning(unit, caller, id);
    if (ifMatch !== '*' && !ifMatch.includes(snapshot.revision)) {
      throw new Refusal('revision-stale', filled(reasons.revisionNewer, { revision: snapshot.revision }), {
        revision: snapshot.revision,
      });
    }
    const known = (organisation: string): boolean => unit.directory.organisations.has(organisation);
    const revised = revise(snapshot, sent, caller.scopes, unit.now, known);
    const after: WarningSnapshot = {
      ...snapshot,
      revision: snapshot.revision + 1,
      content: revised.content,
      updatedAt: unit.at,
      redactions: redactionsCarried(snapshot.redactions, revised.changed),
    };
    const grown: WarningHistory = {
      ...history,
      revisions: [...history.revisions, markedRevision(after.revision, after.status, after.content)],
    };
    checkBrake(unit, snapshot, grown, revised);
    await save(unit, after);
    const teams = await reconsiderTeams(unit, snapshot, grown, revised);
    await saveAcknowledgements(unit, teams.changed);
    await insertReopenings(unit, teams.reopened);
    const { changed, correction } = revised;
    const data = { changed, reopened: teams.reopened.length > 0, correction };
    const event = warningEvent('warning.revised', after, actorOf(caller), data);
    unit.append(event);
    withdraw(unit, after, grown, actorOf(caller));
    await endWhatRuns(unit, after, teams.lost, event.id);
    return { snapshot: after, history: grown };
  };
}

/** While the coordinator's brake is on, nothing more is asked of anybody, and nobody is told who was not before. */
function checkBrake({ directory }: Unit, before: WarningSnapshot, history: WarningHistory, revised: Revised): void {
  const issuer = directory.organisations.get(before.issuerId);
  const refusal = issuer && mayRaise(issuer);
  if (!refusal) return;
  if (reopensWhom(before.content, revised) !== 'none' || newlyAdmitted(directory, history).length > 0) throw refusal;
}

async function save(unit: Unit, after: WarningSnapshot): Promise<void> {
  const columns = Object.entries({ revision: after.revision, updated_at: unit.at, ...markingColumns(after.content) });
  await unit.sql.query(
    `UPDATE warning SET ${columns.map(([name], index) => `${name} = $${index + 2}`).join(', ')} WHERE id = $1`,
    [after.id, ...columns.map(([, value]) => value)],
  );
  // Not left to the end of the commit: another command of the same commit may revise what this one wrote.
  const row = Object.entries(revisionRow(after, unit.at));
  await unit.sql.query(
    `INSERT INTO warning_revision (${row.map(([name]) => name).join(', ')}) VALUES (${row.map((_, index) => `$${index + 1}`).join(', ')})`,
    row.map(([, value]) => value),
  );
  if (after.redactions.length === 0) return;
  await unit.sql.query(
    `INSERT INTO redaction (id, warning_id, revision, members, reason, at)
     SELECT id, $2, $3, members, reason, at
     FROM json_to_recordset($1::json) AS carried (id uuid, members text[], reason text, at timestamptz)`,
    [JSON.stringify(after.redactions.map((one) => ({ id: uuidv7(), ...one }))), after.id, after.revision],
  );
}

/** How teams stand after a revision: what of it is to be written, and who loses the warning while it waits for them. */
interface Reconsideration {
  readonly changed: readonly Acknowledgement[];
  readonly reopened: readonly Acknowledgement[];
  readonly lost: readonly Acknowledgement[];
}

/** Decides anew who is expected, and reopens answers. */
async function reconsiderTeams(
  unit: Unit,
  before: WarningSnapshot,
  history: WarningHistory,
  revised: Revised,
): Promise<Reconsideration> {
  const { directory, at } = unit;
  const revision = before.revision + 1;
  const again = reopenedTeams(directory, before, history, revised);
  const standing = await acknowledgementsOf(unit.sql, [before.id]);
  const expected = new Map(expectedTeams(directory, history).map((team) => [team.id, team]));
  const pairs = standing.map(({ acknowledgement: had, escalation }) => {
    const { teamId } = had;
    const admitted = isAdmitted(directory, history, had.organisationId);
    const reopens = again === 'every' || again.has(teamId);
    const chasedAnew = escalation === null && isChasedAnew(directory, teamId, before.content, revised.content);
    const situation = { expected: expected.has(teamId), admitted, reopens, chasedAnew };
    return { had, now: reconsider(had, situation, revision, at), admitted };
  });
  for (const { had } of pairs) expected.delete(had.teamId);
  const begun = [...expected.values()].map((team) => awaiting(before.id, team.id, team.organisationId, revision, at));
  return {
    changed: [...pairs.filter(({ had, now }) => !same(had, now)).map(({ now }) => now), ...begun],
    reopened: pairs.filter(({ had, now }) => had.state !== now.state).map(({ now }) => now),
    lost: pairs.filter(({ had, admitted }) => had.state === 'pending' && !admitted).map(({ now }) => now),
  };
}

/** Whether nothing of a team's policy was for the warning as it was, and something is for what it is now. */
function isChasedAnew(directory: Directory, teamId: string, before: WarningContent, after: WarningContent): boolean {
  return (
    !chases(policyOf(directory, teamId, before.severity), before) &&
    chases(policyOf(directory, teamId, after.severity), after)
  );
}

function isAdmitted(directory: Directory, history: WarningHistory, organisationId: string): boolean {
  const organisation = directory.organisations.get(organisationId);
  return organisation !== undefined && accessNow(history, organisationReader(organisation)) !== 'none';
}

/** The history of an answer shows that it was reopened; by the network, so that a withheld issuer stays withheld. */
async function insertReopenings(unit: Unit, reopened: readonly Acknowledgement[]): Promise<void> {
  const [one] = reopened;
  if (!one) return;
  await unit.sql.query(
    `INSERT INTO answer (id, warning_id, team_id, state, revision, at)
     SELECT id, $3, team_id, 'pending', $4, $5 FROM unnest($1::uuid[], $2::uuid[]) AS reopened (id, team_id)`,
    [reopened.map(() => uuidv7()), reopened.map(({ teamId }) => teamId), one.warningId, one.revision, unit.at],
  );
}

/** Tells those who lose the warning, once; who is suspended as well, on coming back. */
function withdraw(unit: Unit, after: WarningSnapshot, history: WarningHistory, by: NewEvent['actor']): void {
  const readers = [...unit.directory.organisations.values()]
    .map((organisation) => organisationReader({ ...organisation, suspended: false }))
    .flatMap((reader) => [reader, { ...reader, red: false }]);
  if (readers.some((reader) => isWithdrawnFrom(history, after.revision, reader))) {
    unit.append(warningEvent('warning.withdrawn', after, by));
  }
}

/** Ends what runs for teams that lost the warning, and what runs for any team once the warning is of the past. */
async function endWhatRuns(
  unit: Unit,
  { id: warningId, state, content: { urgency } }: WarningSnapshot,
  lost: readonly Acknowledgement[],
  eventId: string,
): Promise<void> {
  const isSuspended = ({ organisationId }: Acknowledgement) =>
    unit.directory.organisations.get(organisationId)?.suspended === true;
  for (const reason of ['suspended', 'no-longer-admitted'] as const) {
    const teams = lost.filter((one) => isSuspended(one) === (reason === 'suspended'));
    await endEscalations(unit, { warningId, teamIds: teams.map(({ teamId }) => teamId), reason, eventId });
  }
  if (!escalates({ state, urgency })) {
    await endEscalations(unit, { warningId, teamIds: null, reason: 'past', eventId });
  }
}
