import { useEffect, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { escalationPolicyRequest } from '../../../core/contract/escalation-policy.ts';
import { QuietHoursFields, useQuietNames } from '../account/quiet-hours.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration, policyQuery } from '../live/administration-queries.ts';
import { useFocusOnArrival } from '../marks/focus.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { requestOf, withMoved, withStep, type PolicyDraft, type StepDraft } from './policy-draft.ts';
import { StepFields } from './step-fields.tsx';
import forms from '../forms/forms.module.css';
import styles from './escalation.module.css';

interface Props {
  team: string;
  draft: PolicyDraft;
  onChange: (draft: PolicyDraft) => void;
  onSaved: () => void;
  onCancel: () => void;
}

/** A team's escalation policy, to be changed. */
export function PolicyForm({ team, draft, onChange, onSaved, onCancel }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const sending = useSending({
    schema: escalationPolicyRequest,
    stale: [administration.policies],
    send: (body) => call('setEscalationPolicy', { query: { team }, body }),
    onDone: (policy) => {
      queries.setQueryData(policyQuery(call, team).queryKey, policy);
      onSaved();
    },
  });
  return (
    <section className={forms.panel}>
      <h2 ref={heading} tabIndex={-1}>
        {t('escalation.change')}
      </h2>
      <Form
        sending={sending}
        submit={t('escalation.saveIt')}
        names={useNames(draft)}
        onSubmit={() => sending.submit(requestOf(draft))}
        onCancel={onCancel}
      >
        <Steps draft={draft} onChange={onChange} />
        <QuietHoursFields
          draft={draft}
          change={(part) => onChange({ ...draft, ...part })}
          hints={{ zone: t('escalation.zoneHint'), quiet: t('escalation.quietHint') }}
        />
        <p className={forms.muted}>{t('escalation.saveMeans')}</p>
      </Form>
    </section>
  );
}

function Steps({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const { list, goTo } = useStepFocus();
  const { steps } = draft;
  const set = (key: number, part: Partial<StepDraft>): void =>
    onChange({ ...draft, steps: steps.map((step) => (step.key === key ? { ...step, ...part } : step)) });
  return (
    <div ref={list} className={styles.steps}>
      {steps.map((step, index) => (
        <StepFields
          key={step.key}
          step={step}
          index={index}
          count={steps.length}
          set={(part) => set(step.key, part)}
          onMove={(to) => {
            goTo(step.key, to < index ? 'up' : 'down');
            setSaid(t('escalation.movedTo', { number: to + 1 }));
            onChange(withMoved(draft, index, to));
          }}
          onRemove={() => {
            goTo(null);
            onChange({ ...draft, steps: steps.filter(({ key }) => key !== step.key) });
          }}
        />
      ))}
      <div className={styles.stepActions}>
        <Button
          variant="default"
          data-does="add"
          onClick={() => {
            const longer = withStep(draft);
            goTo(longer.steps.at(-1)?.key ?? 0, 'input');
            onChange(longer);
          }}
        >
          {t('escalation.addStep')}
        </Button>
        <p role="status">{said}</p>
      </div>
    </div>
  );
}

/** The focus goes with a step that is moved, into one that is added, and to the button that adds where one is gone. */
function useStepFocus() {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current !== undefined) list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  });
  const goTo = (key: number | null, what: 'up' | 'down' | 'input' = 'input'): void => {
    const part = what === 'input' ? 'input' : `[data-does="${what}"]`;
    wanted.current = key === null ? '[data-does="add"]' : `[data-step="${key}"] ${part}`;
  };
  return { list, goTo };
}

/** What the parts of steps and quiet hours are called where something is wrong with them. */
function useNames({ steps, quiet }: PolicyDraft): Record<string, string> {
  const { t } = useWords();
  const parts = {
    after: t('escalation.wait'),
    to: t('targets.label'),
    'repeat/every': t('escalation.every'),
    'repeat/times': t('escalation.times'),
  };
  const ofSteps = steps.flatMap(({ to }, index) => {
    const name = t('escalation.step', { number: index + 1 });
    const addresses = to.addresses.map((_, place): [string, string] => [
      `/steps/${index}/to/${to.chosen.length + place}/address`,
      `${name}, ${t('targets.address', { number: place + 1 })}`,
    ]);
    const chosen = to.chosen.map((_, place): [string, string] => [
      `/steps/${index}/to/${place}`,
      `${name}, ${parts.to}`,
    ]);
    const plain = Object.entries(parts).map(([part, label]): [string, string] => [
      `/steps/${index}/${part}`,
      `${name}, ${label}`,
    ]);
    return [...plain, ...chosen, ...addresses];
  });
  return { ...Object.fromEntries(ofSteps), ...useQuietNames(quiet.length) };
}
