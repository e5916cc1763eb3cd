import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organizație',
    network: 'Rețea',
    part: {
      people: 'Persoane',
      subscriptions: 'Abonamente',
      escalation: 'Escaladare',
      keys: 'Chei API',
      singleSignOn: 'Single sign-on',
      about: 'Despre noi',
      mail: 'Prin e-mail',
      deliveries: 'Mesaje trimise',
      audit: 'Jurnal',
      applications: 'Cereri',
      organisations: 'Organizații',
      health: 'Stare',
      drills: 'Exerciții',
    },
  },
} as const satisfies Translation<typeof english, 'ro'>;
