/** The way to the pages that look after an organisation and after the network. */
export const sections = {
  sections: {
    organisation: 'Organisation',
    network: 'Network',
    part: {
      people: 'People',
      subscriptions: 'Subscriptions',
      escalation: 'Escalation',
      keys: 'API keys',
      singleSignOn: 'Single sign-on',
      about: 'About us',
      mail: 'By mail',
      deliveries: 'Mail sent',
      audit: 'Audit',
      applications: 'Applications',
      organisations: 'Organisations',
      health: 'Health',
      drills: 'Drills',
    },
  },
} as const;
