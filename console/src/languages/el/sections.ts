import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Οργανισμός',
    network: 'Δίκτυο',
    part: {
      people: 'Πρόσωπα',
      subscriptions: 'Συνδρομές',
      escalation: 'Κλιμάκωση',
      keys: 'Κλειδιά API',
      singleSignOn: 'Single sign-on',
      about: 'Για εμάς',
      deliveries: 'Απεσταλμένα μηνύματα',
      mail: 'Με email',
      audit: 'Ημερολόγιο',
      applications: 'Αιτήσεις',
      organisations: 'Οργανισμοί',
      health: 'Κατάσταση',
      drills: 'Ασκήσεις',
    },
  },
} as const satisfies Translation<typeof english, 'el'>;
