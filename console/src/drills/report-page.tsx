import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Warning } from '../../../core/contract/warning.ts';
import { Facts } from '../forms/facts.tsx';
import { useTitle } from '../frame/title.ts';
import { useWords } from '../languages/words.tsx';
import { acknowledgementsQuery, timelineQuery, warningQuery } from '../live/queries.ts';
import { spellDuration } from '../marks/durations.ts';
import { byteOrderMark } from '../marks/csv.ts';
import { Headline } from '../marks/headline.tsx';
import { Moment } from '../marks/moment.tsx';
import { saveFile } from '../marks/save-file.ts';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { Unread } from '../marks/unread.tsx';
import { isOwn, useSignedIn } from '../session/signed-in.ts';
import { receiptPace, waitsForReceipts } from '../warning/receipts.ts';
import { reportCsv, reportOf, type Report } from './report.ts';
import { ReportTable } from './report-table.tsx';
import styles from '../forms/forms.module.css';
import own from './drills.module.css';

/** Who answered a drill when: for the coordinator, and for whoever ran it. */
export function ReportPage() {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false });
  const { me, call } = useSignedIn();
  const warning = useQuery(warningQuery(call, id));
  useTitle(t('drills.report'));
  const found = warning.data;
  const admitted = me.organisation.kind === 'coordinator' || (found && isOwn(me, found.issuer));
  const reported = found && 'headline' in found && found.status !== 'actual' && admitted ? found : undefined;
  return (
    <>
      <h1>{t('drills.report')}</h1>
      <div className={`${styles.page} ${own.report}`}>
        <Unread of={warning} />
        {warning.isPending && <p role="status">{t('frame.opening')}</p>}
        {found && !reported && <p>{t('drills.noReport')}</p>}
        {reported && <Answers warning={reported} />}
      </div>
    </>
  );
}

function Answers({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const answers = useQuery({
    ...acknowledgementsQuery(call, warning.id),
    // Receipts are no events: nothing tells that one came.
    refetchInterval: ({ state }) => (waitsForReceipts(warning, state.data) ? receiptPace(warning, Date.now()) : false),
  });
  const timeline = useInfiniteQuery(timelineQuery(call, warning.id));
  const { hasNextPage, isFetching, isError, fetchNextPage } = timeline;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const events = timeline.data?.pages.flatMap(({ data }) => data);
  return (
    <>
      <p className={own.about}>
        <Headline {...warning} /> <TlpLabel tlp={warning.tlp} />
      </p>
      <p className={own.ways}>
        <Link to="/warnings/$id" params={{ id: warning.id }}>
          {t('drills.warning')}
        </Link>
        {me.organisation.kind === 'coordinator' && <Link to="/network/drills">{t('drills.all')}</Link>}
      </p>
      <Unread of={answers} />
      <Unread part of={timeline} />
      {answers.data && events && !hasNextPage ? (
        <Reported warning={warning} report={reportOf(warning.createdAt, answers.data, events)} />
      ) : (
        <p role="status">{t('frame.opening')}</p>
      )}
    </>
  );
}

function Reported({ warning, report }: { warning: Warning; report: Report }) {
  const { t, locale } = useWords();
  if (report.lines.length === 0) return <p>{t('drills.notExpected')}</p>;
  const spelled = (time: number | null): string | null => (time === null ? null : spellDuration(time, locale));
  const columns = ['organisation', 'team', 'state', 'delivered', 'seen', 'answered', 'closed', 'step'];
  return (
    <>
      <section className={styles.panel} aria-label={t('acknowledgements.title')}>
        <p className={own.sum} role="status">
          {t('acknowledgements.answered', { count: report.answered, of: report.lines.length })}
        </p>
        <Facts
          of={[
            [t('drills.raised'), <Moment key="raised" at={warning.createdAt} />],
            [t('drills.fastest'), spelled(report.first)],
            [t('drills.median'), spelled(report.median) ?? t('drills.medianNever')],
          ]}
        />
      </section>
      <section className={styles.panel} aria-label={t('drills.report')}>
        <ReportTable report={report} />
      </section>
      <div className={`${styles.actions} ${own.actions}`}>
        <Button
          variant="default"
          onClick={() =>
            saveFile(
              `drill-${warning.createdAt.slice(0, 10)}.csv`,
              byteOrderMark + reportCsv(report, columns),
              'text/csv',
            )
          }
        >
          {t('drills.csv')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('drills.print')}
        </Button>
      </div>
    </>
  );
}
