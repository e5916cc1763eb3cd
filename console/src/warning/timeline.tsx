import { useInfiniteQuery } from '@tanstack/react-query';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { timelineQuery } from '../live/queries.ts';
import { Moment } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import type { Answer } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { Happened } from './happened.tsx';
import line from './timeline.module.css';
import styles from './warning.module.css';

/** Everything that happened to it, oldest first, as far as the reader may see. */
export function Timeline({ id }: { id: string }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const timeline = useInfiniteQuery(timelineQuery(call, id));
  const entries = (timeline.data?.pages ?? []).flatMap(({ data }) => data);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('warning.timeline')}</h2>
      <Unread part of={timeline} />
      {timeline.isPending && <p role="status">{t('frame.opening')}</p>}
      <ol className={line.timeline}>
        {entries.map((event) => (
          <li key={event.id}>
            <p className={styles.reading}>
              <Moment at={event.at} /> · <PartyName party={event.actor.organisation} />
              {event.actor.member && (
                <>
                  {' '}
                  (<bdi>{event.actor.member.name}</bdi>)
                </>
              )}
            </p>
            <Happened event={event} before={revisionBefore(entries, event)} />
          </li>
        ))}
      </ol>
      {timeline.hasNextPage && (
        <SendButton
          variant="default"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t('warning.later')}
        </SendButton>
      )}
    </section>
  );
}

type Entry = Answer<'getTimeline'>['data'][number];

/** The warning as an earlier event of the timeline carries it, in the revision before that of this one. */
function revisionBefore(entries: readonly Entry[], { warning }: Entry): Warning | undefined {
  const number = 'revision' in warning ? warning.revision - 1 : 0;
  const told = entries.find(
    ({ warning: one }) => 'headline' in one && 'revision' in one && one.revision === number,
  )?.warning;
  return told as Warning | undefined;
}
