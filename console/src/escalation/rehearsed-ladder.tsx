import type { Rehearsal } from '../../../core/contract/rehearsal.ts';
import { useWords } from '../languages/words.tsx';
import { useTargetNames } from './target-names.ts';
import styles from './escalation.module.css';

interface Props {
  rehearsal: Rehearsal;
  timeZone: string;
  /** Steps of the policy. */
  count: number;
}

type Firing = Rehearsal['firings'][number];
type Step = Rehearsal['steps'][number];

/** What a rehearsal found, along the times at which steps are taken. */
export function RehearsedLadder({ rehearsal: { at, firings, steps }, timeZone, count }: Props) {
  const { t } = useWords();
  const spell = useClock(timeZone);
  const first = firings.filter(({ step }, index) => firings.findIndex((one) => one.step === step) === index);
  const passed = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !first.some(({ step }) => step === number),
  );
  if (first.length === 0) return <p>{t('rehearsal.nobody')}</p>;
  return (
    <>
      <ol className={styles.rehearsed}>
        <li>
          <time dateTime={at}>{spell(at)}</time>
          <p>{t('rehearsal.raised')}</p>
        </li>
        {first.map((firing) => (
          <Taken
            key={firing.step}
            firing={firing}
            again={firings.filter((one) => one.step === firing.step && one !== firing)}
            step={steps.find(({ step }) => step === firing.step)}
            spell={spell}
          />
        ))}
      </ol>
      {passed.length > 0 && (
        <p>
          {t('rehearsal.passed')}: {passed.map((number) => t('escalation.step', { number })).join(', ')}
        </p>
      )}
    </>
  );
}

interface TakenProps {
  firing: Firing;
  again: Firing[];
  step: Step | undefined;
  spell: (at: string) => string;
}

/** A step, when it is taken and whom it tells. */
function Taken({ firing, again, step, spell }: TakenProps) {
  const { t, locale } = useWords();
  const nameOf = useTargetNames();
  const { firesAt, heldSince } = firing;
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  return (
    <li data-held={heldSince !== null || undefined}>
      <time dateTime={firesAt}>{spell(firesAt)}</time>
      <div className={styles.taken}>
        <h3>{t('escalation.step', { number: firing.step })}</h3>
        {heldSince !== null && <p className={styles.held}>{t('rehearsal.held', { moment: spell(heldSince) })}</p>}
        {step && <Told step={step} />}
        {step?.missed.map(({ target, reason }, index) => (
          <p key={index} className={styles.missed}>
            <strong>{t('rehearsal.missed')}:</strong> <bdi>{nameOf(target)}</bdi>. {t(`gaps.${reason}`)}
          </p>
        ))}
        {again.length > 0 && (
          <p>{t('rehearsal.again', { moments: list.format(again.map((one) => spell(one.firesAt))) })}</p>
        )}
      </div>
    </li>
  );
}

function Told({ step: { to, detour } }: { step: Step }) {
  const { t } = useWords();
  const name = (one: Step['to'][number]): string => {
    if (one.type === 'coordinator') return t('targets.coordinator');
    return one.type === 'member' ? one.member.name : one.address;
  };
  return (
    <div className={styles.mailed}>
      <strong>{t(detour === null ? 'rehearsal.told' : 'rehearsal.instead')}:</strong>
      {to.length === 0 && <span>{t('targets.nobody')}</span>}
      <ul className={styles.told}>
        {to.map((one, index) => (
          <li key={index}>
            <bdi>{name(one)}</bdi>
            {one.type !== 'coordinator' && one.comesBack && (
              <span className={styles.missed}> {t('gaps.comesBack')}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Day and time by the clocks of a zone. */
function useClock(timeZone: string): (at: string) => string {
  const { locale } = useWords();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => format.format(Date.parse(at));
}
