import type { ReactNode } from 'react';
import type { HorizonEntry } from '../../../core/contract/horizon.ts';
import { useWords } from '../languages/words.tsx';
import { Ago } from '../marks/moment.tsx';
import styles from './entry.module.css';

/** Characters of a reason that its gist has. */
const gistLength = 160;

/** What became of a warning, in words: called off or over, who else saw it, how it was answered. */
export function Outcome({ entry }: { entry: HorizonEntry }) {
  const { t } = useWords();
  const { cancellation, corroborations, state, expires } = entry;
  const parts: [key: string, said: ReactNode][] = [
    ...(cancellation ? [['off', <CalledOff key="off" {...cancellation} />] as [string, ReactNode]] : []),
    ...(state === 'expired' ? [['over', <Over key="over" at={expires} />] as [string, ReactNode]] : []),
    ...(corroborations.seen > 0
      ? [['seen', t('horizon.seen', { count: corroborations.seen })] as [string, ReactNode]]
      : []),
    ...(corroborations.notSeen > 0
      ? [['notSeen', t('horizon.notSeen', { count: corroborations.notSeen })] as [string, ReactNode]]
      : []),
    ...useAnswers(entry),
  ];
  if (parts.length === 0) return null;
  return (
    <ul className={styles.outcome} aria-label={t('horizon.outcome')}>
      {parts.map(([key, said]) => (
        <li key={key}>{said}</li>
      ))}
    </ul>
  );
}

/** The own answer of a platform; to issuer and coordinator how many teams stand where. */
function useAnswers({ acknowledgement, answers }: HorizonEntry): [string, ReactNode][] {
  const { t } = useWords();
  const said: [string, ReactNode][] = [];
  if (acknowledgement) {
    const answer = t(`codes.acknowledgementState.${acknowledgement.state}.label`);
    const why = acknowledgement.reason ? [t(`codes.reason.${acknowledgement.reason}.label`)] : [];
    const done = (acknowledgement.measures ?? []).map((measure) => t(`codes.measures.${measure}.label`));
    said.push(['own', t('horizon.yourAnswer', { answer: [answer, ...why, ...done].join(', ') })]);
  }
  if (answers && answers.length > 0) {
    const counted = answers.map(({ state, teams }) => `${teams} × ${t(`codes.acknowledgementState.${state}.label`)}`);
    said.push(['teams', t('horizon.answers', { answers: counted.join(', ') })]);
  }
  return said;
}

function CalledOff({ at, reason }: { at: string; reason: string }) {
  const { t } = useWords();
  return (
    <>
      <strong>{t('codes.state.cancelled.label')}</strong> <Ago at={at} />
      {reason !== '' && (
        <>
          {': '}
          <bdi>{gist(reason)}</bdi>
        </>
      )}
    </>
  );
}

function Over({ at }: { at: string }) {
  const { t } = useWords();
  return (
    <>
      <strong>{t('codes.state.expired.label')}</strong> <Ago at={at} />
    </>
  );
}

/** The first line of a reason, or as much of it as one reads at a glance. */
function gist(reason: string): string {
  const [line = ''] = reason.split('\n');
  const letters = [...line];
  return letters.length > gistLength || line.length < reason.length
    ? `${letters.slice(0, gistLength).join('').trimEnd()} …`
    : line;
}
