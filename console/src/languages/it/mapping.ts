import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Allerte attive per Paese',
    picture:
      'Una mappa dell’Europa: ogni Paese nel colore della sua allerta attiva più grave. La tabella dice lo stesso.',
    hint: 'Un’allerta conta in ogni Paese che nomina. Le esercitazioni e i test non sono contati.',
    country: 'Paese',
    severity: 'La più grave',
    active: 'Attive',
    waiting: 'Attendono la Sua risposta',
    tally_one: '{{count}} allerta attiva',
    tally_many: '{{count}} di allerte attive',
    tally_other: '{{count}} allerte attive',
    none: 'Nessuna allerta attiva',
  },
} as const satisfies Translation<typeof english, 'it'>;
