import { MultiSelect } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { useCountries, useLanguages, type Choice } from '../marks/choices.ts';
import { useField } from '../raise/form-context.ts';

interface Places {
  readonly countries: string[];
  readonly languages: string[];
}

interface Props {
  value: Places;
  onChange: (part: Partial<Places>) => void;
  required?: boolean;
}

/** Where an organisation works, and in which languages, by their names. */
export function PlaceFields({ value: { countries, languages }, onChange, required = false }: Props) {
  const { t } = useWords();
  return (
    <>
      <Many
        pointer="/countries"
        label={t('apply.countries')}
        choices={useCountries()}
        required={required}
        value={countries}
        onChange={(chosen) => onChange({ countries: chosen })}
      />
      <Many
        pointer="/languages"
        label={t('apply.languages')}
        choices={useLanguages(languages)}
        required={required}
        value={languages}
        onChange={(chosen) => onChange({ languages: chosen })}
      />
    </>
  );
}

interface ManyProps {
  pointer: string;
  label: string;
  choices: Choice[];
  required: boolean;
  value: string[];
  onChange: (value: string[]) => void;
}

function Many({ pointer, choices, ...others }: ManyProps) {
  const { t } = useWords();
  return (
    <MultiSelect
      {...useField(pointer)}
      {...others}
      data={choices}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('board.nothingFound')}
    />
  );
}
