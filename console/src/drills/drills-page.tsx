import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { drillsQuery, type ListedWarning } from '../live/queries.ts';
import { Headline } from '../marks/headline.tsx';
import { Moment } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';
import own from './drills.module.css';

/** Every exercise of the network, newest first, and the way to run one. */
export function DrillsPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useInfiniteQuery(drillsQuery(call));
  const drills = found.data?.pages.flatMap(({ data }) => data);
  return (
    <SectionPage of="network" title={t('drills.title')}>
      <div className={styles.page}>
        <p>{t('drills.lead')}</p>
        {may(me, 'raiseWarning') && (
          <p>
            <Link to="/raise/drill" className={own.run}>
              {t('drills.run')}
            </Link>
          </p>
        )}
        <Unread of={found} />
        {found.isPending && <p role="status">{t('frame.opening')}</p>}
        {drills?.length === 0 && <p>{t('drills.none')}</p>}
        <ul className={styles.list} aria-label={t('drills.title')}>
          {drills?.map((drill) => (
            <Drill key={drill.id} drill={drill} />
          ))}
        </ul>
        {found.hasNextPage && (
          <SendButton variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('drills.earlier')}
          </SendButton>
        )}
      </div>
    </SectionPage>
  );
}

function Drill({ drill }: { drill: ListedWarning }) {
  const { t } = useWords();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2>
          <Link to="/warnings/$id" params={{ id: drill.id }}>
            {'headline' in drill ? <Headline {...drill} /> : t('marks.markingOnly')}
          </Link>
        </h2>
        <span className={styles.state}>{t(`codes.state.${drill.state}.label`)}</span>
      </div>
      <p className={styles.muted}>
        <PartyName party={drill.issuer} /> · <Moment at={drill.createdAt} />
      </p>
      {'headline' in drill && (
        <p>
          <Link to="/warnings/$id/drill" params={{ id: drill.id }}>
            {t('drills.report')}
          </Link>
        </p>
      )}
    </li>
  );
}
