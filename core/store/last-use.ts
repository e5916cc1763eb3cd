import type { Queryable } from './unit.ts';

/** Notes, to the minute, that keys or calendars were used; earlier than noted already changes nothing. */
export async function noteUse(
  sql: Queryable,
  of: 'api_key' | 'calendar',
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await sql.query(
    `UPDATE ${of} SET last_used_at = date_trunc('minute', $2::timestamptz)
     WHERE id = ANY ($1::uuid[]) AND (last_used_at IS NULL OR last_used_at < date_trunc('minute', $2::timestamptz))`,
    [ids, at],
  );
}
