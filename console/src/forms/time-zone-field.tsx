import { useMemo } from 'react';
import { SelectField } from './select-field.tsx';

interface Props {
  pointer: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

/** Of the time zones that the browser knows, UTC, and the one that was chosen. */
export function TimeZoneField({ value, ...field }: Props) {
  const choices = useMemo(
    () =>
      [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', value])]
        .toSorted()
        .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    [value],
  );
  return <SelectField {...field} value={value} choices={choices} />;
}

/** By the clock of this device. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
