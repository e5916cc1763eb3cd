import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../../core/contract/health.ts';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { healthQuery } from '../live/administration-queries.ts';
import { Moment } from '../marks/moment.tsx';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { Machinery } from './machinery.tsx';
import { Presence } from './presence.tsx';
import styles from '../forms/forms.module.css';
import own from './health.module.css';

/** How the network does: in words first, then in figures; read anew while somebody looks. */
export function HealthPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const found = useQuery(healthQuery(call));
  return (
    <SectionPage of="network" title={t('health.title')}>
      <div className={`${styles.page} ${own.wide}`}>
        <Unread of={found} />
        {found.isPending && <p role="status">{t('frame.opening')}</p>}
        {found.data && (
          <>
            <Verdict health={found.data} />
            <Presence organisations={found.data.organisations} />
            <Machinery health={found.data} />
          </>
        )}
      </div>
    </SectionPage>
  );
}

function Verdict({ health: { findings, at } }: { health: Health }) {
  const { t } = useWords();
  const well = findings.length === 0;
  return (
    <section className={own.verdict} data-well={well} aria-label={t('health.title')}>
      <div role="status">
        {well ? (
          <p className={own.said}>
            <span aria-hidden="true">✓</span> {t('health.well')}
          </p>
        ) : (
          <ul className={own.findings}>
            {findings.map(({ code, count }) => (
              <li key={code} className={own.said}>
                <span aria-hidden="true">!</span> {t(`health.finding.${code}`, { count })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className={styles.muted}>
        {t('health.asOf')} <Moment at={at} />. {t('health.renewed')}
      </p>
    </section>
  );
}
