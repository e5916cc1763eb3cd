import type { EscalationPolicy, EscalationStep } from '../../../core/contract/escalation-policy.ts';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { CodeList } from '../marks/code-list.tsx';
import { spellDuration } from '../marks/durations.ts';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { useTargetNames } from './target-names.ts';
import styles from './escalation.module.css';

/** A policy drawn from top to bottom: the wait begins, and each step that is taken while nobody answers. */
export function Ladder({ policy: { steps, hours } }: { policy: EscalationPolicy }) {
  const { t } = useWords();
  if (steps.length === 0) return <p>{t('escalation.empty')}</p>;
  const waited = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, { after }) => sum + after, 0));
  return (
    <ol className={styles.ladder}>
      <li className={styles.end}>{t('escalation.begins')}</li>
      {steps.map((step, index) => (
        <Rung
          key={index}
          step={step}
          number={index + 1}
          last={index === steps.length - 1}
          waited={waited[index] ?? 0}
          isQuiet={hours !== null && hours.quiet.length > 0}
        />
      ))}
      <li className={styles.end}>{t('escalation.ends')}</li>
    </ol>
  );
}

interface RungProps {
  step: EscalationStep;
  number: number;
  last: boolean;
  /** Seconds since the wait began. */
  waited: number;
  isQuiet: boolean;
}

function Rung({ step, number, last, waited, isQuiet }: RungProps) {
  const { t, locale } = useWords();
  const nameOf = useTargetNames();
  const { to, severity, quiet, repeat } = step;
  const inQuiet = quiet === 'ignore' ? 'quietIgnore' : last ? 'quietLast' : 'quietWait';
  const again = repeat && `${repeat.times} × ${spellDuration(repeat.every * 1000, locale)}`;
  return (
    <li className={styles.rung}>
      <div className={styles.card}>
        <div className={styles.rungHead}>
          <h3>{t('escalation.step', { number })}</h3>
          <p>
            {waited === 0
              ? t('escalation.afterNothing')
              : t('escalation.after', { span: spellDuration(waited * 1000, locale) })}
          </p>
        </div>
        <CodeList
          label={t('targets.label')}
          codes={to.map((target, at) => ({ key: String(at), label: nameOf(target) }))}
        />
        <Facts
          of={[
            [t('escalation.floor'), <Floor key="floor" severity={severity} />],
            [t('escalation.quietHours'), isQuiet ? t(`escalation.${inQuiet}`) : undefined],
            [t('escalation.repeated'), again],
          ]}
        />
      </div>
    </li>
  );
}

function Floor({ severity }: { severity: EscalationStep['severity'] }) {
  const { t } = useWords();
  if (severity === 'minor') return t('board.anySeverity');
  if (severity === 'extreme') return <SeverityMark severity={severity} />;
  return t('board.severityFloor', { severity: t(`codes.severity.${severity}.label`) });
}
