import { v7 } from 'uuid';
import type { CalendarRequest } from '../../contract/calendar.ts';
import { limits } from '../../contract/limits.ts';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import { calendarExpiry, calendarFilter, type Calendar } from '../../domain/calendar.ts';
import type { InternalType, NewEvent } from '../../domain/log.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { calendarsOf } from '../calendars.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { self } from './factor.ts';

/** A calendar whose address was just made: its token is answered this once; what is kept is a digest. */
export interface MadeCalendar {
  readonly calendar: Calendar;
  readonly token: string;
}

/** Makes an address for a calendar of the caller's own. @throws Refusal state-conflict where they have enough */
export function addCalendar(caller: Caller, { name, filter }: CalendarRequest): Command<MadeCalendar> {
  return async (unit) => {
    const { member } = self(unit, caller);
    const { length } = await calendarsOf(unit.sql, member.id);
    if (length >= limits.calendars) {
      throw new Refusal('state-conflict', filled(reasons.calendarsMost, { most: limits.calendars }));
    }
    const made = await insert(unit, member, { name, filter: calendarFilter(filter) });
    tell(unit, member, 'calendar.added', made.calendar.id, { expiresAt: made.calendar.expiresAt });
    return made;
  };
}

/** Ends an address and makes another like it, which lasts as long again. @throws Refusal not-found */
export function replaceCalendar(caller: Caller, id: string): Command<MadeCalendar> {
  return async (unit) => {
    const { member } = self(unit, caller);
    const before = await ownCalendar(unit, member, id);
    await remove(unit, before);
    const made = await insert(unit, member, before);
    const { id: replacedBy, expiresAt } = made.calendar;
    tell(unit, member, 'calendar.replaced', id, { replacedBy, expiresAt });
    return made;
  };
}

/** Ends an address for good. @throws Refusal not-found */
export function endCalendar(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    const { member } = self(unit, caller);
    await remove(unit, await ownCalendar(unit, member, id));
    tell(unit, member, 'calendar.ended', id);
  };
}

/** Ends the addresses of a member who is one no longer. */
export async function forgetCalendars(unit: Unit, memberId: string): Promise<void> {
  await unit.sql.query('DELETE FROM calendar WHERE member_id = $1', [memberId]);
}

async function insert(
  unit: Unit,
  { id: memberId }: Member,
  { name, filter }: Pick<Calendar, 'name' | 'filter'>,
): Promise<MadeCalendar> {
  const token = newSecret();
  const calendar: Calendar = {
    id: v7(),
    memberId,
    name,
    filter,
    createdAt: unit.at,
    expiresAt: calendarExpiry(unit.now),
    lastUsedAt: null,
  };
  await unit.sql.query(
    'INSERT INTO calendar (id, member_id, name, digest, filter, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [calendar.id, memberId, name, tokenDigest(token), JSON.stringify(filter), unit.now, calendar.expiresAt],
  );
  return { calendar, token };
}

async function remove({ sql }: Unit, { id }: Calendar): Promise<void> {
  await sql.query('DELETE FROM calendar WHERE id = $1', [id]);
}

async function ownCalendar(unit: Unit, member: Member, id: string): Promise<Calendar> {
  const found = (await calendarsOf(unit.sql, member.id)).find((calendar) => calendar.id === id);
  if (!found) throw notFound('calendar');
  return found;
}

/** Who has it stands in the log; what people called it, and what it follows, in its row alone. */
function tell(
  unit: Unit,
  { id: member, organisationId: organisation }: Member,
  type: InternalType & `calendar.${string}`,
  calendar: string,
  more: NewEvent['data'] = {},
): void {
  const actor = { organisationId: organisation, memberId: member };
  unit.append({ id: v7(), type, actor, data: { organisation, member, calendar, ...more } });
}
