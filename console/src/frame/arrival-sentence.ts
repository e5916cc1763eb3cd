import type { TFunction } from 'i18next';
import type { Arrival } from '../live/arrivals.ts';
import { countryName } from '../marks/names.ts';

/** What arrived, in neutral words: a headline may quote what nobody wants read aloud, or shown to who stands by. */
export function arrivalSentence({ warning, anew }: Arrival, t: TFunction, locale: string): string {
  const marking = warning.status === 'actual' ? '' : `${t(`codes.status.${warning.status}.label`)}. `;
  if (!('countries' in warning)) return t('board.arrivedMarked', { marking });
  const places = warning.countries.slice(0, 3).map((code) => countryName(code, locale));
  return t(anew ? 'board.askedAnew' : 'board.arrived', {
    marking,
    severity: t(`codes.severity.${warning.severity}.label`),
    places: places.length === 0 ? t('marks.everywhere') : places.join(', '),
  });
}
