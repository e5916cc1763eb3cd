import type { Statistics } from './choice.ts';
import type { Cell, Row, Table } from './table.ts';
import { figure, labelOf, type Writing } from './tables.ts';

type Answers = Statistics['answers'];
type Waits = Answers['times']['seen'];

/** Figures that rest on fewer say little. */
export const few = 5;

/** Those whose answers are told apart, and all of them; only all where there is but one. */
function everybody({ answers, answering }: Statistics, { t }: Writing): { name: string; answers: Answers }[] {
  const each = answering.map(({ organisation, team, ...one }) => ({
    name: team?.name ?? organisation.name,
    answers: one,
  }));
  return each.length === 1 ? each : [...each, { name: t('statistics.column.all'), answers }];
}

/** How many answers were due, and were given. */
export function answersTable(statistics: Statistics, writing: Writing): Table {
  const { t } = writing;
  return {
    id: 'answers',
    title: t('statistics.table.answers'),
    note: t('statistics.note.answers'),
    columns: (['who', 'expected', 'answered', 'waiting', 'unanswered', 'escalations'] as const).map((name) =>
      t(`statistics.column.${name}`),
    ),
    rows: everybody(statistics, writing).map(({ name, answers }) => ({
      name,
      cells: [
        answers.count,
        answers.count - answers.waiting - answers.unanswered,
        answers.waiting,
        answers.unanswered,
        answers.escalations,
      ].map((count) => figure(count, writing)),
    })),
  };
}

/** How long each step took, a table for each. */
export function timeTables(statistics: Statistics, writing: Writing): Table[] {
  const { t } = writing;
  const all = everybody(statistics, writing);
  return (['delivered', 'seen', 'acknowledged', 'closed'] as const).map((step) => {
    const slowest = Math.max(...all.map(({ answers }) => answers.times[step].median ?? 0));
    const inSeconds = (column: string): string => t('statistics.seconds', { column });
    return {
      id: step,
      title: t(`statistics.table.${step}`),
      note: t(`statistics.note.${step}`),
      columns: [
        t('statistics.column.who'),
        t('statistics.column.median'),
        t('statistics.column.p90'),
        t('statistics.column.rests'),
      ],
      fileColumns: [
        t('statistics.column.who'),
        inSeconds(t('statistics.column.median')),
        inSeconds(t('statistics.column.p90')),
        t('statistics.column.rests'),
      ],
      rows: all.map(({ name, answers }) => timeRow(name, answers.times[step], slowest, writing)),
    };
  });
}

function timeRow(name: string, { median, p90, count }: Waits, slowest: number, { t, spell }: Writing): Row {
  const time = (seconds: number | null): Cell =>
    seconds === null ? { text: '–', value: '' } : { text: spell.duration(seconds), value: seconds };
  const rests = count > 0 && count < few ? `${spell.number(count)} (${t('statistics.few')})` : spell.number(count);
  return {
    name,
    cells: [time(median), time(p90), { text: rests, value: count }],
    ...(slowest > 0 && { share: (median ?? 0) / slowest }),
  };
}

const outcomes = {
  outcomes: { counts: 'states', vocabulary: 'acknowledgementState' },
  reasons: { counts: 'reasons', vocabulary: 'reason' },
  measures: { counts: 'measures', vocabulary: 'measures' },
  usefulness: { counts: 'usefulness', vocabulary: 'usefulness' },
} as const;

/** What came of the warnings: codes down, who answered so across. */
export function outcomeTables(statistics: Statistics, writing: Writing): Table[] {
  const { t } = writing;
  const all = everybody(statistics, writing);
  // All of them first: those who are many are scrolled to.
  all.unshift(...all.splice(-1));
  return (Object.keys(outcomes) as (keyof typeof outcomes)[]).map((id) => {
    const { counts, vocabulary } = outcomes[id];
    const total = statistics.answers[counts].reduce((sum, { count }) => sum + count, 0);
    return {
      id,
      title: t(`statistics.table.${id}`),
      note: t(`statistics.note.${id}`),
      columns: [t('statistics.column.what'), ...all.map(({ name }) => name)],
      rows: statistics.answers[counts].map(({ code, count }) => ({
        name: labelOf(t, vocabulary, code),
        cells: all.map(({ answers }) => figure(answers[counts].find((one) => one.code === code)?.count ?? 0, writing)),
        share: total === 0 ? 0 : count / total,
      })),
    };
  });
}

/** Whose answers are waited for still, and for how long when the figures were made. */
export function waitingTable({ waiting, madeAt }: Statistics, { t, spell }: Writing): Table {
  return {
    id: 'waiting',
    title: t('statistics.table.waiting'),
    ...(waiting.length >= 100 && { note: t('statistics.note.waiting') }),
    columns: [t('statistics.column.warning'), t('statistics.column.who'), t('statistics.column.since')],
    fileColumns: [
      t('statistics.column.warning'),
      t('statistics.column.who'),
      t('statistics.seconds', { column: t('statistics.column.since') }),
    ],
    rows: waiting.map(({ warning, organisation, team, waitingSince }) => {
      const seconds = Math.round((Date.parse(madeAt) - Date.parse(waitingSince)) / 1_000);
      const who = team.name === organisation.name ? organisation.name : `${organisation.name}, ${team.name}`;
      const { headline, ...about } = warning;
      return {
        name: headline === null ? t('marks.markingOnly') : headline || t('marks.headlineRedacted'),
        cells: [
          { text: who, value: who },
          { text: spell.duration(seconds), value: seconds },
        ],
        severity: about.severity,
        warning: about,
      };
    }),
  };
}
