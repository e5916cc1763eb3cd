import { useState } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { networkDelays, type EscalationPolicy } from '../../../core/contract/escalation-policy.ts';
import type { Team } from '../../../core/contract/organisation.ts';
import { severityOrder } from '../../../core/contract/vocabularies.ts';
import { Confirm } from '../forms/confirm.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { ownTimeZone } from '../forms/time-zone-field.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { administration, policyQuery, teamsQuery } from '../live/administration-queries.ts';
import { spellDuration } from '../marks/durations.ts';
import { useFocusBack } from '../marks/focus.ts';
import { Moment } from '../marks/moment.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { Gaps } from './gaps.tsx';
import { Ladder } from './ladder.tsx';
import { draftOf, requestOf, type PolicyDraft } from './policy-draft.ts';
import { PolicyForm } from './policy-form.tsx';
import { RehearsalSection } from './rehearsal.tsx';
import { Unsaved } from './unsaved.tsx';
import { WeekStrip } from './week-strip.tsx';
import forms from '../forms/forms.module.css';

/** Who is mailed while a team does not answer: drawn, checked, rehearsed, and changed by managers. */
export function EscalationPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const found = useQuery(teamsQuery(call));
  // The first team first, which is what stands for all where nothing else is said.
  const teams = found.data?.toReversed() ?? [];
  const [chosen, setChosen] = useState<string>();
  const team = teams.find(({ id }) => id === chosen) ?? teams[0];
  const [editing, setEditing] = useState(false);
  return (
    <SectionPage of="organisation" title={t('escalation.title')}>
      <div className={forms.page}>
        <p className={forms.muted}>{t('escalation.lead')}</p>
        <Unread of={found} />
        {teams.length > 1 && team && !editing && <TeamChoice teams={teams} team={team} onChange={setChosen} />}
        {team && editing && teams.length > 1 && (
          <p>
            {t('subscriptions.team')}: <bdi>{team.name}</bdi>
          </p>
        )}
        {team && <TeamPolicy key={team.id} team={team.id} editing={editing} onEditing={setEditing} />}
      </div>
    </SectionPage>
  );
}

function TeamChoice({ teams, team, onChange }: { teams: Team[]; team: Team; onChange: (id: string) => void }) {
  const { t } = useWords();
  return (
    <SelectField
      pointer="/team"
      label={t('subscriptions.team')}
      value={team.id}
      onChange={onChange}
      choices={teams.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

interface PolicyProps {
  team: string;
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

function TeamPolicy({ team, editing, onEditing }: PolicyProps) {
  const { call } = useSignedIn();
  const found = useQuery(policyQuery(call, team));
  const policy = found.data;
  const [draft, setDraft] = useState<PolicyDraft>();
  const close = (): void => {
    setDraft(undefined);
    onEditing(false);
  };
  if (!policy) return <Unread of={found} />;
  const zone = ownTimeZone();
  const sent = draft && requestOf(draft);
  const changed = sent !== undefined && JSON.stringify(sent) !== JSON.stringify(requestOf(draftOf(policy, zone)));
  return (
    <>
      <Unsaved changed={changed} />
      <Unread of={found} />
      {draft && editing ? (
        <PolicyForm team={team} draft={draft} onChange={setDraft} onSaved={close} onCancel={close} />
      ) : (
        <Standing
          team={team}
          policy={policy}
          onChange={() => {
            setDraft(draftOf(policy, zone));
            onEditing(true);
          }}
          editing={editing}
        />
      )}
      <RehearsalSection
        team={team}
        timeZone={draft && draft.quiet.length > 0 ? draft.timeZone : (policy.hours?.timeZone ?? zone)}
        policy={sent}
        count={(draft ?? policy).steps.length}
      />
    </>
  );
}

interface StandingProps {
  team: string;
  policy: EscalationPolicy;
  editing: boolean;
  onChange: () => void;
}

/** The policy as it stands. */
function Standing({ team, policy, editing, onChange }: StandingProps) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const opener = useFocusBack<HTMLButtonElement>(editing);
  const isOwn = policy.source === 'own';
  return (
    <>
      <Gaps team={team} />
      <section className={forms.panel}>
        <div className={forms.head}>
          <h2>{t(isOwn ? 'escalation.own' : 'escalation.network')}</h2>
          {policy.updatedAt !== null && (
            <span className={forms.muted}>
              {t('escalation.changed')}: <Moment at={policy.updatedAt} />
            </span>
          )}
        </div>
        {!isOwn && <NetworkDefault />}
        <Ladder policy={policy} />
        <h3>{t('escalation.quietHours')}</h3>
        <WeekStrip hours={policy.hours} />
        {may(me, 'setEscalationPolicy') && (
          <div className={forms.actions}>
            <Button ref={opener} onClick={onChange}>
              {t(isOwn ? 'escalation.change' : 'escalation.make')}
            </Button>
            {isOwn && <GivingUp team={team} />}
          </div>
        )}
      </section>
    </>
  );
}

function GivingUp({ team }: { team: string }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  return (
    <Confirm
      label={t('escalation.giveUp')}
      means={t('escalation.giveUpMeans')}
      action={t('escalation.giveUpIt')}
      stale={[administration.policies]}
      send={() => call('removeEscalationPolicy', { query: { team } })}
    />
  );
}

function NetworkDefault() {
  const { t, locale } = useWords();
  return (
    <>
      <p>{t('escalation.networkMeans')}</p>
      <dl className={forms.facts}>
        {severityOrder.toReversed().map((severity) => (
          <div key={severity}>
            <dt>
              <SeverityMark severity={severity} />
            </dt>
            <dd>{spellDuration(networkDelays[severity] * 1000, locale)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
