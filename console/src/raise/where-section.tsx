import { MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { grounds, type Ground } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { useCountries, useLanguages } from '../marks/choices.ts';
import { GroundsAsLast, PlacesAsLast } from './as-last.tsx';
import { useField, useForm } from './form-context.ts';
import { Pills } from './pills.tsx';
import styles from './raise.module.css';

const multiple = { searchable: true, clearable: true, hidePickedOptions: true } as const;

/** Against whom, where, in which languages, from when until when. */
export function WhereSection() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <>
      <Pills
        pointer="/grounds"
        label={t('raise.grounds')}
        hint={t('raise.groundsHint')}
        required
        value={draft.grounds}
        onChange={(chosen) => change({ grounds: chosen as Ground[] })}
        choices={(Object.keys(grounds) as Ground[]).map((value) => ({
          value,
          label: t(`codes.grounds.${value}.label`),
          definition: t(`codes.grounds.${value}.definition`),
        }))}
      />
      <GroundsAsLast />
      <MultiSelect
        {...useField('/countries')}
        {...multiple}
        label={t('raise.countries')}
        description={t('raise.countriesHint')}
        placeholder={draft.countries.length === 0 ? t('marks.everywhere') : ''}
        nothingFoundMessage={t('board.nothingFound')}
        data={useCountries()}
        value={draft.countries}
        onChange={(countries) => change({ countries })}
      />
      <PlacesAsLast of="countries" />
      {draft.countries.length > 0 && <Regions />}
      <MultiSelect
        {...useField('/languages')}
        {...multiple}
        label={t('raise.languages')}
        description={t(draft.languagesChosen ? 'raise.languagesHint' : 'raise.languagesGuessed')}
        required
        nothingFoundMessage={t('board.nothingFound')}
        data={useLanguages(draft.languages)}
        value={draft.languages}
        onChange={(languages) => change({ languages })}
      />
      <PlacesAsLast of="languages" />
      <Times />
    </>
  );
}

function Regions() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <TagsInput
      size="md"
      {...useField('/subdivisions')}
      label={t('raise.subdivisions')}
      description={t('raise.subdivisionsHint')}
      splitChars={[',', ' ']}
      value={draft.subdivisions}
      // Phones and the clipboard bring several at once.
      onChange={(codes) =>
        change({
          subdivisions: codes
            .join(' ')
            .toUpperCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
        })
      }
    />
  );
}

function Times() {
  const { t } = useWords();
  const { draft, change } = useForm();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={styles.pair}>
      <TextInput
        {...useField('/onset')}
        type="datetime-local"
        label={t('raise.onset')}
        description={t('raise.onsetHint')}
        value={draft.onset}
        onChange={({ currentTarget }) => change({ onset: currentTarget.value })}
      />
      <TextInput
        {...useField('/expires')}
        type="datetime-local"
        label={t('raise.expires')}
        description={t(draft.expiresChosen ? 'raise.expiresHint' : 'raise.expiresGuessed', { zone })}
        required
        value={draft.expires}
        onChange={({ currentTarget }) => change({ expires: currentTarget.value })}
      />
    </div>
  );
}
