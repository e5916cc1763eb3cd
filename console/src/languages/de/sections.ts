import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organisation',
    network: 'Netzwerk',
    part: {
      people: 'Personen',
      subscriptions: 'Abonnements',
      escalation: 'Eskalation',
      keys: 'API-Schlüssel',
      singleSignOn: 'Single Sign-on',
      about: 'Über uns',
      mail: 'Per Mail',
      deliveries: 'Gesendete Mails',
      audit: 'Prüfprotokoll',
      applications: 'Anträge',
      organisations: 'Organisationen',
      health: 'Zustand',
      drills: 'Übungen',
    },
  },
} as const satisfies Translation<typeof english, 'de'>;
