import { useQuery } from '@tanstack/react-query';
import type { Match } from '../../../core/contract/matches.ts';
import type { Channel, Subscription } from '../../../core/contract/subscription.ts';
import { useTargetNames } from '../escalation/target-names.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Facts } from '../forms/facts.tsx';
import { Opener } from '../forms/opener.tsx';
import { useWords } from '../languages/words.tsx';
import { administration, teamsQuery } from '../live/administration-queries.ts';
import { Sentence } from '../marks/sentence.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { FilterFacts } from './filter-facts.tsx';
import { MatchCount } from './match-count.tsx';
import { SubscriptionForm } from './subscription-form.tsx';
import forms from '../forms/forms.module.css';

interface Props {
  subscription: Subscription;
  /** What it would have brought of late, once that is known. */
  match: Match | undefined;
  since: string;
}

/** One subscription: what it brings, to whom, and what may be done about it. */
export function SubscriptionItem({ subscription, match, since }: Props) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { data: teams = [] } = useQuery(teamsQuery(call));
  const { name, team, filter, channels, paused, advice } = subscription;
  return (
    <li className={`${forms.item} ${paused ? forms.over : ''}`}>
      <div className={forms.head}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        {teams.length > 1 && <bdi className={forms.muted}>{teams.find(({ id }) => id === team)?.name}</bdi>}
        {paused && <span className={forms.state}>{t('subscriptions.paused')}</span>}
      </div>
      {match && <MatchCount match={match} since={since} />}
      <FilterFacts filter={filter} />
      <Channels channels={channels} />
      {advice.map(({ pointer, message }) => (
        <p key={pointer} className={forms.attention}>
          <Sentence said={message} />
        </p>
      ))}
      {may(me, 'changeSubscription') && <Actions subscription={subscription} />}
    </li>
  );
}

function Channels({ channels }: { channels: readonly Channel[] }) {
  const { t } = useWords();
  const nameOf = useTargetNames();
  const mailed = channels.flatMap((channel) => (channel.type === 'email' ? channel.to : []));
  return (
    <Facts
      of={[
        [t('subscriptions.live'), channels.some(({ type }) => type === 'live') ? t('subscriptions.liveMeans') : ''],
        [t('subscriptions.email'), mailed.map(nameOf).join(', ')],
      ]}
    />
  );
}

function Actions({ subscription }: { subscription: Subscription }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { id, name, paused } = subscription;
  const shared = { of: name, stale: [administration.subscriptions] };
  const setPaused = (next: boolean) => call('changeSubscription', { path: { id }, body: { paused: next } });
  return (
    <div className={forms.actions}>
      <Opener label={t('about.change')} of={name}>
        {(close) => <SubscriptionForm changed={subscription} onClose={close} />}
      </Opener>
      {paused ? (
        <Confirm
          {...shared}
          key="resume"
          label={t('subscriptions.resume')}
          means={t('subscriptions.resumeMeans')}
          action={t('subscriptions.resumeIt')}
          send={() => setPaused(false)}
        />
      ) : (
        <Confirm
          {...shared}
          key="pause"
          label={t('subscriptions.pause')}
          means={t('subscriptions.pauseMeans')}
          action={t('subscriptions.pauseIt')}
          send={() => setPaused(true)}
        />
      )}
      <Confirm
        {...shared}
        label={t('subscriptions.remove')}
        means={t('subscriptions.removeMeans')}
        action={t('subscriptions.removeIt')}
        send={() => call('removeSubscription', { path: { id } })}
      />
    </div>
  );
}
