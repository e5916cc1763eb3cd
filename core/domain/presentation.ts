import type { Acknowledgement as AcknowledgementAnswer } from '../contract/acknowledgement.ts';
import type { Comment as CommentAnswer } from '../contract/comment.ts';
import type { Corroboration as CorroborationAnswer } from '../contract/corroboration.ts';
import { networkName, withheldName, type Actor, type Member, type Party } from '../contract/organisation.ts';
import type { MarkedWarning, Warning } from '../contract/warning.ts';
import type { Acknowledgement, EscalationProgress } from './acknowledgement.ts';
import type { Access } from './audience.ts';
import type { Comment } from './comment.ts';
import type { Corroboration } from './corroboration.ts';
import type { Directory } from './directory.ts';
import type { ActorIds } from './log.ts';
import type { WarningSnapshot } from './warning.ts';

/** Looks names up: the directory, or what stands in for it. */
export type Names = Pick<Directory, 'organisations' | 'teamById' | 'members'>;

/** An organisation as a reader sees it. `withheld` hides all but the kind. */
export function party(names: Names, organisationId: string | null, withheld = false): Party {
  if (organisationId === null) return { name: networkName, kind: 'network' };
  const organisation = names.organisations.get(organisationId);
  const kind = organisation?.kind ?? 'observer';
  return withheld
    ? { name: withheldName, kind }
    : { id: organisationId, name: organisation?.name ?? 'A former member', kind };
}

/** Who did it; the person is named to their own organisation alone. */
export function actor(names: Names, by: ActorIds, readerOrganisationId: string, withheld: boolean): Actor {
  const organisation = party(names, by.organisationId, withheld);
  if (by.memberId === null || by.organisationId !== readerOrganisationId) return { organisation };
  return { organisation, member: memberNamed(names, by.memberId) };
}

/** A person, for their own organisation. */
export function memberNamed(
  names: { readonly members: ReadonlyMap<string, { readonly name: string | null }> },
  id: string,
): Member {
  return { id, name: names.members.get(id)?.name ?? 'A former member' };
}

/** A warning as somebody with this access gets it; null where there is none to get. */
export function presentWarning(names: Names, warning: WarningSnapshot, access: Access): Warning | MarkedWarning | null {
  if (access === 'none') return null;
  const { content } = warning;
  const issuer = party(names, warning.issuerId, access === 'withheld');
  const common = { id: warning.id, revision: warning.revision, state: warning.state, status: warning.status, issuer };
  const times = { createdAt: warning.createdAt, updatedAt: warning.updatedAt };
  if (access === 'marked') {
    return {
      ...common,
      tlp: content.tlp,
      audience: content.audience,
      onset: content.onset,
      expires: content.expires,
      ...times,
    };
  }
  // Spread whole and overwritten: leaving one member out by rest costs ten times as much, behind the log's lock.
  return {
    ...common,
    ...content,
    audience: access === 'whole' ? content.audience : undefined,
    ...times,
    cancellation: warning.cancellation,
    corroborations: warning.corroborations,
    ...(warning.redactions.length > 0
      ? { redactions: warning.redactions.map((one) => ({ ...one, members: [...one.members] })) }
      : {}),
  };
}

/** Who asks for an acknowledgement: its own organisation, somebody privileged (issuer, coordinator), or another. */
export interface AcknowledgementReader {
  readonly organisationId: string;
  readonly privileged: boolean;
}

export function presentAcknowledgement(
  names: Names,
  acknowledgement: Acknowledgement,
  escalation: EscalationProgress | null,
  reader: AcknowledgementReader,
): AcknowledgementAnswer {
  const own = reader.organisationId === acknowledgement.organisationId;
  const team = names.teamById.get(acknowledgement.teamId);
  const { reason, usefulness, note, assignee } = acknowledgement;
  return {
    organisation: party(names, acknowledgement.organisationId),
    team: { id: acknowledgement.teamId, name: team?.name ?? 'A former team' },
    state: acknowledgement.state,
    expected: acknowledgement.expected,
    revision: acknowledgement.revision,
    ...(own || reader.privileged ? { reason, measures: [...acknowledgement.measures], usefulness, note } : {}),
    ...(own ? { assignee } : {}),
    since: acknowledgement.since,
    waitingSince: acknowledgement.waitingSince,
    acknowledgedAt: acknowledgement.acknowledgedAt,
    deliveredAt: acknowledgement.deliveredAt,
    seenAt: acknowledgement.seenAt,
    deliveredRevision: acknowledgement.deliveredRevision,
    seenRevision: acknowledgement.seenRevision,
    escalation: escalation && {
      step: escalation.step,
      of: escalation.of,
      ...(own ? { nextAt: escalation.nextAt } : {}),
    },
  };
}

/** A corroboration; whoever withheld itself stays withheld to all but itself and the coordinator. */
export function presentCorroboration(
  names: Names,
  corroboration: Corroboration,
  reader: { organisationId: string; kind: string },
): CorroborationAnswer {
  const { organisationId, version: _, warningId, ...told } = corroboration;
  return {
    ...told,
    warning: warningId,
    organisation: party(names, organisationId, isWithheldFrom(corroboration, reader)),
    countries: [...told.countries],
    languages: [...told.languages],
  };
}

/** Whether the organisation behind a corroboration is hidden from a reader. */
export function isWithheldFrom(
  corroboration: { organisationId: string; withhold: boolean },
  reader: { organisationId: string; kind: string },
): boolean {
  return (
    corroboration.withhold && reader.organisationId !== corroboration.organisationId && reader.kind !== 'coordinator'
  );
}

/** A comment; a withheld issuer stays withheld in its comments. */
export function presentComment(
  names: Names,
  comment: Comment,
  issuerId: string,
  access: Access,
  readerOrganisationId: string,
): CommentAnswer {
  const by = { organisationId: comment.organisationId, memberId: comment.memberId };
  const withheld = access === 'withheld' && comment.organisationId === issuerId;
  const { organisation, member } = actor(names, by, readerOrganisationId, withheld);
  return {
    id: comment.id,
    warning: comment.warningId,
    author: organisation,
    ...(member ? { member } : {}),
    audience: comment.audience,
    thread: comment.thread,
    inReplyTo: comment.inReplyTo,
    text: comment.text,
    at: comment.at,
  };
}
