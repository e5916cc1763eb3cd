import { heardBy, type Access } from '../../core/domain/audience.ts';
import { memberReader, type Directory } from '../../core/domain/directory.ts';
import { party } from '../../core/domain/presentation.ts';
import { accessOfRecipient } from '../../core/domain/recipients.ts';
import {
  escalationEnd,
  isToldLater,
  isWaiting,
  wasTold,
  type Delivery,
  type WarningMail,
} from '../../core/store/deliveries.ts';
import { freshDirectory } from '../../core/store/fresh-directory.ts';
import type { Store } from '../../core/store/store.ts';
import { loadWarning, type LoadedWarning } from '../../core/store/warnings.ts';
import { disclosed, type Disclosed } from '../../core/domain/disclosure.ts';
import type { Phrasebook } from './phrasebook.ts';
import { bookFor } from './reader.ts';
import { failed, retry, superseded, type Ending, type Verdict } from './verdict.ts';

/** A mail about a warning that is still to go out, with all that it is composed from. */
export interface WantedMail {
  readonly delivery: Delivery<WarningMail>;
  readonly directory: Directory;
  readonly warning: LoadedWarning;
  readonly discloses: Disclosed;
  /** null: it withheld itself from this recipient. */
  readonly issuerName: string | null;
  /** In the recipient's language. */
  readonly book: Phrasebook;
}

/** The last look before SMTP: is the mail still wanted, and may this recipient still have it? */
export async function stillWanted(store: Store, delivery: Delivery<WarningMail>): Promise<WantedMail | Verdict> {
  const [directory, warning, needless] = await Promise.all([
    freshDirectory(store),
    delivery.warningId === null ? undefined : loadWarning(store.sql, delivery.warningId),
    overtaken(store, delivery),
  ]);
  const gone = recipientGone(directory, delivery);
  if (gone) return gone;
  if (!warning) return superseded('called-off', 'There is no such warning.');
  const access = accessOf(directory, warning, delivery);
  if (access === 'none') return superseded('no-longer-admitted', 'The recipient may no longer have this warning.');
  const over = needless ?? noLongerChosen(directory, warning, delivery) ?? isOver(delivery, warning);
  if (over) return over;
  return {
    delivery,
    directory,
    warning,
    discloses: disclosed(access, warning.snapshot.content.tlp, delivery.memberId !== null),
    issuerName: access === 'withheld' ? null : party(directory, warning.snapshot.issuerId).name,
    book: bookFor(directory, delivery),
  };
}

/** Why a mail to somebody of an organisation has nobody to go to; null: it has. */
export function recipientGone(directory: Directory, delivery: Delivery): Ending | null {
  const { organisationId, memberId, recipient } = delivery;
  if (directory.organisations.get(organisationId)?.suspended !== false)
    return failed('suspended', 'The organisation is suspended.');
  const there =
    memberId === null
      ? directory.confirmedAddresses.has(`${organisationId} ${recipient}`)
      : directory.members.get(memberId)?.organisationId === organisationId;
  return there ? null : failed('recipient-gone', 'Nobody in the organisation has this address any more.');
}

/** Who of an organisation is told of a step was decided when it fired; what else is marked TLP:RED goes to its list alone. */
function accessOf(directory: Directory, { history }: LoadedWarning, delivery: Delivery<WarningMail>): Access {
  const { kind, organisationId, memberId } = delivery;
  const personal = kind === 'warning' || kind === 'first-answer' || kind === 'outcomes';
  return accessOfRecipient(directory, history, { organisationId, memberId: personal ? memberId : null });
}

const ends = {
  answered: superseded('answered', 'It was answered before the mail left.'),
  cancelled: superseded('called-off', 'The warning was called off before the mail left.'),
  expired: superseded('expired', 'The warning expired before the mail left.'),
  past: superseded('past', 'What the warning was about was past before the mail left.'),
  'no-longer-admitted': superseded('no-longer-admitted', 'The team may no longer have this warning.'),
  suspended: failed('suspended', 'The organisation is suspended.'),
} as const;

/** What happened to the escalation that a mail is about. */
async function overtaken({ sql }: Store, delivery: Delivery<WarningMail>): Promise<Verdict | null> {
  switch (delivery.kind) {
    case 'escalation':
    case 'unreached': {
      const end = await escalationEnd(sql, delivery.content.escalation);
      return end && ends[end];
    }
    case 'stand-down': {
      const { warningId, teamId, content } = delivery;
      // Whoever is asked again by now must not read that nothing more is needed.
      if (content.reason === 'answered' && (await isWaiting(sql, warningId ?? '', teamId ?? '')))
        return superseded('reopened', 'The team is asked again.');
      const told = await wasTold(sql, delivery.recipient, warningId ?? '', content.escalation);
      if (told === 'no') return superseded('never-told', 'Nothing had been mailed that this would take back.');
      return told === 'yes' ? null : retry('in-flight', 'The mail that this takes back is still on its way.');
    }
    case 'warning':
      // What waited for quiet hours to end comes once, as the warning is by now, and not once for each event of the night.
      return delivery.content.own?.heldSince && (await isToldLater(sql, delivery))
        ? superseded('told-later', 'A later mail tells of the warning as it is by now.')
        : null;
    default:
      return null;
  }
}

/** What somebody's own choice brought, they still choose: what their quiet hours hold leaves long after it was written. */
function noLongerChosen(
  directory: Directory,
  { history }: LoadedWarning,
  { kind, content, memberId }: Delivery<WarningMail>,
): Verdict | null {
  if (kind !== 'warning' || !content.own) return null;
  const chosen = directory.ownMail.get(memberId ?? '');
  if (!chosen || chosen.since === null) return superseded('called-off', 'They no longer get warnings by mail.');
  const member = directory.members.get(memberId ?? '');
  const organisation = directory.organisations.get(member?.organisationId ?? '');
  if (!member || !organisation) return null;
  return heardBy(history, history.revisions.length, memberReader(organisation, member), chosen.filter)
    ? null
    : superseded('called-off', 'Their filter no longer asks for this warning.');
}

/** A warning that is over is news no longer; that it was called off is. */
function isOver({ kind, content }: Delivery<WarningMail>, { snapshot }: LoadedWarning): Verdict | null {
  if (kind !== 'warning' || content.event === 'warning.cancelled' || snapshot.state === 'active') return null;
  return snapshot.state === 'cancelled' ? ends.cancelled : ends.expired;
}
