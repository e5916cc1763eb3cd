import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Aktive Warnungen nach Ländern',
    picture:
      'Eine Karte Europas: jedes Land in der Farbe seiner schwersten aktiven Warnung. Die Tabelle sagt dasselbe.',
    hint: 'Eine Warnung zählt in jedem Land, das sie nennt. Übungen und Tests sind nicht mitgezählt.',
    country: 'Land',
    severity: 'Schwerste',
    active: 'Aktiv',
    waiting: 'Warten auf Sie',
    tally_one: '{{count}} aktive Warnung',
    tally_other: '{{count}} aktive Warnungen',
    none: 'Keine aktive Warnung',
  },
} as const satisfies Translation<typeof english, 'de'>;
