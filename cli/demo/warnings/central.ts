import type { DemoWarning } from '../demo-warning.ts';

const by = 'Strażnica (demo)';

export const central: DemoWarning[] = [
  {
    slug: 'marsz',
    by,
    onset: 26,
    expires: 96,
    content: {
      language: 'pl',
      headline: 'DEMO: Zapowiedzi ataków na sobotni Marsz Równości',
      description:
        'W zamkniętych grupach kibicowskich pojawiają się wezwania, by w sobotę „oczyścić miasto”. Uczestnicy podają trasę marszu i miejsca zbiórek, część pisze o przygotowanych racach i kamieniach.\n\nOrganizatorzy i policja zostali powiadomieni.\n\nDemo: wydarzenia, miejsca i osoby są zmyślone.',
      instruction: 'Prosimy o wzmożoną uwagę od piątku wieczorem do niedzieli i o ochronę kont organizatorów.',
      asks: ['raise_monitoring', 'protect_accounts', 'brief_reviewers'],
      trigger: 'cultural_event',
      countries: ['PL'],
      subdivisions: ['PL-20'],
      languages: ['pl'],
      grounds: ['sexual_orientation', 'gender_identity'],
      severity: 'extreme',
      urgency: 'expected',
      certainty: 'likely',
      tlp: 'TLP:AMBER',
      terms: [
        {
          text: 'oczyścić miasto',
          kind: 'slogan',
          language: 'pl',
          meaning: 'Wezwanie do przemocy wobec uczestników marszu.',
          caution: 'Używają go też akcje sprzątania; liczy się data i miejsce.',
        },
        { text: '#TęczaStopDemo', kind: 'hashtag', language: 'pl', meaning: 'Zbiera wezwania.' },
      ],
      translations: [
        {
          language: 'en',
          headline: 'DEMO: Attacks announced against Saturday’s Equality March',
          description:
            'Closed football supporters’ groups call for “cleaning the city” on Saturday. They share the route of the march and meeting points; some write of flares and stones.\n\nDemo: events, places and people are invented.',
        },
      ],
    },
  },
  {
    slug: 'alegeri',
    by,
    expires: 240,
    content: {
      language: 'ro',
      headline: 'DEMO: Mesaje împotriva romilor înaintea alegerilor locale',
      description:
        'Pagini create în ultima lună susțin că romii „vând voturi” și cer excluderea lor de la urne. Textele sunt identice, iar comentariile cheamă la violență în două localități.\n\nDemo: evenimentele, locurile și persoanele sunt inventate.',
      instruction: 'Vă rugăm să urmăriți paginile noi cu conținut identic până la o săptămână după alegeri.',
      asks: ['raise_monitoring', 'review_terms', 'share_findings'],
      trigger: 'election',
      countries: ['RO'],
      languages: ['ro', 'hu'],
      grounds: ['antigypsyism'],
      severity: 'severe',
      urgency: 'expected',
      certainty: 'observed',
      tlp: 'TLP:AMBER',
    },
  },
  {
    slug: 'torveny',
    by,
    onset: 60,
    expires: 200,
    content: {
      language: 'hu',
      headline: 'DEMO: Gyűlöletkampány várható a jövő heti parlamenti vita körül',
      description:
        'A jövő héten tárgyalt törvényjavaslat körül összehangolt bejegyzések jelentek meg, amelyek a meleg embereket gyermekekre veszélyesnek állítják be, és tanárok nevét közlik.\n\nDemo: az események, a helyszínek és a szereplők kitaláltak.',
      instruction:
        'Kérjük, készítsék fel a magyar nyelvű moderátorokat, és figyeljék a tanárok neveit tartalmazó listákat.',
      asks: ['brief_reviewers', 'protect_accounts'],
      trigger: 'legislation',
      countries: ['HU'],
      languages: ['hu'],
      grounds: ['sexual_orientation'],
      severity: 'moderate',
      urgency: 'future',
      certainty: 'likely',
      tlp: 'TLP:GREEN',
    },
  },
  {
    slug: 'video',
    by,
    expires: 120,
    content: {
      language: 'cs',
      headline: 'DEMO: Sestříhané video obviňuje romskou rodinu z krádeže',
      description:
        'Sestříhané video z obchodu se šíří s tvrzením, že ukazuje krádež. Celý záznam ukazuje opak. Pod příspěvky lidé zveřejňují adresu rodiny a domlouvají se, že k ní půjdou.\n\nDemo: události, místa i osoby jsou smyšlené.',
      instruction: 'Prosíme, podívejte se na příspěvky s adresou a na další šíření videa v doporučeních.',
      asks: ['check_recommendations', 'protect_accounts', 'contact_us'],
      trigger: 'viral_content',
      countries: ['CZ', 'SK'],
      languages: ['cs', 'sk'],
      grounds: ['antigypsyism'],
      severity: 'severe',
      urgency: 'immediate',
      certainty: 'observed',
      tlp: 'TLP:GREEN',
      references: [{ url: 'https://zaznam.example/cele-video', note: 'Celý záznam.' }],
    },
  },
];
