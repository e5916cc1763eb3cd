import type { Health } from '../../../core/contract/health.ts';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { spellDuration } from '../marks/durations.ts';
import { Ago, Moment } from '../marks/moment.tsx';
import { Table } from '../marks/table.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';

const stores = { redis: 'Redis', postgres: 'PostgreSQL' } as const;
const checkNames = ['database', 'log', 'queue'] as const;

/** What runs the network: servers and workers along the log, queues, mail. */
export function Machinery({ health }: { health: Health }) {
  return (
    <>
      <Log health={health} />
      <Mail mail={health.mail} />
      <Queues health={health} />
    </>
  );
}

function Log({ health: { newestAt, dispatcher, nodes, checks } }: { health: Health }) {
  const { t, locale } = useWords();
  return (
    <section className={styles.panel} aria-labelledby="log">
      <h2 id="log">{t('health.log')}</h2>
      <Facts
        of={[
          ...checkNames.map((name) => {
            const problem = checks.find((check) => check.name === name)?.problem ?? null;
            return [t(`health.check.${name}`), <State key={name} problem={problem} />] as const;
          }),
          [t('health.newest'), newestAt && <Ago at={newestAt} />],
          [t('health.workers'), t(dispatcher.leads ? 'health.atWork' : 'health.noWorkers')],
          [t('health.behind'), dispatcher.behind],
          [t('health.oldest'), dispatcher.behind > 0 ? spellDuration(dispatcher.seconds * 1000, locale) : null],
        ]}
      />
      <Table
        label={t('health.servers')}
        columns={[
          { name: t('health.server') },
          { name: t('health.connections'), numeric: true },
          { name: t('health.behind'), numeric: true },
          { name: t('health.heard') },
        ]}
        rows={nodes.map(({ id, connections, behind, toldAt }) => ({
          key: id,
          cells: [<code key="id">{id.slice(0, 8)}</code>, connections, behind, <Ago key="heard" at={toldAt} />],
        }))}
      />
    </section>
  );
}

/** Why something is not well is for those who run the network: as it says it, in English. */
function State({ problem }: { problem: string | null }) {
  const { t } = useWords();
  if (problem === null) return t('health.ok');
  return (
    <>
      {t('health.unwell')}: <span lang="en">{problem}</span>
    </>
  );
}

function Mail({ mail }: { mail: Health['mail'] }) {
  const { t } = useWords();
  return (
    <section className={styles.panel} aria-labelledby="mail">
      <h2 id="mail">{t('health.mail')}</h2>
      <Facts
        of={[
          [t('health.held'), mail.heldSince && <Moment at={mail.heldSince} />],
          [t('health.pending'), mail.pending],
          [t('health.late'), mail.late],
          [t('health.retried'), mail.retried],
          [t('health.failed'), mail.failed],
        ]}
      />
    </section>
  );
}

function Queues({ health: { queues, backend } }: { health: Health }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  return (
    <section className={styles.panel} aria-labelledby="queues">
      <h2 id="queues">{t('health.queues')}</h2>
      {backend && <p className={styles.muted}>{t('health.kept', { store: stores[backend] })}</p>}
      {queues.length === 0 ? (
        <p>{t('health.uncounted')}</p>
      ) : (
        <Table
          label={t('health.queues')}
          columns={[
            { name: t('health.queue') },
            { name: t('health.waiting'), numeric: true },
            { name: t('health.active'), numeric: true },
            { name: t('health.delayed'), numeric: true },
          ]}
          rows={queues.map(({ name, waiting, active, delayed }) => ({
            key: name,
            cells: [<code key="name">{name}</code>, waiting, active, delayed],
          }))}
        />
      )}
      {/* It knows people by their session, and no keys. */}
      {me.as.type === 'member' && (
        <p>
          <a href="/network/queues/">{t('health.look')}</a>
        </p>
      )}
    </section>
  );
}
