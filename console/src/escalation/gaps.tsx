import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Rehearsal } from '../../../core/contract/rehearsal.ts';
import { useWords } from '../languages/words.tsx';
import { rehearsalQuery } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { wallClock } from './rehearsal-moment.ts';
import { useTargetNames } from './target-names.ts';
import styles from '../forms/forms.module.css';

/** What of a policy as it stands reaches nobody, or may not: found by rehearsing all of its steps as of today. */
export function Gaps({ team }: { team: string }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [at] = useState(() => wallClock(Date.now(), 'UTC'));
  // No step lies above what is extreme.
  const { data } = useQuery(rehearsalQuery(call, { team, at, timeZone: 'UTC', severity: 'extreme' }));
  const steps = (data?.steps ?? []).filter(({ to, missed, detour }) => {
    return detour !== null || missed.length > 0 || to.some((one) => one.type !== 'coordinator' && one.comesBack);
  });
  if (steps.length === 0) return null;
  return (
    <section className={styles.attention} aria-labelledby="gaps">
      <h2 id="gaps">{t('gaps.title')}</h2>
      <p>{t('gaps.lead')}</p>
      <ul className={styles.list}>
        {steps.map((step) => (
          <StepGaps key={step.step} step={step} />
        ))}
      </ul>
    </section>
  );
}

function StepGaps({ step: { step, to, missed, detour } }: { step: Rehearsal['steps'][number] }) {
  const { t } = useWords();
  const nameOf = useTargetNames();
  const returned = to.flatMap((one) => {
    if (one.type === 'coordinator' || !one.comesBack) return [];
    return [one.type === 'member' ? one.member.name : one.address];
  });
  return (
    <li className={styles.line}>
      <strong>{t('escalation.step', { number: step })}</strong>
      {detour !== null && <span>{t('gaps.detour')}</span>}
      {missed.map(({ target, reason }, at) => (
        <span key={at}>
          <bdi>{nameOf(target)}</bdi>: {t(`gaps.${reason}`)}
        </span>
      ))}
      {returned.map((name) => (
        <span key={name}>
          <bdi>{name}</bdi>: {t('gaps.comesBack')}
        </span>
      ))}
    </li>
  );
}
