import { useId, useState } from 'react';
import { Checkbox, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { rehearsalRequest, type RehearsalRequest } from '../../../core/contract/rehearsal.ts';
import { severityOrder, type Severity } from '../../../core/contract/vocabularies.ts';
import { SelectField } from '../forms/select-field.tsx';
import { useWords } from '../languages/words.tsx';
import { rehearsalQuery } from '../live/administration-queries.ts';
import { useRested } from '../live/rested.ts';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { momentOf, presets, type Preset } from './rehearsal-moment.ts';
import { RehearsedLadder } from './rehearsed-ladder.tsx';
import forms from '../forms/forms.module.css';
import styles from './escalation.module.css';

const pause = 600;

interface Props {
  team: string;
  timeZone: string;
  /** As it is being changed; undefined: the one that stands. */
  policy: unknown;
  /** How many steps it has. */
  count: number;
}

/** "Who would have been mailed last Saturday at 03:00?" */
export function RehearsalSection({ team, timeZone, policy, count }: Props) {
  const { t } = useWords();
  const heading = useId();
  const [asked, setAsked] = useState<Asked>({ preset: 'saturday', other: '', severity: 'severe', red: false });
  const [now] = useState(Date.now);
  const at = asked.preset === 'other' ? asked.other : momentOf(asked.preset, now, timeZone);
  const tlp = asked.red ? { tlp: 'TLP:RED' } : {};
  const body = { team, at, timeZone, severity: asked.severity, ...tlp, ...(policy !== undefined && { policy }) };
  return (
    <section className={forms.panel} aria-labelledby={heading}>
      <h2 id={heading}>{t('rehearsal.title')}</h2>
      <p className={forms.muted}>
        {t('rehearsal.lead')} {policy !== undefined && t('rehearsal.unsaved')}
      </p>
      <Question
        asked={asked}
        timeZone={timeZone}
        onChange={(part) => {
          // Another time begins with the one that was shown.
          const other = part.preset === 'other' ? { other: at } : {};
          setAsked({ ...asked, ...other, ...part });
        }}
      />
      <Answer text={JSON.stringify(body)} count={count} />
    </section>
  );
}

interface Asked {
  readonly preset: Preset | 'other';
  /** By the clocks of the policy's zone. */
  readonly other: string;
  readonly severity: Severity;
  readonly red: boolean;
}

interface QuestionProps {
  asked: Asked;
  timeZone: string;
  onChange: (part: Partial<Asked>) => void;
}

function Question({ asked, timeZone, onChange }: QuestionProps) {
  const { t } = useWords();
  const { me } = useSignedIn();
  return (
    <>
      <div className={forms.pair}>
        <SelectField
          pointer="/preset"
          label={t('rehearsal.when')}
          value={asked.preset}
          onChange={(preset) => onChange({ preset })}
          choices={[...presets, 'other' as const].map((value) => ({ value, label: t(`rehearsal.presets.${value}`) }))}
        />
        {asked.preset === 'other' && (
          <TextInput
            type="datetime-local"
            label={`${t('rehearsal.moment')} (${timeZone.replaceAll('_', ' ')})`}
            value={asked.other}
            onChange={({ currentTarget }) => onChange({ other: currentTarget.value })}
          />
        )}
        <SelectField
          pointer="/severity"
          label={t('board.severity')}
          value={asked.severity}
          onChange={(severity) => onChange({ severity })}
          choices={severityOrder.toReversed().map((value) => ({ value, label: t(`codes.severity.${value}.label`) }))}
        />
      </div>
      {me.clearance === 'TLP:RED' && (
        <Checkbox
          label={t('rehearsal.red')}
          checked={asked.red}
          onChange={({ currentTarget }) => onChange({ red: currentTarget.checked })}
        />
      )}
    </>
  );
}

/** @param text of the request, as it is now */
function Answer({ text, count }: { text: string; count: number }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const rested = useRested(text, pause);
  const body = rehearsalRequest.safeParse(JSON.parse(rested));
  const found = useQuery({
    ...rehearsalQuery(call, (body.success ? body.data : {}) as RehearsalRequest),
    enabled: body.success,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!body.success) return <p role="status">{t('rehearsal.incomplete')}</p>;
  return (
    <div aria-live="polite" aria-busy={found.isFetching} className={styles.answer}>
      <Unread of={found} />
      {found.data && !found.isError && (
        <RehearsedLadder rehearsal={found.data} timeZone={body.data.timeZone} count={count} />
      )}
    </div>
  );
}
