import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organizacja',
    network: 'Sieć',
    part: {
      people: 'Osoby',
      subscriptions: 'Subskrypcje',
      escalation: 'Eskalacja',
      keys: 'Klucze API',
      singleSignOn: 'Single sign-on',
      about: 'O nas',
      mail: 'Pocztą',
      deliveries: 'Wysłana poczta',
      audit: 'Dziennik',
      applications: 'Wnioski',
      organisations: 'Organizacje',
      health: 'Stan',
      drills: 'Ćwiczenia',
    },
  },
} as const satisfies Translation<typeof english, 'pl'>;
