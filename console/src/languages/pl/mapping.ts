import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Aktywne ostrzeżenia według krajów',
    picture: 'Mapa Europy: każdy kraj w kolorze najpoważniejszego aktywnego ostrzeżenia. Tabela mówi to samo.',
    hint: 'Ostrzeżenie liczy się w każdym kraju, który wymienia. Ćwiczeń i testów nie policzono.',
    country: 'Kraj',
    severity: 'Najwyższy stopień',
    active: 'Aktywne',
    waiting: 'Czekają na odpowiedź',
    tally_one: '{{count}} aktywne ostrzeżenie',
    tally_few: '{{count}} aktywne ostrzeżenia',
    tally_many: '{{count}} aktywnych ostrzeżeń',
    tally_other: '{{count}} aktywnego ostrzeżenia',
    none: 'Brak aktywnych ostrzeżeń',
  },
} as const satisfies Translation<typeof english, 'pl'>;
