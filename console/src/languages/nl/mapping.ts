import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Actieve waarschuwingen per land',
    picture:
      'Een kaart van Europa: elk land in de kleur van zijn ernstigste actieve waarschuwing. De tabel zegt hetzelfde.',
    hint: 'Een waarschuwing telt in elk land dat zij noemt. Oefeningen en tests zijn niet meegeteld.',
    country: 'Land',
    severity: 'Ernstigste',
    active: 'Actief',
    waiting: 'Wachten op u',
    tally_one: '{{count}} actieve waarschuwing',
    tally_other: '{{count}} actieve waarschuwingen',
    none: 'Geen actieve waarschuwing',
  },
} as const satisfies Translation<typeof english, 'nl'>;
