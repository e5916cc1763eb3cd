import { TextInput } from '@mantine/core';
import { weekdays } from '../../../core/contract/vocabularies.ts';
import { TimeZoneField } from '../forms/time-zone-field.tsx';
import { useWords } from '../languages/words.tsx';
import { dayName } from '../mail/mail-words.ts';
import { useField } from '../raise/form-context.ts';
import { Pills } from '../raise/pills.tsx';
import { Rows } from '../raise/rows.tsx';
import { everyNight, type QuietHours } from './own-mail-draft.ts';
import styles from './account.module.css';

interface Kept {
  readonly timeZone: string;
  readonly quiet: QuietHours[];
}

interface Props {
  draft: Kept;
  change: (part: Partial<Kept>) => void;
  /** What else goes by the clock, and what becomes of what falls into the hours. */
  hints: { zone: string; quiet: string };
}

/** When nothing is to come, and by which clock. */
export function QuietHoursFields({ draft, change, hints }: Props) {
  const { t } = useWords();
  return (
    <>
      <TimeZoneField
        pointer="/hours/timeZone"
        label={t('ownMail.timeZone')}
        hint={hints.zone}
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <Rows
        pointer="/hours/quiet"
        label={t('ownMail.quiet')}
        hint={hints.quiet}
        add={t('ownMail.addQuiet')}
        name={(index) => t('ownMail.quietHours', { number: index + 1 })}
        rows={draft.quiet}
        empty={everyNight}
        onChange={(quiet) => change({ quiet })}
      >
        {(hours, set, at) => <OneQuiet hours={hours} set={set} at={at} />}
      </Rows>
    </>
  );
}

interface OneProps {
  hours: QuietHours;
  set: (part: Partial<QuietHours>) => void;
  at: string;
}

function OneQuiet({ hours, set, at }: OneProps) {
  const { t, locale } = useWords();
  return (
    <>
      <ClockField
        pointer={`${at}/from`}
        label={t('ownMail.from')}
        value={hours.from}
        onChange={(from) => set({ from })}
      />
      <ClockField
        pointer={`${at}/to`}
        label={t(hours.to <= hours.from ? 'ownMail.toNextDay' : 'ownMail.to')}
        value={hours.to}
        onChange={(to) => set({ to })}
      />
      <div className={styles.wide}>
        <Pills
          pointer={`${at}/days`}
          label={t('ownMail.days')}
          value={hours.days}
          onChange={(days) => set({ days: weekdays.filter((day) => days.includes(day)) })}
          choices={weekdays.map((value) => ({
            value,
            label: dayName(value, locale, 'short'),
            definition: dayName(value, locale),
          }))}
        />
      </div>
    </>
  );
}

interface ClockProps {
  pointer: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function ClockField({ pointer, onChange, ...field }: ClockProps) {
  return (
    <TextInput
      {...useField(pointer)}
      {...field}
      type="time"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** What the parts of quiet hours are called where something is wrong with them. */
export function useQuietNames(count: number): Record<string, string> {
  const { t } = useWords();
  const names = Array.from({ length: count }, (_, index) =>
    (['from', 'to', 'days'] as const).map((part) => {
      const name = `${t('ownMail.quietHours', { number: index + 1 })}, ${t(`ownMail.${part}`)}`;
      return [`/hours/quiet/${index}/${part}`, name];
    }),
  );
  return Object.fromEntries(names.flat()) as Record<string, string>;
}
