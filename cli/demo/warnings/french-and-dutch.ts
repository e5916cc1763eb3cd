import type { DemoWarning } from '../demo-warning.ts';

const by = 'Vigie (demo)';

export const frenchAndDutch: DemoWarning[] = [
  {
    slug: 'verdict',
    by,
    onset: 30,
    expires: 168,
    content: {
      language: 'fr',
      headline: 'DEMO : verdict attendu jeudi, appels à s’en prendre aux lieux de culte',
      description:
        'Le verdict d’un procès très suivi est attendu jeudi. Quelle que soit l’issue, plusieurs comptes annoncent une « réponse » devant des lieux de culte musulmans et partagent des listes d’adresses.\n\nLors de l’audience précédente, le volume de messages haineux avait triplé en six heures.\n\nDémo : événements, lieux et personnes sont inventés.',
      instruction:
        'Merci de prévenir les équipes francophones avant jeudi midi et de surveiller les listes d’adresses.',
      asks: ['raise_monitoring', 'brief_reviewers'],
      trigger: 'trial',
      countries: ['FR'],
      subdivisions: ['FR-IDF'],
      languages: ['fr'],
      grounds: ['anti_muslim_hatred'],
      severity: 'severe',
      urgency: 'future',
      certainty: 'likely',
      tlp: 'TLP:GREEN',
      terms: [
        {
          text: '#JeudiDemo',
          kind: 'hashtag',
          language: 'fr',
          meaning: 'Rassemble les appels.',
          caution: 'Sert aussi à suivre l’audience, sans haine.',
        },
      ],
    },
  },
  {
    slug: 'match',
    by,
    onset: 8,
    expires: 48,
    content: {
      language: 'fr',
      headline: 'DEMO : injures racistes contre deux joueurs avant le match de samedi',
      description:
        'Depuis l’annonce de la composition, deux joueurs noirs reçoivent des centaines de messages faits d’emojis et de sons d’animaux. Le club et le syndicat des joueurs sont prévenus.\n\nNous attendons un pic dans l’heure qui suit le match, surtout en cas de défaite.\n\nDémo : événements, lieux et personnes sont inventés.',
      instruction: 'Merci de protéger les comptes des joueurs, messages privés compris, jusqu’à dimanche soir.',
      asks: ['protect_accounts', 'raise_monitoring'],
      trigger: 'sports_event',
      countries: ['FR', 'BE'],
      languages: ['fr', 'nl'],
      grounds: ['anti_black_racism'],
      severity: 'moderate',
      urgency: 'expected',
      certainty: 'observed',
      tlp: 'TLP:GREEN',
      terms: [
        {
          text: '🐒',
          kind: 'emoji',
          meaning: 'Sous les publications de ces joueurs : insulte raciste.',
          caution: 'Anodin presque partout ailleurs ; regarder à qui il répond.',
        },
      ],
    },
  },
  {
    slug: 'opvang',
    by,
    onset: 4,
    expires: 120,
    content: {
      language: 'nl',
      headline: 'DEMO: Protest bij opvanglocatie, oproepen om ‘langs te gaan’',
      description:
        'Voor vanavond is een protest aangekondigd bij een gebouw dat opvanglocatie wordt. In besloten groepen gaan huisadressen van raadsleden rond, met de oproep om ‘langs te gaan’. Een deel van de berichten roept op tot geweld tegen vluchtelingen.\n\nDe gemeente en de politie weten ervan.\n\nDemo: gebeurtenissen, plaatsen en personen zijn verzonnen.',
      instruction: 'Let de komende dagen op de genoemde termen en op berichten met huisadressen.',
      asks: ['raise_monitoring', 'protect_accounts', 'review_terms'],
      trigger: 'protest',
      countries: ['NL', 'BE'],
      languages: ['nl'],
      grounds: ['xenophobia', 'national_origin'],
      severity: 'severe',
      urgency: 'immediate',
      certainty: 'observed',
      tlp: 'TLP:AMBER',
      terms: [
        {
          text: 'even langs gaan',
          kind: 'coded_term',
          language: 'nl',
          meaning: 'Hier: iemand thuis bedreigen.',
          caution: 'Doodgewoon Nederlands; alleen samen met een adres een signaal.',
        },
      ],
      translations: [
        {
          language: 'en',
          headline: 'DEMO: Protest at a shelter, calls to “drop by” at councillors’ homes',
          description:
            'A protest is announced for tonight at a building that will become a shelter. Closed groups pass round councillors’ home addresses with the call to “drop by”. Some posts call for violence against refugees.\n\nDemo: events, places and people are invented.',
        },
      ],
    },
  },
];
