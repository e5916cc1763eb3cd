import type { DemoWarning } from '../demo-warning.ts';

const by = 'Wachsam (demo)';
const marked = 'Demo: Ereignis, Orte und Beteiligte sind erfunden.';

export const germanAndNordic: DemoWarning[] = [
  {
    slug: 'lichterfest',
    by,
    onset: 20,
    expires: 120,
    content: {
      language: 'de',
      headline: 'DEMO: Aufrufe, das Lichterfest einer jüdischen Gemeinde zu stören',
      description: `In mehreren offenen Gruppen wird seit gestern Abend dazu aufgerufen, das öffentliche Lichterfest einer jüdischen Gemeinde „zu besuchen“. Die Beiträge nennen Treffpunkt und Uhrzeit und werden im Stundentakt neu geteilt.\n\nWir sehen rund 40 Konten, die meisten keine zwei Wochen alt. Die Gemeinde ist informiert und hat Polizeischutz.\n\n${marked}`,
      instruction:
        'Bitte beobachten Sie die genannten Begriffe in den nächsten drei Tagen enger und sagen Sie Ihren Prüfteams, dass der zweite Begriff meist harmlos ist.',
      asks: ['raise_monitoring', 'brief_reviewers', 'review_terms'],
      trigger: 'religious_event',
      countries: ['DE', 'AT'],
      subdivisions: ['DE-SN', 'DE-BE'],
      languages: ['de'],
      grounds: ['antisemitism'],
      severity: 'severe',
      urgency: 'expected',
      certainty: 'likely',
      tlp: 'TLP:AMBER',
      terms: [
        {
          text: '#LichtAusDemo',
          kind: 'hashtag',
          language: 'de',
          meaning: 'Sammelt die Aufrufe zur Störung.',
          caution: 'Auch Stromsparaktionen heißen so.',
        },
        {
          text: 'Globalisten',
          kind: 'coded_term',
          language: 'de',
          meaning: 'Steht in diesen Gruppen für „die Juden“.',
          caution: 'Außerhalb davon oft ohne jeden Bezug; nie allein entscheiden lassen.',
        },
      ],
      references: [
        { url: 'https://gruppen.example/lichterfest', note: 'Öffentliche Gruppe mit den meisten Aufrufen.' },
      ],
      translations: [
        {
          language: 'en',
          headline: 'DEMO: Calls to disrupt a Jewish community’s festival of lights',
          description:
            'Since last night several open groups have called on people to “visit” a Jewish community’s public festival of lights. The posts name a meeting point and a time and are shared again every hour.\n\nDemo: events, places and people are invented.',
        },
      ],
    },
  },
  {
    slug: 'falscher-name',
    by,
    expires: 72,
    content: {
      language: 'de',
      headline: 'DEMO: Falscher Name nach einem Messerangriff verbreitet sich',
      description: `Zwei Stunden nach einem Angriff in einer Einkaufsstraße kursieren Name und Foto eines Unbeteiligten, dem eine Herkunft zugeschrieben wird. Die Polizei hat niemanden benannt. Unter den Beiträgen stehen Adressen von Unterkünften und Aufrufe, dort „aufzuräumen“.\n\nDie ersten Kundgebungen sind für heute Abend angekündigt.\n\n${marked}`,
      instruction:
        'Bitte halten Sie den falschen Namen aus Trends und Empfehlungen heraus und schützen Sie das Konto des Betroffenen.',
      asks: ['check_recommendations', 'protect_accounts', 'contact_us'],
      trigger: 'attack',
      countries: ['AT'],
      subdivisions: ['AT-4'],
      languages: ['de'],
      grounds: ['xenophobia', 'anti_muslim_hatred'],
      severity: 'severe',
      urgency: 'immediate',
      certainty: 'observed',
      tlp: 'TLP:AMBER',
      terms: [
        {
          text: 'wir räumen auf',
          kind: 'slogan',
          language: 'de',
          meaning: 'Hier ein Aufruf zur Gewalt gegen Unterkünfte.',
          caution: 'Alltagssprache; erst mit Ort oder Uhrzeit ein Zeichen.',
        },
      ],
    },
  },
  {
    slug: 'journalistin',
    by,
    expires: 96,
    only: ['Agora (demo)', 'Flimmer (demo)'],
    content: {
      language: 'de',
      headline: 'DEMO: Privatadresse einer Journalistin soll veröffentlicht werden',
      description: `Ein geschlossener Kanal kündigt an, heute Nacht Anschrift und Schulweg der Kinder einer Journalistin zu veröffentlichen, die über einen Prozess berichtet. Sie weiß davon und möchte, dass so wenige Menschen wie möglich davon erfahren.\n\n${marked}`,
      instruction: 'Bitte nur an die Menschen geben, die ihre Konten schützen können. Melden Sie sich bei uns.',
      asks: ['protect_accounts', 'contact_us'],
      trigger: 'coordinated_harassment',
      countries: ['DE'],
      languages: ['de'],
      grounds: ['sex_or_gender', 'anti_black_racism'],
      severity: 'extreme',
      urgency: 'immediate',
      certainty: 'likely',
      tlp: 'TLP:RED',
    },
  },
  {
    slug: 'socialtjansten',
    by,
    expires: 336,
    content: {
      language: 'sv',
      headline: 'DEMO: Kampanj påstår att socialtjänsten rövar bort muslimska barn',
      description:
        'En samordnad kampanj sprider gamla, omtextade filmklipp och påstår att svenska myndigheter rövar bort muslimska barn. Svaren under inläggen riktar sig mot muslimer i allmänhet och mot namngivna socialsekreterare.\n\nVi ser samma texter på arabiska, engelska och svenska inom några minuter från varandra.\n\nDemo: händelser, platser och personer är påhittade.',
      instruction: 'Se gärna efter om klippen rekommenderas vidare, och berätta för oss vad ni ser hos er.',
      asks: ['check_recommendations', 'share_findings'],
      trigger: 'disinformation_campaign',
      countries: ['SE', 'DK'],
      languages: ['sv', 'ar', 'en'],
      grounds: ['anti_muslim_hatred'],
      severity: 'moderate',
      urgency: 'expected',
      certainty: 'observed',
      tlp: 'TLP:GREEN',
      terms: [
        {
          text: '#BarnenHemDemo',
          kind: 'hashtag',
          language: 'sv',
          meaning: 'Kampanjens samlingsord.',
          caution: 'Används också av föräldrar som berättar om egna erfarenheter.',
        },
      ],
    },
  },
];
