import type { Presence as Present } from '../../../core/contract/health.ts';
import { useWords } from '../languages/words.tsx';
import { Ago } from '../marks/moment.tsx';
import { Table, type Column, type Row } from '../marks/table.tsx';
import styles from '../forms/forms.module.css';
import own from './health.module.css';

/** An organisation, or one of its teams where it has several. */
interface Line {
  readonly key: string;
  readonly organisation: Present;
  readonly team: Present['teams'][number] | undefined;
}

/** Who is connected, since when, and what they last received: those that are missed first. */
export function Presence({ organisations }: { organisations: readonly Present[] }) {
  const { t } = useWords();
  const columns: Column[] = [
    { name: t('health.organisation') },
    { name: t('health.connections'), numeric: true },
    { name: t('health.since') },
    { name: t('health.received') },
    { name: t('health.seen') },
    { name: t('health.unanswered'), numeric: true },
  ];
  return (
    <section className={styles.panel} aria-labelledby="connected">
      <h2 id="connected">{t('health.connected')}</h2>
      {organisations.length === 0 ? (
        <p>{t('health.nobodyYet')}</p>
      ) : (
        <Table label={t('health.connected')} columns={columns} rows={organisations.flatMap(linesOf).map(rowOf)} />
      )}
    </section>
  );
}

function rowOf(line: Line): Row {
  const { key, organisation, team } = line;
  const whose = team ?? organisation;
  // Platforms alone leave receipts; what several teams received is said of each of them.
  const unsaid = organisation.kind !== 'platform' || (team === undefined && organisation.teams.length > 1);
  const receipts = team ?? organisation.teams[0];
  return {
    key,
    attention: isMissed(organisation, whose),
    cells: [
      <Name key="name" line={line} />,
      <Connections key="connections" count={whose.connections} />,
      whose.since ? <Ago key="since" at={whose.since} /> : '–',
      unsaid ? '–' : <Receipt key="received" at={receipts?.deliveredAt} />,
      unsaid ? '–' : <Receipt key="seen" at={receipts?.seenAt} />,
      whose.unanswered,
    ],
  };
}

function Connections({ count }: { count: number }) {
  const { t } = useWords();
  return count === 0 ? <span className={own.absent}>{t('health.absent')}</span> : count;
}

function Receipt({ at }: { at: string | null | undefined }) {
  const { t } = useWords();
  return at ? <Ago at={at} /> : <span className={styles.muted}>{t('health.none')}</span>;
}

function Name({ line: { organisation, team } }: { line: Line }) {
  const { t } = useWords();
  if (team) return <bdi className={own.team}>{team.name}</bdi>;
  return (
    <>
      <bdi>{organisation.name}</bdi> <span className={own.kind}>{t(`codes.kind.${organisation.kind}.label`)}</span>
    </>
  );
}

function linesOf(organisation: Present): Line[] {
  const whole = { key: organisation.id, organisation, team: undefined };
  if (organisation.teams.length < 2) return [whole];
  return [whole, ...organisation.teams.map((team) => ({ key: team.id, organisation, team }))];
}

function isMissed(
  { kind }: Present,
  { unanswered, connections }: Pick<Present, 'unanswered' | 'connections'>,
): boolean {
  return kind === 'platform' && unanswered > 0 && connections === 0;
}
