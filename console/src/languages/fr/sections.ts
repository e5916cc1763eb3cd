import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organisation',
    network: 'Réseau',
    part: {
      people: 'Personnes',
      subscriptions: 'Abonnements',
      escalation: 'Escalade',
      keys: 'Clés d’API',
      singleSignOn: 'Connexion unique',
      about: 'À propos de nous',
      mail: 'Par courriel',
      deliveries: 'Courriels envoyés',
      audit: 'Journal d’audit',
      applications: 'Candidatures',
      organisations: 'Organisations',
      health: 'État',
      drills: 'Exercices',
    },
  },
} as const satisfies Translation<typeof english, 'fr'>;
