import { v7 as uuidv7 } from 'uuid';
import type { RaiseRequest } from '../../contract/warning.ts';
import { mayRaise } from '../../domain/access.ts';
import { awaiting } from '../../domain/acknowledgement.ts';
import { expectedTeams } from '../../domain/directory.ts';
import type { Caller } from '../../domain/organisation.ts';
import { checkRaise, contentOf, markedRevision, type WarningSnapshot } from '../../domain/warning.ts';
import { acknowledgementRow } from '../acknowledgements.ts';
import type { Command } from '../unit.ts';
import type { LoadedWarning } from '../warnings.ts';
import { actorOf, warningEvent } from './warning-event.ts';
import { revisionRow, warningRow } from './warning-rows.ts';

/** Raises a warning and names the teams that are expected to answer it. @throws Refusal kind-not-allowed, invalid-request, scope-missing */
export function raiseWarning(caller: Caller, sent: RaiseRequest): Command<LoadedWarning> {
  return async (unit) => {
    const { at, now, directory } = unit;
    const status = sent.status ?? 'actual';
    const content = contentOf(sent, now);
    const by = { kind: caller.organisation.kind, scopes: caller.scopes };
    const organisation = directory.organisations.get(caller.organisation.id) ?? caller.organisation;
    const refusal = mayRaise(organisation);
    if (refusal) throw refusal;
    checkRaise(content, status, by, now, (id) => directory.organisations.has(id));
    const snapshot: WarningSnapshot = {
      id: uuidv7(),
      issuerId: caller.organisation.id,
      status,
      revision: 1,
      state: 'active',
      content,
      createdAt: at,
      updatedAt: at,
      cancellation: null,
      corroborations: { seen: 0, notSeen: 0 },
      redactions: [],
    };
    const history = { id: snapshot.id, issuerId: snapshot.issuerId, revisions: [markedRevision(1, status, content)] };
    unit.insert('warning', warningRow(snapshot));
    unit.insert('warning_revision', revisionRow(snapshot, at));
    for (const team of expectedTeams(directory, history)) {
      unit.insert('acknowledgement', acknowledgementRow(awaiting(snapshot.id, team.id, team.organisationId, 1, at)));
    }
    unit.append(warningEvent('warning.raised', snapshot, actorOf(caller)));
    return { snapshot, history };
  };
}
