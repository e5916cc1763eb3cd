import { digestTypes } from '../../core/domain/digest.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import type { Job, QueueName } from '../../core/queue/jobs.ts';
import type { DueDelivery, UnopenedWait } from '../../core/store/due.ts';

/** What an event calls for, before anybody is looked up. */
export interface Consequences {
  /** Teams may begin to wait for an answer. */
  readonly opens: boolean;
  /** Subscribers with an email channel hear of it. */
  readonly tells: boolean;
  /** Mail subscribers hear of it, at once or in their next digest. */
  readonly digests: boolean;
}

/** Reads off an entry what is to be done about it. Mails that a command wrote hang on the event itself, whatever its type. */
export function consequences(entry: LogEntry): Consequences {
  const raised = entry.type === 'warning.raised' || entry.type === 'warning.revised';
  return {
    opens: raised,
    tells: raised || entry.type === 'warning.cancelled',
    digests: (digestTypes as readonly string[]).includes(entry.type),
  };
}

export type PlannedJob = {
  [Name in QueueName]: { readonly queue: Name; readonly job: Job<Name>; readonly delay: number };
}[QueueName];

/** The job that opens a team's escalation; one for a wait, whoever asks for it. */
export function openJob({ warningId, teamId, waitingSince }: UnopenedWait): PlannedJob {
  const sequence = String(waitingSince.getTime());
  return { queue: 'acknowledgement', job: { kind: 'open', warning: warningId, team: teamId, sequence }, delay: 0 };
}

/** The job that makes the next attempt at a mail. */
export function mailJob({ id, attempt, inMilliseconds }: DueDelivery): PlannedJob {
  return { queue: 'email', job: { delivery: id, attempt }, delay: Math.max(0, inMilliseconds) };
}

/** The job that fires a step; `inMilliseconds` by the database's clock. */
export function fireJob(firing: {
  escalationId: string;
  token: string;
  firesAt: Date;
  inMilliseconds: number;
}): PlannedJob {
  const { escalationId: escalation, token, firesAt, inMilliseconds } = firing;
  return {
    queue: 'acknowledgement',
    job: { kind: 'fire', escalation, token, dueAt: firesAt.toISOString() },
    delay: Math.max(0, inMilliseconds),
  };
}

/** The job that writes the digests of one moment; `inMilliseconds` by the database's clock. */
export function digestJob({ at, inMilliseconds }: { at: Date; inMilliseconds: number }): PlannedJob {
  return { queue: 'digest', job: { kind: 'due', at: at.toISOString() }, delay: Math.max(0, inMilliseconds) };
}

/** The job that mails those who are mailed with each event, up to this one. */
export function instantJob(sequence: number): PlannedJob {
  return { queue: 'digest', job: { kind: 'instant', sequence: String(sequence) }, delay: 0 };
}

/** The job that sends the digests that are due to leave; `inMilliseconds` by the database's clock. */
export function mailingJob({ at, inMilliseconds }: { at: Date; inMilliseconds: number }): PlannedJob {
  return { queue: 'mailing', job: { at: at.toISOString() }, delay: Math.max(0, inMilliseconds) };
}

/** What is to be done about entries of the log: same entries and same state, same jobs. */
export function plan(found: { waits: readonly UnopenedWait[]; deliveries: readonly DueDelivery[] }): PlannedJob[] {
  return [...found.waits.map(openJob), ...found.deliveries.map(mailJob)];
}
