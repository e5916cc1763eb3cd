import type { EventType } from '../contract/event.ts';
import type { Target } from '../contract/escalation-policy.ts';
import type { AcknowledgementState } from '../contract/vocabularies.ts';
import type { Acknowledgement, EscalationProgress } from './acknowledgement.ts';
import type { WarningHistory } from './audience.ts';
import type { Comment } from './comment.ts';
import type { Corroboration } from './corroboration.ts';
import type { WarningSnapshot } from './warning.ts';

/** Events that only the network itself follows: they change who hears what, or are decisions to be audited. */
export type InternalType =
  | 'organisation.added'
  | 'organisation.suspended'
  | 'organisation.resumed'
  | 'organisation.changed'
  | 'organisation.left'
  | 'organisation.measured'
  | 'organisation.braked'
  | 'organisation.released'
  | 'organisation.retracted'
  | 'application.received'
  | 'application.confirmed'
  | 'application.answered'
  | 'application.withdrawn'
  | 'application.asked'
  | 'application.refused'
  | 'application.admitted'
  | 'member.added'
  | 'member.changed'
  | 'member.removed'
  | 'member.erased'
  | 'own-address.asked'
  | 'own-mail.changed'
  | 'invitation.sent'
  | 'invitation.withdrawn'
  | 'session.began'
  | 'session.strengthened'
  | 'session.ended'
  | 'sign-in.requested'
  | 'sign-in.refused'
  | 'single-sign-on.changed'
  | 'single-sign-on.removed'
  | 'domain.added'
  | 'domain.verified'
  | 'domain.removed'
  | 'factor.added'
  | 'factor.removed'
  | 'factors.reset'
  | 'recovery-codes.made'
  | 'key.added'
  | 'key.changed'
  | 'key.rotated'
  | 'key.revoked'
  | 'calendar.added'
  | 'calendar.replaced'
  | 'calendar.ended'
  | 'team.added'
  | 'team.changed'
  | 'team.removed'
  | 'subscription.added'
  | 'subscription.changed'
  | 'subscription.removed'
  | 'escalation-policy.changed'
  | 'escalation-policy.removed'
  | 'address.confirmed'
  | 'address.erased'
  | 'mail-subscriber.asked'
  | 'mail-subscriber.confirmed'
  | 'mail-subscriber.ended'
  | 'vouch.added'
  | 'vouch.withdrawn'
  | 'suppression.began'
  | 'suppression.lifted'
  | 'warning.read'
  | 'audit.exported'
  | 'data.exported'
  | 'escalation.opened'
  | 'escalation.missed'
  | 'escalation.gap-found'
  | 'escalation.ended'
  | 'network.restored'
  | 'network.released';

export type LogType = EventType | InternalType;

/** Changes after which the directory (organisations, teams, members and what they are mailed, subscriptions, policies) is read anew. */
export function changesDirectory(type: LogType): boolean {
  return /^(organisation|member|own-mail|team|subscription|escalation-policy|address)\./.test(type);
}

/** Who did it; nobody named: the network itself. */
export interface ActorIds {
  readonly organisationId: string | null;
  readonly memberId: string | null;
  readonly keyId?: string;
}

/** What the network does by itself. */
export const network: ActorIds = { organisationId: null, memberId: null };

/** What a command appends: ids, codes and numbers; texts stay in rows that can be erased. */
export interface NewEvent {
  readonly id: string;
  readonly type: LogType;
  readonly warningId?: string;
  readonly revision?: number;
  readonly actor: ActorIds;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An entry of the log as the chain holds it. `sequence` starts at 1 and has no gaps. */
export interface LogEntry {
  readonly sequence: number;
  /** Encrypted position of this entry. */
  readonly position: string;
  readonly id: string;
  readonly type: LogType;
  readonly at: string;
  readonly actor: ActorIds;
  readonly warningId: string | null;
  readonly revision: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What each type of event says, in full, texts fetched. */
export interface ToldData {
  'warning.raised': object;
  'warning.revised': { changed: string[]; reopened: boolean; correction: boolean };
  'warning.cancelled': object;
  'warning.expired': object;
  'warning.redacted': { revision: number; members: string[]; reason: string };
  'warning.withdrawn': object;
  'warning.corroborated': { corroboration: Corroboration; edited: boolean; withdrawn: boolean };
  'acknowledgement.changed': {
    acknowledgement: Acknowledgement;
    escalation: EscalationProgress | null;
    from: AcknowledgementState;
    byMail: boolean;
  };
  'escalation.fired': {
    organisationId: string;
    teamId: string;
    step: number;
    of: number;
    repeat: number;
    waitingSince: string;
    late: boolean;
    notified: number;
    targets: Target[];
    byMail: boolean;
  };
  'comment.added': { comment: Comment };
}

/** An event that readers are told of, whole: the warning as it stood right after it. */
export type ToldEvent = {
  [Type in EventType]: {
    readonly sequence: number;
    readonly position: string;
    readonly id: string;
    readonly type: Type;
    readonly at: string;
    readonly actor: ActorIds;
    readonly warning: WarningSnapshot;
    /** Shared by all events of the warning on this node: its newest revision is the newest there is. */
    readonly history: WarningHistory;
    readonly data: ToldData[Type];
  };
}[EventType];
