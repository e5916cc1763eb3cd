import { useEffect, useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../languages/locale.ts';
import type { Arrival } from '../live/arrivals.ts';
import { useArrivals } from '../live/arrivals-context.ts';
import { countryName } from '../marks/names.ts';

/** Tells a screen reader what arrived, in neutral words: a headline may quote what nobody wants read aloud. */
export function Announcer() {
  const { t } = useTranslation();
  const locale = useLocale();
  const arrivals = useArrivals();
  const [waiting, setWaiting] = useState<readonly Arrival[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => arrivals.onArrival((arrival) => setWaiting((earlier) => [...earlier, arrival])), [arrivals]);
  useEffect(() => {
    if (waiting.length === 0) return undefined;
    // What comes together is told together.
    const timer = setTimeout(() => {
      const [first, ...others] = waiting as [Arrival];
      setSaid(others.length === 0 ? sentence(first, t, locale) : t('board.arrivedSeveral', { count: waiting.length }));
      setWaiting([]);
    }, 400);
    return () => clearTimeout(timer);
  }, [waiting, t, locale]);
  return (
    <VisuallyHidden role="status" aria-live="polite" data-announcer>
      {said}
    </VisuallyHidden>
  );
}

function sentence({ warning, anew }: Arrival, t: TFunction, locale: string): string {
  const marking = warning.status === 'actual' ? '' : `${t(`codes.status.${warning.status}.label`)}. `;
  if (!('countries' in warning)) return t('board.arrivedMarked', { marking });
  const places = warning.countries.slice(0, 3).map((code) => countryName(code, locale));
  return t(anew ? 'board.askedAnew' : 'board.arrived', {
    marking,
    severity: t(`codes.severity.${warning.severity}.label`),
    places: places.length === 0 ? t('marks.everywhere') : places.join(', '),
  });
}
