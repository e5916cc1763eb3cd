import type { EventType } from '../../contract/event.ts';
import { accessThenAndNow, heardBy, type WarningHistory } from '../../domain/audience.ts';
import { organisationReader, type Directory, type Subscription } from '../../domain/directory.ts';
import type { LogEntry } from '../../domain/log.ts';
import { recipients, type Recipient } from '../../domain/recipients.ts';
import type { Command } from '../unit.ts';
import { loadWarnings } from '../warnings.ts';
import { writeMails } from './mails.ts';

const day = 86_400_000;

/**
 * Writes the mails of what happened to warnings, for the email channels of the subscriptions that heard of them.
 * Done again, it writes nothing more: a delivery is one for an event, a channel and a recipient.
 * @param entries warning.raised, warning.revised and warning.cancelled alone
 */
export function tellSubscribers(entries: readonly LogEntry[]): Command<void> {
  return async (unit) => {
    const loaded = await loadWarnings(
      unit.sql,
      entries.flatMap(({ warningId }) => warningId ?? []),
    );
    for (const entry of entries) {
      const history = loaded.get(entry.warningId ?? '')?.history;
      if (!history || Date.parse(entry.at) + day <= unit.now.getTime()) continue;
      const { id: eventId, at, warningId, revision } = entry;
      const content = { event: entry.type as EventType };
      const mail = { kind: 'warning', eventId, at, warning: { id: warningId, revision }, content } as const;
      await writeMails(unit, mail, subscribers(unit.directory, history, entry));
    }
  };
}

/** Whom an event is mailed to, each address once: by its first subscription that heard of the warning. */
export function subscribers(
  directory: Directory,
  history: WarningHistory,
  entry: LogEntry,
): (Recipient & { teamId: string })[] {
  const found = new Map<string, Recipient & { teamId: string }>();
  for (const subscription of directory.subscriptions) {
    if (!hears(directory, history, entry, subscription)) continue;
    for (const channel of subscription.channels) {
      if (channel.type !== 'email') continue;
      const named = recipients(directory, history, subscription.organisationId, channel.to);
      // Only a step may not end with nobody: a channel whose people left tells nobody in their stead.
      if (named.detour !== null) continue;
      for (const one of named.recipients) {
        const name = one.address.toLowerCase();
        if (!found.has(name)) found.set(name, { ...one, teamId: subscription.teamId });
      }
    }
  }
  return [...found.values()];
}

function hears(directory: Directory, history: WarningHistory, entry: LogEntry, subscription: Subscription): boolean {
  const organisation = directory.organisations.get(subscription.organisationId);
  // What happened before somebody subscribed is not sent, however late it is dispatched.
  if (subscription.paused || !organisation || subscription.createdAt > entry.at) return false;
  const reader = organisationReader(organisation);
  const revision = entry.revision ?? history.revisions.length;
  if (accessThenAndNow(history, revision, reader) === 'none') return false;
  if (!heardBy(history, revision, reader, subscription.filter)) return false;
  // A revision is mailed when it reopens, or when it is the first that this subscription hears of the warning.
  const news = entry.type !== 'warning.revised' || entry.data['reopened'] === true;
  return news || !heardBy(history, revision - 1, reader, subscription.filter);
}
