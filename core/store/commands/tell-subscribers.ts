import type { EventType } from '../../contract/event.ts';
import type { WarningHistory } from '../../domain/audience.ts';
import type { LogEntry } from '../../domain/log.ts';
import { membersTold, subscribersTold } from '../../domain/told-by-mail.ts';
import type { Command, Unit } from '../unit.ts';
import { loadWarnings } from '../warnings.ts';
import { writeMails } from './mails.ts';

const day = 86_400_000;

/**
 * Writes the mails of what happened to warnings: for the email channels of the subscriptions that heard of them, and then for
 * the members who chose to hear of them by mail and were not told so. Done again, it writes nothing more: a delivery is one for
 * an event, a channel and a recipient.
 * @param entries warning.raised, warning.revised and warning.cancelled alone
 */
export function tellSubscribers(entries: readonly LogEntry[]): Command<void> {
  return async (unit) => {
    const { directory, now } = unit;
    const loaded = await loadWarnings(
      unit.sql,
      entries.flatMap(({ warningId }) => warningId ?? []),
    );
    for (const entry of entries) {
      const history = loaded.get(entry.warningId ?? '')?.history;
      if (!history || Date.parse(entry.at) + day <= now.getTime()) continue;
      const { id: eventId, at, warningId, revision } = entry;
      const event = entry.type as EventType;
      const mail = { kind: 'warning', eventId, at, warning: { id: warningId, revision } } as const;
      const told = subscribersTold(directory, history, entry);
      await writeMails(unit, { ...mail, content: { event } }, told);
      for (const { heldUntil, recipients } of membersTold(directory, history, entry, { told, now })) {
        const own = { heldSince: heldUntil && at };
        await writeMails(unit, { ...mail, content: { event, own }, heldUntil }, recipients);
      }
      if (isNowExtreme(history, entry)) await releaseHeld(unit, warningId);
    }
  };
}

function isNowExtreme({ revisions }: WarningHistory, { type, revision }: LogEntry): boolean {
  return type === 'warning.revised' && revisions[(revision ?? 0) - 1]?.facets.severity === 'extreme';
}

/** No quiet hours hold what is extreme, nor what has become so. */
async function releaseHeld({ sql, now }: Unit, warningId: string | null): Promise<void> {
  await sql.query(
    `UPDATE delivery SET next_at = $2
     WHERE warning_id = $1 AND kind = 'warning' AND state = 'pending' AND attempts = 0 AND next_at > $2`,
    [warningId, now],
  );
}
