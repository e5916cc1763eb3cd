import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { mailSubscriberPatch, type MailSubscriber } from '../../../core/contract/mail-subscriber.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { useFocusOnArrival } from '../marks/focus.ts';
import { Unread } from '../marks/unread.tsx';
import { isPassing, openNetwork } from '../network.ts';
import { LinkProblem } from './link-problem.tsx';
import { draftOf, wishesOf } from './mail-draft.ts';
import { MailFields } from './mail-fields.tsx';
import { Pause, Resume } from './pause.tsx';
import { SubscriberFacts } from './subscriber-facts.tsx';
import styles from '../forms/forms.module.css';

/** Under which what the holder of a link is mailed is kept on the page. */
export function subscriberKey(token: string) {
  return ['mail-subscriber', token] as const;
}

/** What a subscriber is mailed, and how they change, pause and end it. */
export function Preferences({ token }: { token: string }) {
  const { t } = useWords();
  const [ended, setEnded] = useState(false);
  const { found, said, keep } = useSubscriber(token);
  if (ended) return <Ended />;
  const subscriber = found.data;
  return (
    <div className={styles.page}>
      {found.error && !isPassing(found.error) ? <LinkProblem error={found.error} /> : <Unread of={found} />}
      <p role="status">{found.isPending ? t('mailPreferences.opening') : said}</p>
      {subscriber && (
        <>
          <SubscriberFacts subscriber={subscriber} />
          <div className={styles.actions}>
            <Opener label={t('mailPreferences.change')} heading="h2">
              {(close) => (
                <Change
                  token={token}
                  subscriber={subscriber}
                  onChanged={keep(t('mailPreferences.changed'))}
                  onClose={close}
                />
              )}
            </Opener>
            {subscriber.pausedUntil === null ? (
              <Pause token={token} onPaused={keep(t('mailPreferences.paused'))} />
            ) : (
              <Resume token={token} onResumed={keep(t('mailPreferences.resumed'))} />
            )}
            <Confirm
              label={t('mailPreferences.end')}
              of={subscriber.address}
              means={t('mailPreferences.endMeans')}
              action={t('mailPreferences.endIt')}
              send={() => openNetwork().call('endMailSubscriber', { body: { token } })}
              onDone={() => setEnded(true)}
            />
          </div>
        </>
      )}
    </div>
  );
}

/** What is known of a subscriber, and what was said of the last change. */
function useSubscriber(token: string) {
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const found = useQuery({
    queryKey: subscriberKey(token),
    queryFn: ({ signal }) => openNetwork().call('viewMailSubscriber', { body: { token }, signal }),
    staleTime: 60_000,
  });
  const keep = (saying: string) => (subscriber: MailSubscriber) => {
    queries.setQueryData(subscriberKey(token), subscriber);
    setSaid(saying);
  };
  return { found, said, keep };
}

interface ChangeProps {
  token: string;
  subscriber: MailSubscriber;
  onChanged: (subscriber: MailSubscriber) => void;
  onClose: () => void;
}

function Change({ token, subscriber, onChanged, onClose }: ChangeProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(subscriber));
  const sending = useSending({
    schema: mailSubscriberPatch,
    send: (body) => openNetwork().call('changeMailSubscriber', { body }),
    onDone: (changed) => {
      onClose();
      onChanged(changed);
    },
  });
  return (
    <Form
      sending={sending}
      submit={t('administration.save')}
      onSubmit={() => sending.submit({ token, ...wishesOf(draft, subscriber.filter.statuses) })}
      onCancel={onClose}
    >
      <MailFields draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
    </Form>
  );
}

function Ended() {
  const { t } = useWords();
  const said = useFocusOnArrival<HTMLParagraphElement>();
  return (
    <p ref={said} tabIndex={-1}>
      {t('mailPreferences.ended')}
    </p>
  );
}
