import type { TFunction } from 'i18next';
import type { Severity, vocabularies } from '../../../core/contract/vocabularies.ts';
import { countryName, languageName } from '../marks/names.ts';
import type { Statistics } from './choice.ts';
import type { Spelling } from './spelling.ts';
import type { Cell, Table } from './table.ts';

/** What tables are written with. */
export interface Writing {
  readonly t: TFunction;
  readonly locale: string;
  readonly spell: Spelling;
}

type Counts = Statistics['warnings']['states'];

/** A code's label in a vocabulary; the code where the network knows more than these pages. */
export function labelOf(t: TFunction, vocabulary: keyof typeof vocabularies, code: string): string {
  return t(`codes.${vocabulary}.${code}.label` as 'codes.grounds.other.label', { defaultValue: code });
}

export function figure(value: number, { spell }: Writing): Cell {
  return { text: spell.number(value), value };
}

/** The warnings as they came in. */
export function overTime({ warnings, by, timeZone }: Statistics, writing: Writing): Table {
  const { t, spell } = writing;
  return {
    id: 'over-time',
    title: t(`statistics.table.${by}`),
    note: t('statistics.note.over', { zone: timeZone }),
    columns: [t(`statistics.column.${by}`), t('statistics.column.warnings')],
    rows: warnings.over.map(({ from, count }) => ({
      name: by === 'month' ? spell.month(from) : spell.day(from),
      cells: [figure(count, writing)],
    })),
  };
}

/** What the warnings are about, a table for each way to ask. */
export function breakdowns(statistics: Statistics, writing: Writing): Table[] {
  const { t, locale } = writing;
  const { warnings } = statistics;
  const several = t('statistics.note.several');
  const label = (vocabulary: keyof typeof vocabularies) => (code: string) => labelOf(t, vocabulary, code);
  const table = (id: BreakdownName, counts: Counts, name: (code: string) => string, note?: string): Table =>
    breakdown({ id, counts, name, of: warnings.count, note }, writing);
  const transnational = { code: '', count: warnings.transnational };
  const countries = warnings.transnational > 0 ? [...warnings.countries, transnational] : warnings.countries;
  return [
    table('severities', warnings.severities, label('severity')),
    table('grounds', warnings.grounds, label('grounds'), several),
    table('triggers', warnings.triggers, label('trigger')),
    table('countries', countries, (code) => (code === '' ? t('marks.everywhere') : countryName(code, locale)), several),
    table('languages', warnings.languages, (tag) => languageName(tag, locale), several),
    table('states', warnings.states, label('state')),
    ...(statistics.issuers ? [issuers(statistics.issuers, warnings.count, writing)] : []),
    corroborations(warnings, writing),
  ];
}

type BreakdownName = 'severities' | 'grounds' | 'triggers' | 'countries' | 'languages' | 'states' | 'issuers';

function breakdown(
  {
    id,
    counts,
    name,
    of,
    note,
  }: {
    id: BreakdownName;
    counts: Counts;
    name: (code: string) => string;
    of: number;
    note?: string | undefined;
  },
  writing: Writing,
): Table {
  const { t, spell } = writing;
  return {
    id,
    title: t(`statistics.table.${id}`),
    note,
    columns: [t('statistics.column.what'), t('statistics.column.warnings'), t('statistics.column.share')],
    rows: counts.map(({ code, count }) => {
      const share = of === 0 ? 0 : count / of;
      const cells = [figure(count, writing), { text: spell.percent(share), value: share }];
      return { name: name(code), cells, share, ...(id === 'severities' && { severity: code as Severity }) };
    }),
  };
}

function issuers(listed: NonNullable<Statistics['issuers']>, of: number, writing: Writing): Table {
  const { t } = writing;
  // By their place: names are no ids.
  const counts = listed.map(({ count }, place) => ({ code: String(place), count }));
  const name = (place: string): string => {
    const organisation = listed[Number(place)]?.organisation;
    return organisation?.id === undefined ? t('marks.withheld') : organisation.name;
  };
  return breakdown({ id: 'issuers', counts, name, of, note: t('statistics.note.issuers') }, writing);
}

function corroborations(warnings: Statistics['warnings'], writing: Writing): Table {
  const { t } = writing;
  return {
    id: 'corroborations',
    title: t('statistics.table.corroborations'),
    note: t('statistics.note.corroborations'),
    columns: [t('statistics.column.what'), t('statistics.column.all')],
    rows: (['corroborated', 'seen', 'notSeen'] as const).map((name) => ({
      name: t(`statistics.corroborations.${name}`),
      cells: [figure(warnings[name], writing)],
    })),
  };
}
