import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { subscriptionRequest, type Subscription } from '../../../core/contract/subscription.ts';
import { statuses, type Status } from '../../../core/contract/vocabularies.ts';
import { MatterFields } from '../board/filters.tsx';
import { TargetFields } from '../escalation/target-fields.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration, teamsQuery } from '../live/administration-queries.ts';
import { Pills } from '../raise/pills.tsx';
import { useField } from '../raise/form-context.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { LiveCount } from './live-count.tsx';
import { draftOf, filterOf, newSubscription, requestOf, type SubscriptionDraft } from './subscription-draft.ts';
import forms from '../forms/forms.module.css';
import styles from './subscriptions.module.css';

interface Props {
  /** The one that is changed; undefined: another one is added. */
  changed?: Subscription;
  onClose: () => void;
}

/** Which warnings are brought to whom, and how; and what that would have been of late. */
export function SubscriptionForm({ changed, onClose }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { data: teams = [] } = useQuery(teamsQuery(call));
  const first = teams.at(-1)?.id ?? '';
  const [draft, setDraft] = useState(() => (changed ? draftOf(changed) : newSubscription('')));
  const change = (part: Partial<SubscriptionDraft>): void => setDraft({ ...draft, ...part });
  const sending = useSending({
    schema: subscriptionRequest,
    stale: [administration.subscriptions],
    send: (body, idempotencyKey) =>
      changed
        ? call('changeSubscription', { path: { id: changed.id }, body })
        : call('addSubscription', { body, idempotencyKey }),
    onDone: onClose,
  });
  const team = draft.team === '' ? first : draft.team;
  // Below the heading of what opened it.
  const heading = changed ? 'h4' : 'h3';
  const submit = t(changed ? 'administration.save' : 'subscriptions.addIt');
  return (
    <Form
      sending={sending}
      submit={submit}
      names={useNames(draft)}
      onSubmit={() => sending.submit(requestOf({ ...draft, team }))}
      onCancel={onClose}
    >
      <TextField
        pointer="/name"
        label={t('subscriptions.name')}
        hint={t('subscriptions.nameHint')}
        required
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      {teams.length > 1 && (
        <SelectField
          pointer="/team"
          label={t('subscriptions.team')}
          value={team}
          onChange={(id) => change({ team: id })}
          choices={teams.toReversed().map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <WhichFields draft={draft} change={change} heading={heading} />
      <ChannelFields draft={draft} change={change} heading={heading} />
    </Form>
  );
}

interface FieldsProps {
  draft: SubscriptionDraft;
  change: (part: Partial<SubscriptionDraft>) => void;
  heading: 'h3' | 'h4';
}

function WhichFields({ draft, change, heading: Heading }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <Heading className={styles.heading}>{t('ownMail.which')}</Heading>
      <p className={forms.muted}>{t('ownMail.whichMeans')}</p>
      <div className={forms.pair}>
        <MatterFields value={draft.matter} onChange={(matter) => change({ matter })} />
      </div>
      <Pills
        pointer="/filter/statuses"
        label={t('subscriptions.statuses')}
        value={draft.statuses}
        onChange={(chosen) => change({ statuses: chosen as Status[] })}
        choices={(Object.keys(statuses) as Status[]).map((value) => ({
          value,
          label: t(`codes.status.${value}.label`),
          definition: t(`codes.status.${value}.definition`),
        }))}
      />
      <LiveCount filter={filterOf(draft)} />
    </>
  );
}

function ChannelFields({ draft, change, heading: Heading }: FieldsProps) {
  const { t } = useWords();
  const { id, error } = useField('/channels');
  return (
    <>
      <Heading className={styles.heading}>{t('subscriptions.how')}</Heading>
      <Checkbox
        id={id}
        error={!draft.live && !draft.email && error}
        label={t('subscriptions.live')}
        description={t('subscriptions.liveMeans')}
        checked={draft.live}
        onChange={({ currentTarget }) => change({ live: currentTarget.checked })}
      />
      <Checkbox
        label={t('subscriptions.email')}
        description={t('subscriptions.emailMeans')}
        checked={draft.email}
        onChange={({ currentTarget }) => change({ email: currentTarget.checked })}
      />
      {draft.email && (
        <TargetFields
          pointer={`/channels/${draft.live ? 1 : 0}/to`}
          value={draft.to}
          onChange={(to) => change({ to })}
        />
      )}
      <p className={forms.muted}>{t('subscriptions.webhook')}</p>
    </>
  );
}

/** What the parts of channels are called where something is wrong with them. */
function useNames({ live, to }: SubscriptionDraft): Record<string, string> {
  const { t } = useWords();
  const at = `/channels/${live ? 1 : 0}/to`;
  const addresses = to.addresses.map((_, place): [string, string] => [
    `${at}/${to.chosen.length + place}/address`,
    t('targets.address', { number: place + 1 }),
  ]);
  return {
    ...Object.fromEntries(addresses),
    [at]: t('targets.label'),
    '/filter/statuses': t('subscriptions.statuses'),
    '/team': t('subscriptions.team'),
  };
}
