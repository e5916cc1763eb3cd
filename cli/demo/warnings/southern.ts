import type { DemoWarning } from '../demo-warning.ts';

const by = 'Faro (demo)';

export const southern: DemoWarning[] = [
  {
    slug: 'atleta',
    by,
    expires: 168,
    content: {
      language: 'es',
      headline: 'DEMO: Acoso coordinado contra una atleta trans tras su victoria',
      description:
        'Desde ayer, cuentas de tres países publican las mismas imágenes y datos personales de una atleta trans. Los mensajes incluyen el nombre de su club y el lugar donde entrena.\n\nPedimos no nombrar a la organización que avisa: ya ha recibido amenazas.\n\nDemo: los hechos, lugares y personas son inventados.',
      instruction: 'Proteged su cuenta y la de su club, y revisad las imágenes que se repiten.',
      asks: ['protect_accounts', 'check_recommendations'],
      trigger: 'coordinated_harassment',
      countries: ['ES', 'PT'],
      languages: ['es', 'pt'],
      grounds: ['gender_identity'],
      severity: 'severe',
      urgency: 'immediate',
      certainty: 'observed',
      tlp: 'TLP:AMBER+STRICT',
      withholdIssuer: true,
      terms: [
        {
          text: '#JuegoLimpioDemo',
          kind: 'hashtag',
          language: 'es',
          meaning: 'Reúne los ataques.',
          caution: 'También lo usa una campaña contra el dopaje.',
        },
      ],
    },
  },
  {
    slug: 'sbarco',
    by,
    expires: 168,
    content: {
      language: 'it',
      headline: 'DEMO: Video vecchio spacciato per uno sbarco di oggi',
      description:
        'Un video di anni fa circola come se mostrasse lo sbarco di stamattina. Sotto i post si moltiplicano gli inviti a “respingere con ogni mezzo” chi arriva, e i nomi dei soccorritori.\n\nDemo: fatti, luoghi e persone sono inventati.',
      instruction: 'Verificate se il video è consigliato o in tendenza; vi mandiamo il link all’originale.',
      asks: ['check_recommendations', 'contact_us'],
      trigger: 'migration_event',
      countries: ['IT'],
      languages: ['it'],
      grounds: ['xenophobia', 'anti_black_racism'],
      severity: 'moderate',
      urgency: 'immediate',
      certainty: 'observed',
      tlp: 'TLP:CLEAR',
      references: [{ url: 'https://verifica.example/sbarco-originale', note: 'Il video originale, con la data.' }],
    },
  },
  {
    slug: 'ekdilosi',
    by,
    onset: 48,
    expires: 144,
    content: {
      language: 'el',
      headline: 'DEMO: Καλέσματα εναντίον εκδήλωσης μνήμης της εβραϊκής κοινότητας',
      description:
        'Ενόψει εκδήλωσης μνήμης το Σάββατο, αναρτήσεις συνδέουν την τοπική εβραϊκή κοινότητα με πόλεμο στο εξωτερικό και καλούν σε «απάντηση». Οι ίδιες εικόνες κυκλοφορούν στα ελληνικά και στα αγγλικά.\n\nDemo: τα γεγονότα, οι τόποι και τα πρόσωπα είναι επινοημένα.',
      instruction: 'Παρακαλούμε να ενημερώσετε όσους ελέγχουν περιεχόμενο στα ελληνικά πριν από το Σάββατο.',
      asks: ['brief_reviewers', 'raise_monitoring'],
      trigger: 'commemoration',
      countries: ['GR'],
      languages: ['el', 'en'],
      grounds: ['antisemitism'],
      severity: 'severe',
      urgency: 'future',
      certainty: 'possible',
      tlp: 'TLP:AMBER',
    },
  },
];
