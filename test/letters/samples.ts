import type { Application } from '../../core/contract/application.ts';
import type { SuppressionReason } from '../../core/contract/delivery.ts';
import type { ApplicationNews, DeliveryContent, FactorChange, OrganisationNews } from '../../core/store/deliveries.ts';
import type { Letter } from '../../workers/email/letter.ts';
import { applicationLetter, applicationWaitsLetter } from '../../workers/email/letters/application.ts';
import { confirmationLetter } from '../../workers/email/letters/confirmation.ts';
import {
  escalationLetter,
  missedLetter,
  policyGapLetter,
  unreachedLetter,
} from '../../workers/email/letters/escalation.ts';
import { factorLetter } from '../../workers/email/letters/factor.ts';
import { firstAnswerLetter, outcomesLetter } from '../../workers/email/letters/issuer.ts';
import { invitationLetter, memberChangedLetter, ownAddressLetter } from '../../workers/email/letters/member.ts';
import {
  addressErasedLetter,
  addressSuppressedLetter,
  organisationLeftLetter,
  organisationNewsLetter,
} from '../../workers/email/letters/organisation.ts';
import { signInByProviderLetter, signInLetter } from '../../workers/email/letters/sign-in.ts';
import { standDownLetter } from '../../workers/email/letters/stand-down.ts';
import { subscriberConfirmationLetter, subscriberLinkLetter } from '../../workers/email/letters/subscriber.ts';
import { warningLetter } from '../../workers/email/letters/warning.ts';
import type { Phrasebook } from '../../workers/email/phrasebook.ts';
import { sampleDigest } from './digest-samples.ts';
import { answers, fired, publicUrl, wanted, type Changes } from './stage.ts';

const token = '0'.repeat(40);
/** As a step leaves: with where its reader answers without signing in. */
const byLink = { publicUrl, answerUrl: `${publicUrl}/answer#token=${'0a'.repeat(36)}` };
const byChannel = { publicUrl, unsubscribeUrl: null };
const byChoice = { publicUrl, unsubscribeUrl: `${publicUrl}/mail/unsubscribe/member/${'0a'.repeat(36)}` };
const atOnce = { heldSince: null };
const overnight = { heldSince: '2026-05-08T14:30:00.000Z' };
const expiresAt = '2026-05-15T16:05:00.000Z';
const organisation = 'Beobachtungsstelle gegen Hass';
const suppression = {
  address: 'oncall@agora.example',
  answer: '550 5.1.1 <oncall@agora.example>: Recipient address rejected: User unknown in virtual mailbox table',
  createdAt: '2026-05-08T16:00:00.000Z',
};

type Write = (book: Phrasebook) => Letter;
type Kind = DeliveryContent['kind'];

const secret: Changes = { mail: { discloses: 'waiting' }, warning: { content: { tlp: 'TLP:RED' } } };
const codes: Changes = {
  mail: { discloses: 'codes', issuerName: null },
  warning: { content: { tlp: 'TLP:AMBER', severity: 'extreme', countries: ['DE', 'AT', 'CH', 'LI', 'LU'] } },
};
const drill: Changes = { warning: { status: 'exercise', content: { severity: 'minor', countries: [] } } };
const technical: Changes = { warning: { status: 'test', content: { severity: 'moderate' } } };
const blanked: Changes = { warning: { content: { headline: '', description: '', instruction: '' } } };
const over = { reason: 'Die Versammlung ist abgesagt.', at: '2026-05-08T16:00:00.000Z' };
const cancelled: Changes = { warning: { state: 'cancelled', cancellation: over } };
const retracted: Changes = { warning: { state: 'cancelled', cancellation: { ...over, retracted: true } } };
/** As its issuer is told of it. */
const own: Changes = { delivery: { organisationId: 'cso', teamId: null } };
const held = { repeat: 2, late: true, heldSince: '2026-05-08T14:30:00.000Z', detour: 'nobody-left' } as const;
const pager = { target: { type: 'email', address: 'oncall@agora.example' }, reason: 'unconfirmed' } as const;
const nobody = { target: { type: 'role', role: 'responder' }, reason: 'nobody-left' } as const;

const aboutWarnings = {
  escalation: {
    '': (book) => escalationLetter(wanted(book), fired, byLink),
    'held and late, in a drill': (book) => escalationLetter(wanted(book, drill), { ...fired, ...held }, byLink),
    'codes alone': (book) => escalationLetter(wanted(book, codes), fired, byLink),
    'something waits': (book) => escalationLetter(wanted(book, secret), fired, { publicUrl, answerUrl: null }),
  },
  unreached: {
    'to its managers': (book) => unreachedLetter(wanted(book), fired, publicUrl),
    'to the coordinator': (book) =>
      unreachedLetter(wanted(book, { delivery: { organisationId: 'office' } }), fired, publicUrl),
  },
  missed: {
    'an address': (book) => missedLetter(wanted(book), { ...fired, ...pager }, publicUrl),
    'a role': (book) => missedLetter(wanted(book), { ...fired, ...nobody }, publicUrl),
  },
  'policy-gap': {
    '': (book) => policyGapLetter(wanted(book), 'Agora', [pager, nobody], publicUrl),
  },
  'stand-down': {
    answered: (book) => standDownLetter(wanted(book), 'answered', publicUrl),
    'called off': (book) => standDownLetter(wanted(book, cancelled), 'cancelled', publicUrl),
    retracted: (book) => standDownLetter(wanted(book, retracted), 'cancelled', publicUrl),
    expired: (book) => standDownLetter(wanted(book), 'expired', publicUrl),
    past: (book) => standDownLetter(wanted(book), 'past', publicUrl),
  },
  'first-answer': {
    '': (book) => firstAnswerLetter(wanted(book, own), answers.slice(0, 1), publicUrl),
    'something waits': (book) => firstAnswerLetter(wanted(book, { ...secret, ...own }), answers, publicUrl),
  },
  outcomes: {
    '': (book) => outcomesLetter(wanted(book, { ...cancelled, ...own }), answers, publicUrl),
    'nobody answered': (book) => outcomesLetter(wanted(book, own), answers.slice(2), publicUrl),
  },
  warning: {
    raised: (book) => warningLetter(wanted(book), { event: 'warning.raised' }, byChannel),
    'a test': (book) => warningLetter(wanted(book, technical), { event: 'warning.raised' }, byChannel),
    'its words blanked': (book) => warningLetter(wanted(book, blanked), { event: 'warning.raised' }, byChannel),
    revised: (book) => warningLetter(wanted(book), { event: 'warning.revised' }, byChannel),
    'called off': (book) => warningLetter(wanted(book, cancelled), { event: 'warning.cancelled' }, byChannel),
    retracted: (book) => warningLetter(wanted(book, retracted), { event: 'warning.cancelled' }, byChannel),
    'by one’s own choice': (book) => warningLetter(wanted(book), { event: 'warning.raised', own: atOnce }, byChoice),
    'held by one’s quiet hours, something waits': (book) =>
      warningLetter(wanted(book, secret), { event: 'warning.raised', own: overnight }, byChoice),
  },
} as const satisfies Partial<Record<Kind, Record<string, Write>>>;

const application: Application = {
  id: '0196b0de-7c1a-7000-8000-000000000002',
  organisation,
  kind: 'cso',
  legalForm: 'e. V.',
  countries: ['DE'],
  languages: ['de'],
  grounds: ['antisemitism'],
  purpose: 'Beobachten und warnen.',
  contact: { name: 'N. N.', address: 'kontakt@hass.example' },
  state: 'asked',
  createdAt: '2026-05-01T08:00:00.000Z',
  updatedAt: '2026-05-02T08:00:00.000Z',
  messages: [
    {
      author: 'coordinator',
      text: 'Which registers are you in?\nPlease send the number.',
      at: '2026-05-02T08:00:00.000Z',
    },
  ],
  admittedAs: null,
};

const aboutAccounts = {
  confirmation: { '': (book) => confirmationLetter(book, organisation, token, publicUrl) },
  'sign-in-by-provider': { '': (book) => signInByProviderLetter(book, organisation, publicUrl) },
  'own-address': { '': (book) => ownAddressLetter(book, organisation, { token, expiresAt }, publicUrl) },
  'subscriber-confirmation': { '': (book) => subscriberConfirmationLetter(book, token, publicUrl) },
  digest: {
    '': (book) => sampleDigest(book, false),
    'after a pause': (book) => sampleDigest(book, true),
  },
  'subscriber-link': { '': (book) => subscriberLinkLetter(book, token, publicUrl) },
  'sign-in': { '': (book) => signInLetter(book, { token, expiresAt }, publicUrl) },
  invitation: {
    'by somebody': (book) =>
      invitationLetter(book, { organisation, by: 'Ioana Ștefănescu', role: 'responder', token, expiresAt }, publicUrl),
    'by nobody named': (book) =>
      invitationLetter(book, { organisation, by: undefined, role: 'owner', token, expiresAt }, publicUrl),
  },
  'member-changed': {
    'another role': (book) => memberChangedLetter(book, organisation, { change: 'role', role: 'manager' }, publicUrl),
    'another address': (book) => memberChangedLetter(book, organisation, { change: 'address' }, publicUrl),
    removed: (book) => memberChangedLetter(book, organisation, { change: 'removed' }, publicUrl),
  },
  'factor-changed': each<FactorChange>(
    {
      'passkey-added': true,
      'passkey-removed': true,
      'totp-added': true,
      'totp-removed': true,
      'recovery-codes-made': true,
      'recovery-code-used': true,
      'factors-reset': true,
    },
    (book, change) => factorLetter(book, change, publicUrl),
  ),
  application: each<ApplicationNews>({ confirm: true, asked: true, refused: true, admitted: true }, (book, news) =>
    applicationLetter(book, application, { token, news }, publicUrl),
  ),
  'application-waits': { '': (book) => applicationWaitsLetter(book, application, publicUrl) },
  'organisation-news': each<OrganisationNews>(
    { suspended: true, resumed: true, braked: true, released: true, retracted: true },
    (book, news) => organisationNewsLetter(book, organisation, { news, reason: 'Unsere Gründe.' }, publicUrl),
  ),
  'address-erased': { '': (book) => addressErasedLetter(book, ['Agora', 'Central European desk'], publicUrl) },
  'address-suppressed': each<SuppressionReason>(
    { 'no-mailbox': true, 'not-taken': true, complaint: true },
    (book, reason) => addressSuppressedLetter(book, { ...suppression, reason }, publicUrl),
  ),
  'organisation-left': { '': (book) => organisationLeftLetter(book, organisation, publicUrl) },
} as const satisfies Partial<Record<Kind, Record<string, Write>>>;

/** A letter for each case; none can be forgotten. */
function each<Case extends string>(
  cases: Record<Case, true>,
  write: (book: Phrasebook, one: Case) => Letter,
): Record<string, Write> {
  return Object.fromEntries((Object.keys(cases) as Case[]).map((one) => [one, (book) => write(book, one)]));
}

/** Every kind of mail that leaves, in every turn that it takes: a kind without a sample does not compile. */
const byKind: Record<Kind, Record<string, Write>> = { ...aboutWarnings, ...aboutAccounts };

/** By a name that says what it is: the kind, and the turn that it takes. */
export const samples: ReadonlyMap<string, Write> = new Map(
  Object.entries(byKind).flatMap(([kind, turns]) =>
    Object.entries(turns).map(([turn, write]) => [turn === '' ? kind : `${kind}, ${turn}`, write] as const),
  ),
);
