import type { Statistics } from '../contract/statistics.ts';
import { severityOrder } from '../contract/vocabularies.ts';
import { divisions } from '../domain/statistics.ts';
import { chosen, type Selection } from './statistics-selection.ts';
import type { Queryable } from './unit.ts';

type CodedCounts = Statistics['warnings']['states'];

/** What is counted of warnings, each as it stands today. */
export interface WarningCounts {
  readonly warnings: Statistics['warnings'];
  /** By the id of who raised them; null: withheld. */
  readonly issuers: readonly { readonly organisationId: string | null; readonly count: number }[];
}

type Part =
  | 'count'
  | 'state'
  | 'over'
  | 'transnational'
  | 'country'
  | 'language'
  | 'ground'
  | 'severity'
  | 'trigger'
  | 'corroborated'
  | 'seen'
  | 'notSeen'
  | 'issuer';

interface Row {
  part: Part;
  code: string | null;
  count: number;
}

export async function countWarnings(sql: Queryable, selection: Selection): Promise<WarningCounts> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const starts = divisions(selection.period);
  const condition = chosen(selection)(bind);
  const { rows } = await sql.query<Row>(
    `WITH chosen AS MATERIALIZED (
       SELECT state, created_at, countries, languages, grounds, severity, seen, not_seen, COALESCE(trigger, (
         SELECT content::json ->> 'trigger' FROM warning_revision newest
         WHERE newest.warning_id = warning.id AND newest.revision = warning.revision)) AS trigger,
         CASE WHEN NOT withhold_issuer THEN issuer_id END AS issuer
       FROM warning WHERE ${condition})
     ${parts(bind(starts)).join(' UNION ALL ')}`,
    values,
  );
  const of = (part: Part): readonly Row[] => rows.filter((row) => row.part === part);
  const sum = (part: Part): number => of(part)[0]?.count ?? 0;
  const over = new Map(of('over').map(({ code, count }) => [Number(code), count]));
  return {
    issuers: of('issuer').map(({ code, count }) => ({ organisationId: code, count })),
    warnings: {
      count: sum('count'),
      red: await redCount(sql, selection),
      states: byCount(of('state')),
      over: starts.map((from, index) => ({ from: from.toISOString(), count: over.get(index + 1) ?? 0 })),
      transnational: sum('transnational'),
      countries: byCount(of('country')),
      languages: byCount(of('language')),
      grounds: byCount(of('ground')),
      severities: bySeverity(of('severity')),
      triggers: byCount(of('trigger')),
      corroborated: sum('corroborated'),
      seen: sum('seen'),
      notSeen: sum('notSeen'),
    },
  };
}

/** From the ranks that the table keeps, the most severe first. */
function bySeverity(rows: readonly Row[]): CodedCounts {
  const found = new Map(rows.map(({ code, count }) => [severityOrder[Number(code)], count]));
  return severityOrder.toReversed().flatMap((code) => {
    const count = found.get(code);
    return count === undefined ? [] : [{ code, count }];
  });
}

/** One small statement for each thing that is counted of the same rows. */
function parts(starts: string): string[] {
  const total = (part: Part, figure: string): string =>
    `SELECT '${part}' AS part, NULL AS code, ${figure}::integer AS count FROM chosen`;
  const each = (part: Part, code: string, from = ''): string =>
    `SELECT '${part}', ${code}, count(*)::integer FROM chosen ${from} GROUP BY 2`;
  const listed = (part: Part, column: string): string =>
    each(part, 'code', `CROSS JOIN LATERAL unnest(${column}) AS code`);
  return [
    total('count', 'count(*)'),
    total('transnational', `count(*) FILTER (WHERE countries = '{}')`),
    total('corroborated', 'count(*) FILTER (WHERE seen > 0)'),
    total('seen', 'COALESCE(sum(seen), 0)'),
    total('notSeen', 'COALESCE(sum(not_seen), 0)'),
    each('state', 'state'),
    each('over', `width_bucket(created_at, ${starts}::timestamptz[])::text`),
    listed('country', 'countries'),
    listed('language', 'languages'),
    listed('ground', 'grounds'),
    each('severity', 'severity::text'),
    each('trigger', 'trigger'),
    each('issuer', 'issuer::text'),
  ];
}

/** The most frequent first; of equally many in the order of their codes. */
export function byCount(rows: readonly { readonly code: string | null; readonly count: number }[]): CodedCounts {
  return rows
    .flatMap(({ code, count }) => (code === null ? [] : [{ code, count }]))
    .toSorted((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
}

/** What a coordinator may not break down: told of the network and of who raised it, not of who was to answer, which it may not have. */
async function redCount(sql: Queryable, selection: Selection): Promise<number | null> {
  const { reader, subject } = selection;
  if (reader.kind !== 'coordinator' || subject.scope === 'received') return null;
  const values: unknown[] = [];
  const condition = chosen(selection, true)((value) => `$${values.push(value)}`);
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM warning WHERE ${condition}`,
    values,
  );
  return rows[0]?.count ?? 0;
}
