import type { CountryStanding } from '../contract/country-routes.ts';
import type { CountriesQuery } from '../contract/queries.ts';
import { severityOrder, type Severity } from '../contract/vocabularies.ts';
import type { Reader } from '../domain/organisation.ts';
import { admitted, fullyReadable } from './admission.ts';
import type { Queryable } from './unit.ts';
import { asked } from './warnings.ts';

/**
 * What is active in each country, of the warnings that a reader may read whole: where a marking alone is told, its countries are not.
 * Those that name no country stand under null, first.
 * @param teamIds the reader's teams: what waits for an answer of one of them waits
 */
export async function countryStandings(
  sql: Queryable,
  reader: Reader,
  query: CountriesQuery,
  teamIds: readonly string[],
): Promise<CountryStanding[]> {
  const { status = ['actual'], ...others } = query;
  const where = [admitted(reader), ...asked(reader, { ...others, status, state: ['active'] })];
  if (reader.kind === 'coordinator') where.push(fullyReadable(reader));
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { rows } = await sql.query<Omit<CountryStanding, 'severity'> & { severity: number }>(
    `SELECT country, count(*)::integer AS active, max(severity) AS severity,
       (count(*) FILTER (WHERE waits))::integer AS waiting
     FROM (SELECT countries, severity, EXISTS (SELECT FROM acknowledgement WHERE warning_id = warning.id
         AND team_id = ANY(${bind(teamIds)}::uuid[]) AND acknowledgement.state = 'pending' AND expected) AS waits
       FROM warning WHERE ${where.map((predicate) => `(${predicate(bind)})`).join(' AND ')}) found
     LEFT JOIN LATERAL unnest(countries) country ON true
     GROUP BY country ORDER BY country NULLS FIRST`,
    values,
  );
  return rows.map((row) => ({ ...row, severity: severityOrder[row.severity] as Severity }));
}
