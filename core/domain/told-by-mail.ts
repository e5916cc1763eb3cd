import { accessThenAndNow, heardBy, type WarningHistory } from './audience.ts';
import { memberReader, organisationReader, type Directory } from './directory.ts';
import type { Filter } from '../contract/filter.ts';
import type { LogEntry } from './log.ts';
import type { Reader } from './organisation.ts';
import { heldUntil } from './own-mail.ts';
import { recipients, type Recipient } from './recipients.ts';

/** By whose setting somebody is mailed: a team's; null: their own. */
type Told = Recipient & { readonly teamId: string | null };

/** Whom the email channels of subscriptions tell of an event, each address once: by its first subscription that heard of the warning. */
export function subscribersTold(directory: Directory, history: WarningHistory, entry: LogEntry): Told[] {
  const found = new Map<string, Told>();
  for (const { paused, organisationId, teamId, channels, filter, createdAt } of directory.subscriptions) {
    const organisation = directory.organisations.get(organisationId);
    if (paused || !organisation) continue;
    const reader = organisationReader(organisation);
    if (!hears(history, entry, reader, { filter, since: createdAt })) continue;
    for (const channel of channels) {
      if (channel.type !== 'email') continue;
      const named = recipients(directory, history, organisationId, channel.to);
      // Only a step may not end with nobody: a channel whose people left tells nobody in their stead.
      if (named.detour !== null) continue;
      for (const one of named.recipients) {
        const name = one.address.toLowerCase();
        if (!found.has(name)) found.set(name, { ...one, teamId });
      }
    }
  }
  return [...found.values()];
}

/** Members who are told of an event by their own choice, and until when it waits for their quiet hours to end; null: it does not. */
export interface MembersTold {
  readonly heldUntil: Date | null;
  readonly recipients: readonly Told[];
}

/**
 * Whom their own choice tells of an event, those together who are told at the same moment.
 * @param told who is told of it already: nobody is twice
 */
export function membersTold(
  directory: Directory,
  history: WarningHistory,
  entry: LogEntry,
  { told, now }: { told: readonly Recipient[]; now: Date },
): MembersTold[] {
  const known = new Set(told.map(({ address }) => address.toLowerCase()));
  const severity = history.revisions[revisionOf(history, entry) - 1]?.facets.severity ?? 'minor';
  const moments = new Map<number | null, { heldUntil: Date | null; recipients: Told[] }>();
  for (const [id, chosen] of directory.ownMail) {
    const member = directory.members.get(id);
    const organisation = directory.organisations.get(member?.organisationId ?? '');
    if (chosen.since === null || !member || !organisation) continue;
    const reader = memberReader(organisation, member);
    const name = member.address.toLowerCase();
    if (known.has(name) || !hears(history, entry, reader, { filter: chosen.filter, since: chosen.since })) continue;
    known.add(name);
    const until = heldUntil(chosen, severity, now);
    const key = until && until.getTime();
    const moment = moments.get(key) ?? { heldUntil: until, recipients: [] };
    moments.set(key, moment);
    moment.recipients.push({
      address: member.address,
      organisationId: organisation.id,
      memberId: id,
      teamId: null,
    });
  }
  return [...moments.values()];
}

const revisionOf = (history: WarningHistory, { revision }: LogEntry): number => revision ?? history.revisions.length;

/** @param followed what is followed, and since when */
function hears(
  history: WarningHistory,
  entry: LogEntry,
  reader: Reader,
  { filter, since }: { filter: Filter; since: string },
): boolean {
  // What happened before is not sent, however late it is dispatched.
  if (since > entry.at) return false;
  const revision = revisionOf(history, entry);
  if (accessThenAndNow(history, revision, reader) === 'none') return false;
  if (!heardBy(history, revision, reader, filter)) return false;
  // A revision is mailed when it reopens, or when it is the first that is heard of the warning.
  const news = entry.type !== 'warning.revised' || entry.data['reopened'] === true;
  return news || !heardBy(history, revision - 1, reader, filter);
}
