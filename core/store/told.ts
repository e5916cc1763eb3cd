import { eventTypes, type EventType } from '../contract/event.ts';
import type { Status, WarningState } from '../contract/vocabularies.ts';
import type { Acknowledgement, EscalationProgress } from '../domain/acknowledgement.ts';
import type { MarkedRevision, WarningHistory } from '../domain/audience.ts';
import type { Corroboration } from '../domain/corroboration.ts';
import type { LogEntry, ToldData, ToldEvent } from '../domain/log.ts';
import type { WarningContent, WarningSnapshot } from '../domain/warning.ts';
import type { Store } from './store.ts';
import type { Queryable } from './unit.ts';
import { loadToldTexts, type ToldTexts } from './told-texts.ts';
import {
  historyOf,
  loadRedactions,
  markedColumn,
  redactionsOf,
  type RedactionRow,
  type RevisionRow,
} from './warnings.ts';

/** How the warning stood right after an event: what its revision's text does not say. */
export interface Stood {
  readonly state: WarningState;
  readonly updatedAt: string;
  readonly seen: number;
  readonly notSeen: number;
}

interface WarningRow {
  id: string;
  marked: MarkedRevision[];
  issuer_id: string;
  status: Status;
  created_at: Date;
  cancelled_at: Date | null;
  cancellation_reason: string | null;
  retracted: boolean;
}

interface Material extends ToldTexts {
  readonly warnings: ReadonlyMap<string, WarningRow>;
  readonly revisions: ReadonlyMap<string, RevisionRow>;
  readonly redactions: RedactionRow[];
}

const told: ReadonlySet<string> = new Set(eventTypes);

/** The entries that readers are told of, whole; whatever else is in the log is skipped. One read for all of them. */
export async function toldEvents(
  store: Pick<Store, 'sql' | 'histories'>,
  entries: readonly LogEntry[],
): Promise<ToldEvent[]> {
  const tellable = entries.filter(({ type, warningId }) => told.has(type) && warningId !== null);
  if (tellable.length === 0) return [];
  const material = await gather(store, tellable);
  return tellable.map((entry) => toldEvent(entry, material, store.histories.get(entry.warningId as string)));
}

async function gather(
  { sql, histories }: Pick<Store, 'sql' | 'histories'>,
  entries: readonly LogEntry[],
): Promise<Material> {
  const ids = [...new Set(entries.map(({ warningId }) => warningId as string))];
  const { rows } = await sql.query<WarningRow>(
    `SELECT id, issuer_id, status, created_at, cancelled_at, cancellation_reason, retracted, ${markedColumn}
     FROM warning WHERE id = ANY($1)`,
    [ids],
  );
  for (const row of rows) histories.learn(historyOf(row));
  return {
    warnings: new Map(rows.map((row) => [row.id, row])),
    revisions: await loadTexts(sql, entries),
    redactions: await loadRedactions(sql, ids),
    ...(await loadToldTexts(sql, entries)),
  };
}

/** The texts of the revisions that these entries are about, by warning and number. */
async function loadTexts(sql: Queryable, entries: readonly LogEntry[]): Promise<Map<string, RevisionRow>> {
  const { rows } = await sql.query<RevisionRow>(
    `SELECT warning_id, revision, content, at FROM warning_revision
     WHERE (warning_id, revision) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))`,
    [entries.map(({ warningId }) => warningId), entries.map(({ revision }) => revision)],
  );
  return new Map(rows.map((row) => [`${row.warning_id} ${row.revision}`, row]));
}

function toldEvent(entry: LogEntry, material: Material, history: WarningHistory | undefined): ToldEvent {
  if (!history) throw new Error(`Event ${entry.sequence} is about a warning that is not held.`);
  const { sequence, position, id, type, at, actor } = entry;
  const data = dataOf(entry, material);
  return { sequence, position, id, type, at, actor, warning: snapshotAt(entry, material), history, data } as ToldEvent;
}

function snapshotAt(entry: LogEntry, { warnings, revisions, redactions }: Material): WarningSnapshot {
  const id = entry.warningId as string;
  const warning = warnings.get(id);
  const revision = revisions.get(`${id} ${entry.revision}`);
  if (!warning || !revision) throw new Error(`Event ${entry.sequence} is about a revision that is not held.`);
  const stood = entry.data.stood as Stood;
  const cancelled = stood.state === 'cancelled' && warning.cancelled_at !== null;
  return {
    id,
    issuerId: warning.issuer_id,
    status: warning.status,
    revision: revision.revision,
    state: stood.state,
    content: JSON.parse(revision.content) as WarningContent,
    createdAt: warning.created_at.toISOString(),
    updatedAt: stood.updatedAt,
    cancellation: cancelled
      ? {
          reason: warning.cancellation_reason ?? '',
          at: (warning.cancelled_at as Date).toISOString(),
          ...(warning.retracted ? { retracted: true } : {}),
        }
      : null,
    corroborations: { seen: stood.seen, notSeen: stood.notSeen },
    redactions: redactionsOf(redactions, id, revision.revision),
  };
}

function dataOf({ type, data }: LogEntry, material: Material): ToldData[EventType] {
  const { stood: _, ...own } = data;
  switch (type as EventType) {
    case 'warning.redacted': {
      const redaction = material.redactions.find(({ id }) => id === own.redaction);
      return { revision: own.revision as number, members: own.members as string[], reason: redaction?.reason ?? '' };
    }
    case 'warning.corroborated': {
      const said = own.corroboration as Omit<Corroboration, 'note'>;
      const { note = '', withheldNow = false } = material.notes.get(`${said.id} ${said.version}`) ?? {};
      const corroboration = { ...said, note, withhold: said.withhold || withheldNow };
      return { corroboration, edited: own.edited === true, withdrawn: own.withdrawn === true };
    }
    case 'acknowledgement.changed': {
      const texts = material.answers.get(own.answer as string) ?? { note: null, assignee: null };
      const acknowledgement = { ...(own.acknowledgement as Omit<Acknowledgement, 'note' | 'assignee'>), ...texts };
      return {
        acknowledgement,
        escalation: own.escalation as EscalationProgress | null,
        from: own.from as Acknowledgement['state'],
        byMail: own.mail !== undefined,
      };
    }
    case 'escalation.fired': {
      const { escalation, mail, ...fired } = own as unknown as ToldData['escalation.fired'] & {
        escalation: string;
        mail?: string;
      };
      const targets = material.targets.get(`${escalation} ${fired.step} ${fired.repeat}`) ?? [];
      return { ...fired, targets, byMail: mail !== undefined };
    }
    case 'comment.added': {
      const comment = material.comments.get(own.comment as string);
      if (!comment) throw new Error(`Comment ${String(own.comment)} is not held.`);
      return { comment };
    }
    default:
      return own;
  }
}
