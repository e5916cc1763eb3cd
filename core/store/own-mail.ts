import type { Hours } from '../contract/escalation-policy.ts';
import type { Filter } from '../contract/filter.ts';
import { nothingChosen, type OwnMail } from '../domain/own-mail.ts';
import type { Queryable } from './unit.ts';

interface OwnMailRow {
  member_id: string;
  since: Date | null;
  filter: string;
  hours: string | null;
}

const select = 'SELECT member_id, since, filter, hours FROM own_mail';

/** What members chose to be mailed, by their ids. */
export async function loadOwnMail(sql: Queryable): Promise<Map<string, OwnMail>> {
  const { rows } = await sql.query<OwnMailRow>(select);
  return new Map(rows.map((row) => [row.member_id, ownMail(row)]));
}

/** What one member chose; nothing, where they never did. */
export async function ownMailOf(sql: Queryable, memberId: string): Promise<OwnMail> {
  const { rows } = await sql.query<OwnMailRow>(`${select} WHERE member_id = $1`, [memberId]);
  return rows[0] ? ownMail(rows[0]) : nothingChosen;
}

function ownMail({ since, filter, hours }: OwnMailRow): OwnMail {
  return {
    since: since?.toISOString() ?? null,
    filter: JSON.parse(filter) as Filter,
    hours: hours === null ? null : (JSON.parse(hours) as Hours),
  };
}
