import { v7 } from 'uuid';
import type { RedactionRequest } from '../../contract/warning.ts';
import type { Caller } from '../../domain/organisation.ts';
import { blanked, redacted } from '../../domain/redaction.ts';
import { Refusal, notFound } from '../../domain/refusal.ts';
import type { WarningContent, WarningSnapshot } from '../../domain/warning.ts';
import { blankAnswers } from '../idempotency.ts';
import { searchText } from '../search.ts';
import type { Command, Unit } from '../unit.ts';
import { loadRevisions, loadWarning, type LoadedWarning } from '../warnings.ts';
import { visibleWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/**
 * Blanks members of one revision for good: in its row, in what is searched, and in the answers kept for repeats.
 * @throws Refusal not-found, not-issuer, nothing-changed
 */
export function redactRevision(
  caller: Caller,
  warningId: string,
  revision: number,
  sent: RedactionRequest,
): Command<LoadedWarning> {
  return async (unit) => {
    // An answer kept in this very commit may hold what is blanked.
    await unit.settle();
    const { snapshot } = await visibleWarning(unit, caller, warningId);
    const { id: organisationId, kind } = caller.organisation;
    if (organisationId !== snapshot.issuerId && kind !== 'coordinator') {
      throw new Refusal('not-issuer', 'Only the issuer and the coordinator blank what was written.');
    }
    const written = (await loadRevisions(unit.sql, warningId)).find((one) => one.revision === revision);
    if (!written) throw notFound('revision');
    const content = redacted(written.content, sent.members);
    if (!content) throw new Refusal('nothing-changed', 'Every named member is blank already.');
    const redaction = v7();
    await unit.sql.query(
      'INSERT INTO redaction (id, warning_id, revision, members, reason, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [redaction, warningId, revision, sent.members, sent.reason, unit.now],
    );
    await blank(unit, snapshot, revision, content);
    const { members, reason } = sent;
    await blankAnswers(unit.sql, { warningId, revision }, blanked(members), { members, reason, at: unit.at });
    const after = await loadWarning(unit.sql, warningId);
    if (!after) throw notFound('warning');
    const data = { redaction, revision, members: sent.members };
    unit.append(warningEvent('warning.redacted', after.snapshot, actorOf(caller), data));
    return after;
  };
}

async function blank(unit: Unit, warning: WarningSnapshot, revision: number, content: WarningContent): Promise<void> {
  await unit.sql.query('UPDATE warning_revision SET content = $3 WHERE warning_id = $1 AND revision = $2', [
    warning.id,
    revision,
    JSON.stringify(content),
  ]);
  const newest = revision === warning.revision;
  await unit.sql.query('UPDATE warning SET updated_at = $2, search = COALESCE($3, search) WHERE id = $1', [
    warning.id,
    unit.now,
    newest ? searchText(content) : null,
  ]);
}
