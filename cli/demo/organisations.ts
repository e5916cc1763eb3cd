import type { EscalationPolicyRequest } from '../../core/contract/escalation-policy.ts';
import type { FilterRequest } from '../../core/contract/filter.ts';
import type { OrganisationKind, Role } from '../../core/contract/vocabularies.ts';

export interface DemoOrganisation {
  name: string;
  kind: OrganisationKind;
  countries: string[];
  languages: string[];
  /** Fictional people; their addresses end in .example, which no mail server answers for. */
  members: { name: string; address: string; role: Role; language: string; red?: true }[];
  /** `mail`: its responders get a mail too, at once. */
  subscriptions: { name: string; filter: FilterRequest; mail?: true }[];
  policy?: EscalationPolicyRequest;
}

/** Who answers for an organisation, looks after it, and does its work. */
function people(domain: string, language: string, owner: string, manager: string, ...responders: string[]) {
  const roles: Role[] = ['owner', 'manager', ...responders.map(() => 'responder' as const)];
  return [owner, manager, ...responders].map((name, index) => ({
    name,
    address: `${addressOf(name)}@${domain}.example`,
    role: roles[index] ?? 'responder',
    language,
    ...(index === 0 || index === 2 ? { red: true as const } : {}),
  }));
}

/** "Zofia Wiśniewska" has zofia.wisniewska for an address. */
function addressOf(name: string): string {
  const plain = name.replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('ø', 'o').replaceAll('ı', 'i');
  return plain.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
}

export const coordinator = 'Coordination office (demo)';

const responders = { type: 'role', role: 'responder' } as const;
const managers = { type: 'role', role: 'manager' } as const;
const owners = { type: 'role', role: 'owner' } as const;
const nights = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '22:00', to: '06:00' } as const;
const evenings = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '19:00', to: '07:00' } as const;
const weekend = { days: ['sat', 'sun'], from: '00:00', to: '00:00' } as const;

const northern = ['SE', 'DK', 'FI', 'NO'];
const southern = ['ES', 'PT', 'IT', 'GR'];
const central = ['PL', 'CZ', 'SK', 'HU', 'RO'];

const csos: DemoOrganisation[] = [
  {
    name: 'Wachsam (demo)',
    kind: 'cso',
    countries: ['DE', 'AT', 'CH', 'SE', 'DK'],
    languages: ['de', 'sv', 'da'],
    members: people('wachsam', 'de', 'Ida Bergmann', 'Jonas Öztürk', 'Lea Morgenstern', 'Elin Sjöberg'),
    subscriptions: [{ name: 'Our countries', filter: { countries: ['DE', 'AT', 'CH', 'SE', 'DK'] } }],
  },
  {
    name: 'Vigie (demo)',
    kind: 'cso',
    countries: ['FR', 'BE', 'NL', 'LU'],
    languages: ['fr', 'nl'],
    members: people('vigie', 'fr', 'Camille Renard', 'Yanis Belkacem', 'Anouk de Wit'),
    subscriptions: [{ name: 'Nos pays', filter: { countries: ['FR', 'BE', 'NL', 'LU'] } }],
  },
  {
    name: 'Faro (demo)',
    kind: 'cso',
    countries: southern,
    languages: ['es', 'pt', 'it', 'el'],
    members: people('faro', 'es', 'Lucía Navarro', 'Marco Bellini', 'Eleni Pappa'),
    subscriptions: [{ name: 'Sur', filter: { countries: southern } }],
  },
  {
    name: 'Strażnica (demo)',
    kind: 'cso',
    countries: central,
    languages: ['pl', 'cs', 'sk', 'hu', 'ro'],
    members: people('straznica', 'pl', 'Zofia Wiśniewska', 'Bence Halász', 'Ioana Petrescu', 'Tereza Horáková'),
    subscriptions: [{ name: 'Nasz region', filter: { countries: central } }],
  },
];

const platforms: DemoOrganisation[] = [
  {
    name: 'Agora (demo)',
    kind: 'platform',
    countries: [],
    languages: ['en', 'de', 'fr', 'es', 'it', 'pl', 'nl'],
    members: people('agora', 'en', 'Maeve O Connor', 'Tom Adeyemi', 'Priya Nair', 'Sven Lindqvist'),
    subscriptions: [
      { name: 'Everything', filter: {} },
      { name: 'Extreme, by mail at once', filter: { severity: 'extreme', statuses: ['actual'] }, mail: true },
    ],
    policy: {
      steps: [
        { after: 25, to: [responders], quiet: 'ignore', repeat: { every: 120, times: 1 } },
        { after: 35, to: [managers], severity: 'severe' },
        { after: 60, to: [owners, { type: 'coordinator' }], severity: 'extreme' },
      ],
      hours: { timeZone: 'Europe/Dublin', quiet: [{ ...nights, days: [...nights.days] }] },
    },
  },
  {
    name: 'Flimmer (demo)',
    kind: 'platform',
    countries: ['DE', 'AT', 'CH'],
    languages: ['de'],
    members: people('flimmer', 'de', 'Katharina Vogt', 'Emre Yıldız', 'Nele Brandt'),
    subscriptions: [{ name: 'Deutschsprachig', filter: { countries: ['DE', 'AT', 'CH'], languages: ['de'] } }],
    policy: {
      steps: [
        { after: 30, to: [responders], quiet: 'ignore' },
        { after: 60, to: [managers], severity: 'moderate' },
        { after: 120, to: [owners], severity: 'severe' },
      ],
      hours: {
        timeZone: 'Europe/Berlin',
        quiet: [
          { ...evenings, days: [...evenings.days] },
          { ...weekend, days: [...weekend.days] },
        ],
      },
    },
  },
  {
    name: 'Parlotte (demo)',
    kind: 'platform',
    countries: ['FR', 'BE', 'NL', 'LU'],
    languages: ['fr', 'nl'],
    members: people('parlotte', 'fr', 'Inès Fournier', 'Hugo Lambert', 'Fleur Janssen'),
    subscriptions: [
      { name: 'Francophone', filter: { languages: ['fr'] } },
      { name: 'Nederlandstalig', filter: { countries: ['NL', 'BE'], languages: ['nl'] } },
    ],
    policy: {
      steps: [
        { after: 45, to: [responders] },
        { after: 300, to: [managers, owners] },
      ],
    },
  },
  {
    name: 'Plaza (demo)',
    kind: 'platform',
    countries: southern,
    languages: ['es', 'pt', 'it', 'el'],
    members: people('plaza', 'es', 'Álvaro Iglesias', 'Beatriz Moniz', 'Chiara Conti', 'Nikos Georgiou'),
    subscriptions: [{ name: 'Península, Italia y Grecia', filter: { countries: southern } }],
    policy: {
      steps: [
        { after: 20, to: [responders] },
        { after: 40, to: [owners], severity: 'severe' },
      ],
    },
  },
  {
    name: 'Rynek (demo)',
    kind: 'platform',
    countries: central,
    languages: ['pl', 'cs', 'sk', 'hu', 'ro'],
    members: people('rynek', 'pl', 'Marek Zieliński', 'Andrea Nováková', 'Dóra Szabó', 'Vlad Ionescu'),
    subscriptions: [{ name: 'Europa Środkowa', filter: { countries: central, severity: 'moderate' } }],
    policy: {
      steps: [
        { after: 30, to: [responders], quiet: 'ignore' },
        { after: 90, to: [managers, owners], repeat: { every: 300, times: 2 } },
        { after: 600, to: [{ type: 'coordinator' }], severity: 'severe' },
      ],
      hours: { timeZone: 'Europe/Warsaw', quiet: [{ ...nights, days: [...nights.days] }] },
    },
  },
  {
    name: 'Nordlys (demo)',
    kind: 'platform',
    countries: northern,
    languages: ['sv', 'da', 'fi', 'nb'],
    members: people('nordlys', 'sv', 'Astrid Nygaard', 'Oskar Lund', 'Freja Holm'),
    subscriptions: [
      { name: 'Norden', filter: { countries: northern } },
      { name: 'Antisemitism, anywhere', filter: { grounds: ['antisemitism'], severity: 'severe' } },
    ],
    policy: {
      steps: [
        { after: 40, to: [responders] },
        { after: 180, to: [owners] },
      ],
    },
  },
];

export const organisations: DemoOrganisation[] = [
  ...csos,
  ...platforms,
  {
    name: coordinator,
    kind: 'coordinator',
    countries: [],
    languages: ['en'],
    members: people('coordination', 'en', 'Ruth Abendroth', 'Milan Kovač'),
    subscriptions: [{ name: 'The whole network', filter: { statuses: ['actual', 'exercise', 'test'] } }],
  },
  {
    name: 'Observatory (demo)',
    kind: 'observer',
    countries: [],
    languages: ['en'],
    members: people('observatory', 'en', 'Noor Haddad', 'Paul Verhoeven'),
    subscriptions: [{ name: 'What researchers may read', filter: {} }],
  },
];
