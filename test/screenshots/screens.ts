import type { Page } from 'playwright-core';
import type { Role } from '../../core/contract/vocabularies.ts';
import type { Demo } from './demo.ts';
import { people, type Person, type Sessions } from './people.ts';

/** A page of the console, as somebody sees it. */
export interface Screen {
  /** Of its files, and by which it can be asked for alone. */
  readonly name: string;
  /** For the index, and for whoever does not see the picture. */
  readonly title: string;
  /** Nobody: whoever is not signed in. */
  readonly as: Person | 'nobody';
  /** Its address, or how it is found. */
  readonly path: string | ((demo: Demo, sessions: Sessions) => Promise<string>);
  /** The route that it shows, where the address alone does not say so. */
  readonly route?: string;
  /** What is done on it before it is looked at. */
  readonly open?: (page: Page) => Promise<void>;
}

const toWarning =
  (as: string, headline: string, rest = '') =>
  async (demo: Demo): Promise<string> =>
    `/warnings/${await demo.warning(as, headline)}${rest}`;

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

const cso = 'Wachsam (demo)';
const platform = 'Agora (demo)';

const entering: readonly Screen[] = [
  { name: 'sign-in', title: 'Signing in', as: 'nobody', path: '/' },
  { name: 'apply', title: 'Applying to join the network', as: 'nobody', path: '/apply' },
  { name: 'mail', title: 'Warnings by mail, without an account', as: 'nobody', path: '/mail' },
];

const watching: readonly Screen[] = [
  { name: 'board', title: 'The board of a platform’s responder', as: 'platform', path: '/' },
  {
    name: 'board-filtered',
    title: 'The board, narrowed by filters',
    as: 'platform',
    path: '/?state=active&severity=severe',
    open: async (page) => {
      await press('Filter')(page);
      await page.getByRole('group', { name: 'Filter' }).waitFor();
    },
  },
  { name: 'horizon', title: 'What lies ahead, as a timeline and a calendar', as: 'platform', path: '/horizon' },
  {
    name: 'horizon-country',
    title: 'What lies ahead by country, and an address for one’s own calendar',
    as: 'cso',
    path: '/horizon?country=DE&country=AT',
    open: async (page) => {
      await press('By country')(page);
      await press('Make a calendar address')(page);
    },
  },
  { name: 'board-cso', title: 'The board of a civil society organisation', as: 'cso', path: '/' },
];

const warning: readonly Screen[] = [
  {
    name: 'warning-answering',
    title: 'A warning, as a responder answers it',
    as: 'platform',
    path: toWarning(platform, 'Lichterfest'),
    route: '/warnings/$id',
  },
  {
    name: 'warning-issuer',
    title: 'A warning, as its issuer follows it',
    as: 'cso',
    path: toWarning(cso, 'Lichterfest'),
    route: '/warnings/$id',
  },
  { name: 'raise', title: 'Raising a warning', as: 'cso', path: '/raise' },
  {
    name: 'revise',
    title: 'Revising a warning',
    as: 'cso',
    path: toWarning(cso, 'Lichterfest', '/revise'),
    route: '/warnings/$id/revise',
  },
];

const organisation: readonly Screen[] = [
  { name: 'people', title: 'The people of an organisation', as: 'platform', path: '/organisation/people' },
  {
    name: 'subscriptions',
    title: 'Subscriptions, one being added, with what it would have matched',
    as: 'platform',
    path: '/organisation/subscriptions',
    open: async (page) => {
      await press('Add a subscription')(page);
      await page.getByRole('list', { name: 'The newest of them' }).waitFor();
    },
  },
  {
    name: 'escalation',
    title: 'An escalation policy, and whom it would have mailed last Saturday at 03:00',
    as: 'platform',
    path: '/organisation/escalation',
    open: (page) => page.getByText('Raised, and nobody answers').waitFor(),
  },
  {
    name: 'escalation-changing',
    title: 'An escalation policy, as a manager changes it',
    as: 'platform',
    path: '/organisation/escalation',
    open: press('Change the policy'),
  },
  {
    name: 'keys',
    title: 'The keys of an organisation',
    as: 'platform',
    path: '/organisation/keys',
    open: press('Make a key'),
  },
  { name: 'single-sign-on', title: 'Single sign-on', as: 'platform', path: '/organisation/single-sign-on' },
  {
    name: 'vouches',
    title: 'Mail subscribers that an organisation vouches for',
    as: 'cso',
    path: '/organisation/mail',
  },
  {
    name: 'deliveries',
    title: 'What was mailed, and what became of it',
    as: 'platform',
    path: '/organisation/deliveries',
  },
  { name: 'organisation', title: 'The organisation itself', as: 'platform', path: '/organisation' },
  { name: 'audit', title: 'The audit trail', as: 'coordinator', path: '/audit' },
  { name: 'account', title: 'One’s own account', as: 'platform', path: '/account' },
  { name: 'own-mail', title: 'Which warnings come by mail, and when none do', as: 'platform', path: '/account/mail' },
];

const network: readonly Screen[] = [
  { name: 'statistics', title: 'What was raised, and how it was answered', as: 'coordinator', path: '/statistics' },
  {
    name: 'organisations',
    title: 'The organisations of the network',
    as: 'coordinator',
    path: '/network/organisations',
  },
  { name: 'practice', title: 'Practising, step by step', as: 'cso', path: '/practice' },
  { name: 'raise-practice', title: 'Raising a practice warning', as: 'cso', path: '/raise/practice' },
  { name: 'health', title: 'The health of the network', as: 'coordinator', path: '/network/health' },
  { name: 'drills', title: 'The drills of the network', as: 'coordinator', path: '/network/drills' },
  { name: 'raise-drill', title: 'Running a drill', as: 'coordinator', path: '/raise/drill' },
  {
    name: 'drill-report',
    title: 'Who answered a drill when',
    as: 'coordinator',
    path: toWarning('Coordination office (demo)', 'how fast do we hear', '/drill'),
    route: '/warnings/$id/drill',
  },
];

/** Where a mail leads that somebody asks for by a call of their own. */
const mailed =
  (call: string, body: { readonly address: string; readonly role?: Role }, page: string, by?: Person) =>
  async (demo: Demo, sessions: Sessions): Promise<string> => {
    await demo.post(call, body, by && sessions[by]);
    return demo.mailedLink(body.address, `${page}#token=`);
  };

const reader = {
  address: 'reader@gazette.example',
  filter: { countries: ['DE', 'AT'] },
  rhythm: { type: 'daily', hour: 7 },
  timeZone: 'Europe/Vienna',
  language: 'de',
} as const;

const applicant = {
  organisation: 'Courage (demo)',
  kind: 'cso',
  legalForm: 'Registered association',
  website: 'https://courage.example/',
  countries: ['AT', 'SI'],
  languages: ['de', 'sl'],
  grounds: ['antisemitism', 'xenophobia'],
  purpose: 'We watch forums in Austria and Slovenia, and are called when a congregation is threatened.',
  contact: { name: 'Sara Novak', address: 'sara.novak@courage.example' },
  language: 'en',
} as const;

/** Where the applicant's mail leads, once their address is confirmed as their page does it. */
async function toApplication(demo: Demo): Promise<string> {
  await demo.post('/applications', applicant);
  const link = await demo.mailedLink(applicant.contact.address, '/application#token=');
  await demo.post('/applications/confirmation', { token: tokenOf(link) });
  return link;
}

async function toPreferences(demo: Demo): Promise<string> {
  await demo.post('/mail-subscribers', reader);
  const link = await demo.mailedLink(reader.address, '/mail/confirm#token=');
  const answer = await demo.post('/mail-subscribers/confirmation', { token: tokenOf(link) });
  const { token } = (await answer.json()) as { token: string };
  return `/mail/preferences#token=${token}`;
}

const tokenOf = (link: string): string => decodeURIComponent(link.slice(link.indexOf('=') + 1));

/** Pages that a mail leads to; the last of them is mailed by the escalation of a warning that nobody has answered. */
const mailedTo: readonly Screen[] = [
  {
    name: 'sign-in-link',
    title: 'What a mailed link to sign in opens',
    as: 'nobody',
    path: mailed('/sign-in/link', { address: people.cso }, '/sign-in/link'),
    route: '/sign-in/link',
  },
  {
    name: 'invitation',
    title: 'An invitation',
    as: 'nobody',
    path: mailed(
      '/invitations',
      { address: 'new.responder@agora.example', role: 'responder' },
      '/invitation',
      'platform',
    ),
    route: '/invitation',
  },
  {
    name: 'address',
    title: 'Confirming a new mail address',
    as: 'platform',
    path: mailed('/me/address', { address: 'maeve@agora.example' }, '/account/address', 'platform'),
    route: '/account/address',
  },
  {
    name: 'mail-confirm',
    title: 'Confirming to be mailed',
    as: 'nobody',
    path: mailed('/mail-subscribers', { ...reader, address: 'editor@gazette.example' }, '/mail/confirm'),
    route: '/mail/confirm',
  },
  {
    name: 'mail-preferences',
    title: 'What a reader is mailed, and when',
    as: 'nobody',
    path: toPreferences,
    route: '/mail/preferences',
  },
  {
    name: 'application-applicant',
    title: 'An application, as the applicant follows it',
    as: 'nobody',
    path: toApplication,
    route: '/application',
  },
  { name: 'applications', title: 'Applications to join', as: 'coordinator', path: '/network/applications' },
  {
    name: 'application',
    title: 'An application, as the coordinator decides it',
    as: 'coordinator',
    path: async (demo) => `/network/applications/${await applicationId(demo)}`,
    route: '/network/applications/$id',
  },
  {
    name: 'answer',
    title: 'Answering by a mailed link, without signing in',
    as: 'nobody',
    path: (demo) => demo.mailedLink('priya.nair@agora.example', '/answer#token='),
    route: '/answer',
  },
];

async function applicationId(demo: Demo): Promise<string> {
  const { data } = await demo.ask<{ data: { id: string }[] }>('Coordination office (demo)', '/applications');
  if (!data[0]) throw new Error('Nobody has applied.');
  return data[0].id;
}

/** Every page of the console. Those that a mail leads to come early: some are asked for by who has just shown a factor. */
export const screens: readonly Screen[] = [
  ...entering,
  ...mailedTo,
  ...watching,
  ...warning,
  ...organisation,
  ...network,
];
