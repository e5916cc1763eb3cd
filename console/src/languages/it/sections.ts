import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organizzazione',
    network: 'Rete',
    part: {
      people: 'Persone',
      subscriptions: 'Abbonamenti',
      escalation: 'Escalation',
      keys: 'Chiavi API',
      singleSignOn: 'Accesso unico',
      about: 'Chi siamo',
      mail: 'Per e-mail',
      deliveries: 'E-mail inviate',
      audit: 'Registro',
      applications: 'Domande',
      organisations: 'Organizzazioni',
      health: 'Stato',
      drills: 'Esercitazioni',
    },
  },
} as const satisfies Translation<typeof english, 'it'>;
