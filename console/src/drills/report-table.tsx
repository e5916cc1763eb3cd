import { useWords } from '../languages/words.tsx';
import { spellDuration } from '../marks/durations.ts';
import { PartyName } from '../marks/party-name.tsx';
import { Table } from '../marks/table.tsx';
import type { Report, ReportLine } from './report.ts';

/** A line for each expected team: after how long it had the drill, saw it, answered it and was done. */
export function ReportTable({ report }: { report: Report }) {
  const { t, locale } = useWords();
  const after = (time: number | null, otherwise: string): string =>
    time === null ? otherwise : spellDuration(time, locale);
  return (
    <Table
      label={t('drills.report')}
      columns={[
        { name: t('drills.team') },
        { name: t('drills.delivered'), numeric: true },
        { name: t('drills.seen'), numeric: true },
        { name: t('drills.answered'), numeric: true },
        { name: t('drills.closed'), numeric: true },
        { name: t('drills.state') },
        { name: t('drills.steps') },
      ]}
      rows={report.lines.map((line) => ({
        key: line.key,
        attention: line.answered === null,
        cells: [
          <Team key="team" line={line} />,
          after(line.delivered, t('drills.unconnected')),
          after(line.seen, t('drills.never')),
          after(line.answered, t('drills.never')),
          after(line.closed, t('drills.open')),
          t(`codes.acknowledgementState.${line.state}.label`),
          line.escalated ? t('drills.step', line.escalated) : '–',
        ],
      }))}
    />
  );
}

function Team({ line: { organisation, team, several } }: { line: ReportLine }) {
  return (
    <>
      <PartyName party={organisation} />
      {several && (
        <>
          {' '}
          · <bdi>{team.name}</bdi>
        </>
      )}
    </>
  );
}
