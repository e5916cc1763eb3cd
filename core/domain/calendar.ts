import type { Calendar as CalendarAnswer, CalendarRequest } from '../contract/calendar.ts';
import type { Filter } from '../contract/filter.ts';
import { limits } from '../contract/limits.ts';
import { accessNow, type WarningHistory } from './audience.ts';
import type { Directory } from './directory.ts';
import { disclosed, type Disclosed } from './disclosure.ts';
import { canonicalFilter } from './filter.ts';
import type { Reader } from './organisation.ts';

/** An address that a member's calendar reads, as it is kept: never its token, which only its holder has. */
export interface Calendar {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly filter: Filter;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

const day = 86_400_000;

/** What a calendar follows: drills, which say so, and no tests. */
export function calendarFilter(sent: CalendarRequest['filter']): Filter {
  return canonicalFilter({ ...sent, statuses: ['actual', 'exercise'] });
}

export function calendarExpiry(now: Date): string {
  return new Date(now.getTime() + limits.calendarDays * day).toISOString();
}

export function presentCalendar({ id, name, filter, createdAt, expiresAt, lastUsedAt }: Calendar): CalendarAnswer {
  return { id, name, filter, createdAt, expiresAt, lastUsedAt };
}

/** Who reads a calendar, and in which language. */
export interface CalendarReader {
  readonly reader: Reader;
  readonly language: string | null;
}

/**
 * Whom an address reads for, as the network is now; null: for nobody any more. A calendar lies with third parties, so nobody is on
 * the TLP:RED list there.
 */
export function calendarReader(
  calendar: Pick<Calendar, 'memberId' | 'expiresAt'>,
  { members, organisations }: Pick<Directory, 'members' | 'organisations'>,
  now: Date,
): CalendarReader | null {
  const member = members.get(calendar.memberId);
  const organisation = member && organisations.get(member.organisationId);
  if (!member || !organisation || organisation.suspended || calendar.expiresAt <= now.toISOString()) return null;
  const { id, kind, clearance, suspended } = organisation;
  return { reader: { organisationId: id, kind, clearance, suspended, red: false }, language: member.language };
}

/** How much of a warning a calendar may say: as a mail to a member does. null: nothing, not even that something waits. */
export function saidInCalendar(history: WarningHistory, reader: Reader): Exclude<Disclosed, 'waiting'> | null {
  const newest = history.revisions.at(-1);
  if (!newest) return null;
  const said = disclosed(accessNow(history, reader), newest.marking.tlp, true);
  return said === 'waiting' ? null : said;
}
