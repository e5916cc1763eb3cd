import { contentOf } from '../../core/domain/warning.ts';
import type { Acknowledgement } from '../../core/domain/acknowledgement.ts';
import type { Directory } from '../../core/domain/directory.ts';
import type { Member, Organisation, Team } from '../../core/domain/organisation.ts';
import type { WarningSnapshot } from '../../core/domain/warning.ts';
import type { Delivery, FiredStep, WarningMail } from '../../core/store/deliveries.ts';
import type { Phrasebook } from '../../workers/email/phrasebook.ts';
import type { WantedMail } from '../../workers/email/wanted.ts';
import { aRaise } from '../support/warnings.ts';

export const publicUrl = 'https://tocsin.example';
const now = new Date('2026-05-08T16:05:00.000Z');

const organisation = (id: string, name: string, kind: Organisation['kind']): Organisation => ({
  id,
  name,
  kind,
  countries: [],
  languages: [],
  clearance: 'TLP:RED',
  listed: true,
  suspended: false,
  braked: false,
  raiseLimits: null,
});
const member: Member = {
  id: 'member',
  organisationId: 'platform',
  name: 'Ioana Ștefănescu',
  address: 'ioana@agora.example',
  role: 'manager',
  language: null,
  red: false,
  teams: [],
};
const teams: Team[] = [
  { id: 'desk', organisationId: 'platform', name: 'Central European desk' },
  { id: 'other', organisationId: 'forum', name: 'Forum' },
];

const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.id, one]));

/** Who is in the network that the letters tell of. */
const directory: Directory = {
  sequence: 1,
  organisations: byId([
    organisation('platform', 'Agora', 'platform'),
    organisation('forum', 'Forum', 'platform'),
    organisation('cso', 'Beobachtungsstelle gegen Hass', 'cso'),
    organisation('office', 'Office', 'coordinator'),
  ]),
  teams: new Map([['platform', teams]]),
  teamById: byId(teams),
  members: byId([member]),
  membersByOrganisation: new Map(),
  subscriptions: [],
  subscriptionsByOrganisation: new Map(),
  policies: new Map(),
  confirmedAddresses: new Map(),
  ownMail: new Map(),
};

/** The headline and the description that no subject may hold. */
export const headline = 'Aufrufe, am Freitag vor die Synagoge zu ziehen';
const description =
  'In mehreren Gruppen wird dazu aufgerufen, am Freitagabend vor der Synagoge zu stören.\nDie Aufrufe verbreiten sich seit heute Mittag; einige nennen die Namen von Gemeindemitgliedern.';

const snapshot: WarningSnapshot = {
  id: '0196b0de-7c1a-7000-8000-000000000001',
  issuerId: 'cso',
  status: 'actual',
  revision: 2,
  state: 'active',
  content: contentOf(
    aRaise({
      language: 'de',
      headline,
      description,
      instruction: 'Bitte sehen Sie nach den Begriffen und schützen Sie die genannten Konten.',
      asks: ['review_terms', 'protect_accounts'],
      countries: ['DE', 'AT'],
      languages: ['de', 'ar', 'tr'],
      grounds: ['antisemitism', 'religion_or_belief'],
      onset: '2026-05-08T17:00:00.000Z',
      expires: '2026-05-10T22:00:00.000Z',
      translations: [
        {
          language: 'pl',
          headline: 'Nawoływania do piątkowego marszu pod synagogę',
          description: 'W kilku grupach wzywa się do zakłóceń przed synagogą w piątek wieczorem.',
          instruction: 'Prosimy sprawdzić określenia i chronić wymienione konta.',
        },
        {
          language: 'fr',
          headline: 'Appels à se rassembler vendredi devant la synagogue',
          description: 'Dans plusieurs groupes, on appelle à troubler l’ordre vendredi soir devant la synagogue.',
        },
      ],
    }),
    now,
  ),
  createdAt: '2026-05-08T13:00:00.000Z',
  updatedAt: '2026-05-08T14:00:00.000Z',
  cancellation: null,
  corroborations: { seen: 1, notSeen: 0 },
  redactions: [],
};

export const fired: FiredStep = {
  escalation: 'escalation',
  step: 2,
  of: 3,
  repeat: 0,
  waitingSince: '2026-05-08T14:00:00.000Z',
  late: false,
  heldSince: null,
  detour: null,
};

/** What a sample changes of the mail. */
export interface Changes {
  readonly warning?: Partial<Omit<WarningSnapshot, 'content'>> & {
    readonly content?: Partial<WarningSnapshot['content']>;
  };
  readonly mail?: Partial<WantedMail>;
  readonly delivery?: Partial<Delivery<WarningMail>>;
}

/** A mail about the warning. */
export function wanted(book: Phrasebook, changes: Changes = {}): WantedMail {
  const { content, ...state } = changes.warning ?? {};
  return {
    book,
    directory,
    discloses: 'words',
    issuerName: 'Beobachtungsstelle gegen Hass',
    warning: {
      snapshot: { ...snapshot, ...state, content: { ...snapshot.content, ...content } },
      history: { id: snapshot.id, issuerId: snapshot.issuerId, revisions: [] },
    },
    ...changes.mail,
    delivery: {
      id: 'delivery',
      eventId: 'event',
      channel: 'email',
      recipient: member.address,
      organisationId: 'platform',
      memberId: member.id,
      warningId: snapshot.id,
      teamId: 'desk',
      attempts: 1,
      now,
      giveUpAt: now,
      kind: 'escalation',
      content: fired,
      ...changes.delivery,
    } as Delivery<WarningMail>,
  };
}

/** What the teams made of it: one acted, one declined, one is silent. */
export const answers: readonly Acknowledgement[] = [
  answer('platform', 'desk', { state: 'actioned', measures: ['reviewers_briefed', 'content_removed'] }),
  answer('forum', 'other', { state: 'no_action', reason: 'not_enough_context' }),
  answer('forum', 'other', { state: 'pending' }),
];

function answer(organisationId: string, teamId: string, changes: Partial<Acknowledgement>): Acknowledgement {
  return {
    warningId: snapshot.id,
    teamId,
    organisationId,
    state: 'pending',
    expected: true,
    revision: 2,
    reason: null,
    measures: [],
    usefulness: null,
    note: null,
    assignee: null,
    since: snapshot.createdAt,
    waitingSince: null,
    acknowledgedAt: null,
    deliveredAt: null,
    seenAt: null,
    deliveredRevision: null,
    seenRevision: null,
    ...changes,
  };
}
