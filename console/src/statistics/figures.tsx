import { lazy, Suspense, useMemo } from 'react';
import { Button, useComputedColorScheme } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { saveFile } from '../marks/save-file.ts';
import { spellMoment } from '../marks/durations.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { answersTable, outcomeTables, timeTables, waitingTable } from './answer-tables.ts';
import type { Statistics } from './choice.ts';
import { FigureTable } from './figure-table.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { spellingIn } from './spelling.ts';
import { csvOfAll, type Table } from './table.ts';
import { breakdowns, overTime, type Writing } from './tables.ts';
import styles from './statistics.module.css';

const Chart = lazy(() => import('./chart.tsx').then(({ Chart: component }) => ({ default: component })));

/** The figures as a document: of whom and when, the most important first, each table with what it means. */
export function Figures({ statistics }: { statistics: Statistics }) {
  const { t, locale } = useWords();
  const writing = useMemo<Writing>(
    () => ({ t, locale, spell: spellingIn(locale, statistics.timeZone) }),
    [t, locale, statistics.timeZone],
  );
  return (
    <>
      <Head statistics={statistics} writing={writing} />
      {statistics.warnings.count === 0 ? <Empty /> : <Counted statistics={statistics} writing={writing} />}
    </>
  );
}

interface Props {
  statistics: Statistics;
  writing: Writing;
}

function Counted({ statistics, writing }: Props) {
  const over = overTime(statistics, writing);
  const about = breakdowns(statistics, writing);
  const answers = answersTable(statistics, writing);
  const times = timeTables(statistics, writing);
  const outcomes = outcomeTables(statistics, writing);
  const waiting = waitingTable(statistics, writing);
  return (
    <>
      <HeadlineFigures statistics={statistics} writing={writing} />
      <Files tables={[over, ...about, answers, ...times, ...outcomes, waiting]} />
      <Section name="warnings">
        <div className={styles.beside}>
          <Suspense fallback={<div className={styles.chartPlace} />}>
            <Over statistics={statistics} writing={writing} />
          </Suspense>
          <FigureTable table={over} />
        </div>
        <Grid tables={about} columns="narrow" />
      </Section>
      <Section name="answers">
        <FigureTable table={answers} />
      </Section>
      <Section name="times" note={writing.t('statistics.note.times')}>
        <Grid tables={times} columns="wide" />
      </Section>
      <Section name="outcomes">
        {outcomes.map((table) => (
          <FigureTable key={table.id} table={table} />
        ))}
      </Section>
      <Section name="waiting">
        <FigureTable table={waiting} />
      </Section>
    </>
  );
}

function Over({ statistics, writing: { spell } }: Props) {
  const { by, warnings } = statistics;
  // Drawn anew in the colours of another scheme.
  const scheme = useComputedColorScheme();
  const [labels, values] = useMemo(() => {
    const spelled = by === 'month' ? spell.shortMonth : spell.shortDay;
    return [warnings.over.map(({ from }) => spelled(from)), warnings.over.map(({ count }) => count)];
  }, [by, warnings, spell]);
  return <Chart key={scheme} labels={labels} values={values} spell={spell.number} />;
}

/** Whose figures, of when, made when, and what is not among them: also on paper. */
function Head({ statistics, writing: { t, locale, spell } }: Props) {
  const { me } = useSignedIn();
  const { of, scope, since, until, status, madeAt, warnings } = statistics;
  const other = of?.id !== undefined && of.id !== me.organisation.id;
  return (
    <div className={styles.head}>
      <p role="status">
        <strong>{t(`statistics.scope.${scope}`, { name: of?.name ?? '' })}</strong>, {spell.between(since, until)}
        {status === 'exercise' && ` · ${t('codes.status.exercise.label')}`}
      </p>
      <p className={styles.note}>
        {t('statistics.asToday')}
        {other && scope === 'raised' && ` ${t('statistics.withheldLeftOut')}`}
        {other && scope === 'received' && ` ${t('statistics.redLeftOut')}`}
        {warnings.red !== null && warnings.red > 0 && ` ${t('statistics.red', { n: spell.number(warnings.red) })}`}
      </p>
      <p className={styles.note}>{t('statistics.made', { at: spellMoment(Date.parse(madeAt), locale) })}</p>
    </div>
  );
}

function Empty() {
  const { t } = useWords();
  return (
    <div className={styles.empty}>
      <p>{t('statistics.empty')}</p>
      <p className={styles.note}>{t('statistics.emptyHint')}</p>
    </div>
  );
}

/** What goes further than the screen. */
function Files({ tables }: { tables: readonly Table[] }) {
  const { t } = useWords();
  const head = {
    table: t('statistics.csv.table'),
    row: t('statistics.csv.row'),
    column: t('statistics.csv.column'),
    value: t('statistics.csv.value'),
  };
  return (
    <div className={styles.files}>
      <Button variant="default" onClick={() => globalThis.print()}>
        {t('statistics.print')}
      </Button>
      <Button
        variant="default"
        onClick={() => saveFile('statistics.csv', csvOfAll(tables, head), 'text/csv;charset=utf-8')}
      >
        {t('statistics.everything')}
      </Button>
    </div>
  );
}

interface SectionProps {
  name: 'warnings' | 'answers' | 'times' | 'outcomes' | 'waiting';
  note?: string;
  children: React.ReactNode;
}

function Section({ name, note, children }: SectionProps) {
  const { t } = useWords();
  return (
    <section className={styles.section}>
      <h2>{t(`statistics.section.${name}`)}</h2>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

/** Beside one another, as many as there is room for. */
function Grid({ tables, columns }: { tables: readonly Table[]; columns: 'narrow' | 'wide' }) {
  return (
    <div className={`${styles.grid} ${styles[columns]}`}>
      {tables.map((table) => (
        <FigureTable key={table.id} table={table} />
      ))}
    </div>
  );
}
