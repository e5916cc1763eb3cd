import type { Event } from '../contract/event.ts';
import { markedWarning } from '../contract/warning.ts';
import {
  accessNow,
  accessThenAndNow,
  heardBy,
  isLessenedFor,
  isWithdrawnFrom,
  type Access,
  type WarningHistory,
} from './audience.ts';
import type { Filter } from '../contract/filter.ts';
import { mayReadComment } from './comment.ts';
import type { ToldData, ToldEvent } from './log.ts';
import type { Reader } from './organisation.ts';
import type { WarningSnapshot } from './warning.ts';
import {
  actor,
  isWithheldFrom,
  party,
  presentAcknowledgement,
  presentComment,
  presentCorroboration,
  presentWarning,
  type Names,
} from './presentation.ts';

/**
 * How one event is shown to one reader. Equal `key`s are equal texts: a view is encoded once, whoever shares it.
 */
export interface View {
  readonly access: Access;
  readonly own: boolean;
  readonly privileged: boolean;
  readonly actorWithheld: boolean;
  readonly key: string;
}

/** Whether a reader is told of an event, and in which view. null: not for this reader. Filters are not looked at here. */
export function viewFor(event: ToldEvent, reader: Reader): View | null {
  if (event.type === 'warning.withdrawn') return withdrawnView(event, reader);
  const access = accessThenAndNow(event.history, event.warning.revision, reader);
  if (access === 'none' || !concerns(event, reader, access)) return null;
  const issuer = reader.organisationId === event.warning.issuerId;
  return view(access, {
    own: reader.organisationId === ownerOf(event),
    privileged: issuer || reader.kind === 'coordinator',
    actorWithheld: isActorWithheld(event, reader, access),
  });
}

/** From whom an event takes something back of what was told of its warning before; null: from nobody. */
export function takenBackFrom(event: ToldEvent): ((reader: Reader) => boolean) | null {
  switch (event.type) {
    case 'warning.revised':
      return (reader) => isLessenedFor(event.history, event.warning.revision, reader);
    case 'warning.redacted':
      return () => true;
    case 'warning.corroborated':
      return event.data.corroboration.withhold ? () => true : null;
    default:
      return null;
  }
}

/** Whether one of the filters has heard of the event's warning, sticky. */
export function isHeard(event: ToldEvent, reader: Reader, filters: readonly Filter[]): boolean {
  const upTo = event.type === 'warning.withdrawn' ? event.warning.revision - 1 : event.warning.revision;
  return filters.some((filter) => heardBy(event.history, upTo, reader, filter));
}

function view(access: Access, shown: Omit<View, 'access' | 'key'>): View {
  const flags = `${shown.own ? 'o' : ''}${shown.privileged ? 'p' : ''}${shown.actorWithheld ? 'w' : ''}`;
  return { access, ...shown, key: `${access}/${flags}` };
}

function withdrawnView(event: ToldEvent, reader: Reader): View | null {
  const told =
    isWithdrawnFrom(event.history, event.warning.revision, reader) && accessNow(event.history, reader) === 'none';
  return told ? view('none', { own: false, privileged: false, actorWithheld: true }) : null;
}

/** Beyond marking and audience: some events are for the team's organisation, the issuer and the coordinator alone. */
function concerns(event: ToldEvent, reader: Reader, access: Access): boolean {
  const coordinator = reader.kind === 'coordinator';
  const issuer = reader.organisationId === event.warning.issuerId;
  switch (event.type) {
    case 'acknowledgement.changed':
    case 'escalation.fired':
      return access !== 'marked' && (issuer || coordinator || reader.organisationId === ownerOf(event));
    case 'comment.added':
      return mayReadComment(
        event.data.comment,
        event.warning.issuerId,
        { organisationId: reader.organisationId, coordinator },
        access,
      );
    case 'warning.corroborated':
      return access !== 'marked';
    case 'warning.redacted':
      return mayKnowOfRedaction(event.history, event.data.revision, reader, access);
    default:
      return true;
  }
}

/** What was blanked is the affair of those who had it: who has the marking of that revision alone, of no more than the marking. */
function mayKnowOfRedaction(history: WarningHistory, revision: number, reader: Reader, access: Access): boolean {
  const had = accessThenAndNow(history, revision, reader);
  return had !== 'none' && (had !== 'marked' || access === 'marked');
}

/** Whose own affair the event is: that organisation sees more of it than others. */
function ownerOf(event: ToldEvent): string | null {
  switch (event.type) {
    case 'acknowledgement.changed':
      return event.data.acknowledgement.organisationId;
    case 'escalation.fired':
      return event.data.organisationId;
    case 'warning.corroborated':
      return event.data.corroboration.organisationId;
    default:
      return event.actor.organisationId;
  }
}

function isActorWithheld(event: ToldEvent, reader: Reader, access: Access): boolean {
  if (event.type === 'warning.corroborated') {
    return (
      isWithheldFrom(event.data.corroboration, reader) &&
      event.actor.organisationId === event.data.corroboration.organisationId
    );
  }
  return access === 'withheld' && event.actor.organisationId === event.warning.issuerId;
}

/** The Event that a view shows. Whoever shares the view's key shares this answer. */
export function tell(event: ToldEvent, seen: View, reader: Reader, names: Names): Event {
  const head = { position: event.position, id: event.id, type: event.type, at: event.at };
  if (event.type === 'warning.withdrawn') {
    // Who is no longer admitted learns the id and nothing else: not even who did it.
    const told = { ...head, actor: { organisation: party(names, null) }, warning: { id: event.warning.id }, data: {} };
    return told as unknown as Event;
  }
  return {
    ...head,
    actor: actor(names, event.actor, seen.own ? reader.organisationId : '', seen.actorWithheld),
    warning: presentWarning(names, event.warning, seen.access) as Event['warning'],
    data: dataFor(event, seen, reader, names) as Event['data'],
  };
}

function dataFor(event: ToldEvent, seen: View, reader: Reader, names: Names): unknown {
  const marked = seen.access === 'marked';
  switch (event.type) {
    case 'warning.revised': {
      const { changed, ...told } = event.data;
      return {
        changed: marked ? changed.filter((name) => Object.hasOwn(markedWarning.shape, name)) : changed,
        ...told,
      };
    }
    case 'warning.cancelled':
      return cancelledData(event.warning.cancellation, marked);
    case 'warning.redacted':
      return marked ? {} : event.data;
    case 'warning.corroborated':
      return { ...event.data, corroboration: presentCorroboration(names, event.data.corroboration, reader) };
    case 'acknowledgement.changed': {
      const { acknowledgement, escalation, from, byMail } = event.data;
      const asker = { organisationId: reader.organisationId, privileged: seen.privileged };
      return {
        acknowledgement: presentAcknowledgement(names, acknowledgement, escalation, asker),
        from,
        ...(byMail ? { byMail } : {}),
      };
    }
    case 'escalation.fired':
      return firedData(event.data, seen, names);
    case 'comment.added': {
      const { issuerId } = event.warning;
      return {
        comment: presentComment(
          names,
          event.data.comment,
          issuerId,
          seen.access,
          seen.own ? reader.organisationId : '',
        ),
      };
    }
    default:
      return event.data;
  }
}

function firedData(data: ToldData['escalation.fired'], seen: View, names: Names): unknown {
  const { organisationId, teamId, targets, byMail, ...told } = data;
  const team = { id: teamId, name: names.teamById.get(teamId)?.name ?? 'A former team' };
  return {
    organisation: party(names, organisationId),
    team,
    ...told,
    ...(byMail ? { byMail } : {}),
    ...(seen.own ? { targets } : {}),
  };
}

/** That it was retracted is no secret of the warning's: also whoever has its marking alone is to stop relying on it. */
function cancelledData(
  cancellation: WarningSnapshot['cancellation'],
  marked: boolean,
): { reason?: string; retracted?: boolean } {
  return {
    ...(marked ? {} : { reason: cancellation?.reason ?? '' }),
    ...(cancellation?.retracted ? { retracted: true } : {}),
  };
}
