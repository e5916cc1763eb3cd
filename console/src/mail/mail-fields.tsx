import { mailLanguages } from '../../../core/contract/mail-subscriber.ts';
import { weekdays } from '../../../core/contract/vocabularies.ts';
import { MatterFields } from '../board/filters.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TimeZoneField } from '../forms/time-zone-field.tsx';
import { useWords } from '../languages/words.tsx';
import { languageName } from '../marks/names.ts';
import { ChoiceCards } from '../raise/choice-cards.tsx';
import type { MailDraft } from './mail-draft.ts';
import { dayName, hourName } from './mail-words.ts';
import styles from '../forms/forms.module.css';

interface Props {
  draft: MailDraft;
  change: (part: Partial<MailDraft>) => void;
}

/** What somebody wants by mail, when, and in which language. */
export function MailFields({ draft, change }: Props) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('mail.what')}</h2>
      <p>{t('mail.whatMeans')}</p>
      <div className={styles.pair}>
        <MatterFields value={draft.matter} onChange={(matter) => change({ matter })} />
      </div>
      <h2>{t('mail.when')}</h2>
      <ChoiceCards
        pointer="/rhythm"
        label={t('mail.rhythm')}
        value={draft.rhythm}
        onChange={(rhythm) => change({ rhythm: rhythm as MailDraft['rhythm'] })}
        choices={(['instant', 'daily', 'weekly'] as const).map((value) => ({
          value,
          label: t(`mail.rhythms.${value}.label`),
          definition: t(`mail.rhythms.${value}.definition`),
        }))}
      />
      <div className={styles.pair}>
        <WhenFields draft={draft} change={change} />
        <SelectField
          pointer="/language"
          label={t('mail.language')}
          value={draft.language}
          onChange={(language) => change({ language })}
          choices={mailLanguages.map((value) => ({ value, label: languageName(value, value) }))}
        />
      </div>
    </>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourName(hour) }));

function WhenFields({ draft, change }: Props) {
  const { t, locale } = useWords();
  if (draft.rhythm === 'instant') return null;
  return (
    <>
      {draft.rhythm === 'weekly' && (
        <SelectField
          pointer="/rhythm/day"
          label={t('mail.day')}
          value={draft.day}
          onChange={(day) => change({ day })}
          choices={weekdays.map((value) => ({ value, label: dayName(value, locale) }))}
        />
      )}
      <SelectField
        pointer="/rhythm/hour"
        label={t('mail.hour')}
        value={String(draft.hour)}
        onChange={(hour) => change({ hour: Number(hour) })}
        choices={hours}
      />
      <TimeZoneField
        pointer="/timeZone"
        label={t('mail.timeZone')}
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
    </>
  );
}
