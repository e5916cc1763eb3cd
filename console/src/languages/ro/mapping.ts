import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Alerte active pe țări',
    picture: 'O hartă a Europei: fiecare țară în culoarea celei mai grave alerte active. Tabelul spune același lucru.',
    hint: 'O alertă se numără în fiecare țară pe care o numește. Exercițiile și testele nu sunt numărate.',
    country: 'Țară',
    severity: 'Cea mai gravă',
    active: 'Active',
    waiting: 'Vă așteaptă răspunsul',
    tally_one: '{{count}} alertă activă',
    tally_few: '{{count}} alerte active',
    tally_other: '{{count}} de alerte active',
    none: 'Nicio alertă activă',
  },
} as const satisfies Translation<typeof english, 'ro'>;
