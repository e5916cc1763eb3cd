import type { Filter } from '../contract/filter.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Queryable } from './unit.ts';

interface CalendarRow {
  id: string;
  member_id: string;
  name: string;
  filter: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
}

const select = 'SELECT id, member_id, name, filter, created_at, expires_at, last_used_at FROM calendar';

/** The calendar of a token's digest, also when it has expired: the caller looks. */
export async function findCalendar(sql: Queryable, digest: Buffer): Promise<Calendar | undefined> {
  const { rows } = await sql.query<CalendarRow>(`${select} WHERE digest = $1`, [digest]);
  return rows[0] && calendarOf(rows[0]);
}

/** A member's calendars, oldest first, expired ones too. */
export async function calendarsOf(sql: Queryable, memberId: string): Promise<Calendar[]> {
  const { rows } = await sql.query<CalendarRow>(`${select} WHERE member_id = $1 ORDER BY created_at, id`, [memberId]);
  return rows.map(calendarOf);
}

function calendarOf(row: CalendarRow): Calendar {
  return {
    id: row.id,
    memberId: row.member_id,
    name: row.name,
    filter: JSON.parse(row.filter) as Filter,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
