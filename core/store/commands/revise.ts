import { v7 as uuidv7 } from 'uuid';
import type { RevisionRequest } from '../../contract/warning.ts';
import { awaiting, reopen, type Acknowledgement } from '../../domain/acknowledgement.ts';
import { access, accessNow, isWithdrawnFrom, type WarningHistory } from '../../domain/audience.ts';
import { expectedTeams, organisationReader, type Directory } from '../../domain/directory.ts';
import type { Caller } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { reopenedTeams } from '../../domain/reopening.ts';
import { markedRevision, revise, type Revised, type WarningSnapshot } from '../../domain/warning.ts';
import { acknowledgementsOf } from '../acknowledgements.ts';
import type { Command, Unit } from '../unit.ts';
import type { LoadedWarning } from '../warnings.ts';
import { saveAcknowledgement } from './acknowledgement-row.ts';
import { endEscalations } from './escalation-end.ts';
import { ownWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';
import { markingColumns, revisionRow } from './warning-rows.ts';

/**
 * Revises a warning: a new revision, the teams expected decided anew, those reopened that the contract says.
 * @param ifMatch the revision that the caller revises, or "*"
 * @throws Refusal not-found, not-issuer, revision-stale, warning-not-active, nothing-changed, invalid-request
 */
export function reviseWarning(
  caller: Caller,
  id: string,
  sent: RevisionRequest,
  ifMatch: number | '*',
): Command<LoadedWarning> {
  return async (unit) => {
    const { snapshot, history } = await ownWarning(unit, caller, id);
    if (ifMatch !== '*' && ifMatch !== snapshot.revision) {
      throw new Refusal(
        'revision-stale',
        `The warning is at revision ${snapshot.revision}; look at it, then revise that.`,
        {
          revision: snapshot.revision,
        },
      );
    }
    const known = (organisation: string): boolean => unit.directory.organisations.has(organisation);
    const revised = revise(snapshot, sent, caller.scopes, unit.now, known);
    const after: WarningSnapshot = {
      ...snapshot,
      revision: snapshot.revision + 1,
      content: revised.content,
      updatedAt: unit.at,
      redactions: [],
    };
    const grown: WarningHistory = {
      ...history,
      revisions: [...history.revisions, markedRevision(after.revision, after.status, after.content)],
    };
    await save(unit, after);
    const reopened = await decideExpected(unit, snapshot, after, grown, revised);
    const { changed, correction } = revised;
    const event = warningEvent('warning.revised', after, actorOf(caller), { changed, reopened, correction });
    unit.append(event);
    await withdraw(unit, after, grown, event.id, actorOf(caller));
    return { snapshot: after, history: grown };
  };
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
}

/** Decides anew who is expected, and reopens answers. Says whether any answer was reopened. */
async function decideExpected(
  unit: Unit,
  before: WarningSnapshot,
  after: WarningSnapshot,
  history: WarningHistory,
  revised: Revised,
): Promise<boolean> {
  const expected = new Map(expectedTeams(unit.directory, history).map((team) => [team.id, team]));
  const standing = new Map(
    (await acknowledgementsOf(unit.sql, [after.id])).map(({ acknowledgement }) => [
      acknowledgement.teamId,
      acknowledgement,
    ]),
  );
  const again = reopenedTeams(unit.directory, before, history, revised);
  let reopened = false;
  for (const had of standing.values()) {
    const admitted = isAdmitted(unit.directory, history, had.organisationId);
    const opens = had.state !== 'pending' && admitted && (again === 'every' || again.has(had.teamId));
    reopened ||= opens;
    await saveAcknowledgement(unit, decided(had, expected.has(had.teamId), opens, after.revision, unit.at));
    if (opens) await insertReopening(unit, had, after.revision);
  }
  for (const team of expected.values()) {
    if (standing.has(team.id)) continue;
    await saveAcknowledgement(unit, awaiting(after.id, team.id, team.organisationId, after.revision, unit.at));
  }
  return reopened;
}

function decided(
  had: Acknowledgement,
  expected: boolean,
  opens: boolean,
  revision: number,
  at: string,
): Acknowledgement {
  if (opens) {
    const open = reopen(had, revision, at);
    return expected ? open : { ...open, expected, waitingSince: null };
  }
  if (had.state !== 'pending') return { ...had, expected };
  // A team that starts to be expected starts to wait; one that waits goes on waiting, for the newest revision.
  const starts = expected && had.waitingSince === null;
  return { ...had, expected, revision, ...(starts ? { since: at, waitingSince: at } : {}) };
}

function isAdmitted(directory: Directory, history: WarningHistory, organisationId: string): boolean {
  const organisation = directory.organisations.get(organisationId);
  return organisation !== undefined && accessNow(history, organisationReader(organisation)) !== 'none';
}

/** The history of an answer shows that it was reopened; by the network, so that a withheld issuer stays withheld. */
async function insertReopening(unit: Unit, had: Acknowledgement, revision: number): Promise<void> {
  await unit.sql.query(
    `INSERT INTO answer (id, warning_id, team_id, state, revision, at) VALUES ($1, $2, $3, 'pending', $4, $5)`,
    [uuidv7(), had.warningId, had.teamId, revision, unit.at],
  );
}

/** Tells those who lose the warning, once, and ends what ran for them. */
async function withdraw(
  unit: Unit,
  after: WarningSnapshot,
  history: WarningHistory,
  revisedEventId: string,
  by: ReturnType<typeof actorOf>,
): Promise<void> {
  const organisations = [...unit.directory.organisations.values()];
  const readers = organisations.map(organisationReader).flatMap((reader) => [reader, { ...reader, red: false }]);
  if (readers.some((reader) => isWithdrawnFrom(history, after.revision, reader))) {
    unit.append(warningEvent('warning.withdrawn', after, by));
  }
  const newest = history.revisions.at(-1);
  const lost = organisations.filter(
    (organisation) => newest && access(history.issuerId, newest.marking, organisationReader(organisation)) === 'none',
  );
  const teamIds = lost.flatMap(({ id }) => (unit.directory.teams.get(id) ?? []).map((team) => team.id));
  if (teamIds.length === 0) return;
  await endEscalations(unit, { warningId: after.id, teamIds, reason: 'no-longer-admitted', eventId: revisedEventId });
}
