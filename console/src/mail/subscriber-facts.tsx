import type { MailSubscriber } from '../../../core/contract/mail-subscriber.ts';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { spellMoment } from '../marks/durations.ts';
import { Moment } from '../marks/moment.tsx';
import { countryName, languageName } from '../marks/names.ts';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { dayName, hourName } from './mail-words.ts';
import styles from '../forms/forms.module.css';

/** What somebody is mailed now, in words. */
export function SubscriberFacts({ subscriber }: { subscriber: MailSubscriber }) {
  const { t, locale } = useWords();
  const { address, filter, clearance, nextAt, pausedUntil, language } = subscriber;
  const list = (names: string[]): string => names.join(', ') || t('mailPreferences.everything');
  const floor = t(`codes.severity.${filter.severity}.label`);
  return (
    <>
      {pausedUntil !== null && (
        <p className={styles.attention}>
          {t('mailPreferences.pausedUntil', { moment: spellMoment(Date.parse(pausedUntil), locale) })}
        </p>
      )}
      <p>{useRhythmWords(subscriber)}</p>
      <Facts
        of={[
          [t('mailPreferences.address'), <bdi key="address">{address}</bdi>],
          [t('board.country'), list(filter.countries.map((code) => countryName(code, locale)))],
          [t('board.language'), list(filter.languages.map((tag) => languageName(tag, locale)))],
          [t('board.ground'), list(filter.grounds.map((code) => t(`codes.grounds.${code}.label`)))],
          [
            t('board.severity'),
            filter.severity === 'minor' ? t('board.anySeverity') : t('board.severityFloor', { severity: floor }),
          ],
          [t('mailPreferences.marked'), <Marking key="marking" clearance={clearance} />],
          [t('mailPreferences.next'), nextAt && <Moment at={nextAt} />],
          [t('mail.language'), languageName(language, language)],
        ]}
      />
    </>
  );
}

function Marking({ clearance }: Pick<MailSubscriber, 'clearance'>) {
  const { t } = useWords();
  if (clearance === 'TLP:CLEAR') return <TlpLabel tlp="TLP:CLEAR" of="clearance" />;
  return (
    <>
      <TlpLabel tlp="TLP:CLEAR" of="clearance" /> <TlpLabel tlp="TLP:GREEN" of="clearance" />{' '}
      {t('mailPreferences.vouched')}
    </>
  );
}

function useRhythmWords({ rhythm, timeZone }: MailSubscriber): string {
  const { t, locale } = useWords();
  switch (rhythm.type) {
    case 'instant':
      return t('mailPreferences.instant');
    case 'daily':
      return t('mailPreferences.daily', { hour: hourName(rhythm.hour), timeZone });
    default:
      return t('mailPreferences.weekly', { day: dayName(rhythm.day, locale), hour: hourName(rhythm.hour), timeZone });
  }
}
