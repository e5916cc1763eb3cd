import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organisatie',
    network: 'Netwerk',
    part: {
      people: 'Mensen',
      subscriptions: 'Abonnementen',
      escalation: 'Escalatie',
      keys: 'API-sleutels',
      singleSignOn: 'Single sign-on',
      about: 'Over ons',
      mail: 'Per mail',
      deliveries: 'Verzonden mail',
      audit: 'Logboek',
      applications: 'Aanmeldingen',
      organisations: 'Organisaties',
      health: 'Toestand',
      drills: 'Oefeningen',
    },
  },
} as const satisfies Translation<typeof english, 'nl'>;
