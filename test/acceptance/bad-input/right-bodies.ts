import type { OperationId } from '../../../core/contract/routes.ts';
import type { clientMessages } from '../../../core/contract/sockets.ts';
import { aRaise } from '../../support/warnings.ts';
import { applicationBodies } from './application-bodies.ts';
import { mailSubscriberBodies } from './mail-subscriber-bodies.ts';
import { memberBodies } from './member-bodies.ts';
import { signInBodies } from './sign-in-bodies.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** A raise that says everything that can be said. */
export function wholeRaise(organisationId: string) {
  const text = { headline: 'Demonstration', description: 'Text', instruction: 'Watch' };
  return {
    status: 'test',
    ...aRaise(),
    ...text,
    asks: ['raise_monitoring'],
    subdivisions: ['DE-BE'],
    onset: inDays(0.5),
    expires: inDays(2),
    terms: [{ text: 'wort', kind: 'keyword', language: 'de', meaning: 'm', caution: 'c' }],
    references: [{ url: 'https://example.org/', note: 'n' }],
    translations: [{ language: 'en', ...text }],
    audience: { only: [organisationId], except: [] },
    withholdIssuer: false,
  };
}

const filter = {
  countries: ['DE'],
  languages: ['de'],
  grounds: ['antisemitism'],
  severity: 'minor',
  statuses: ['actual'],
};

function wholeAnswer(teamId: string) {
  return {
    state: 'declined',
    team: teamId,
    reason: 'other',
    measures: ['other'],
    usefulness: 'helped',
    note: 'n',
    assignee: 'a',
  };
}

/** For each message of a client: a payload with every member that it may have. */
export function rightMessages(teamId: string, warningId: string) {
  return {
    subscribe: { filter, after: 'now' },
    unsubscribe: { subscriptionId: 's' },
    received: { position: 'p' },
    seen: { warningId },
    acknowledge: { warningId, ...wholeAnswer(teamId) },
  } satisfies Record<keyof typeof clientMessages, unknown>;
}

function policyBodies(teamId: string, to: readonly object[]) {
  const timeZone = 'Europe/Berlin';
  const policy = {
    steps: [{ after: 60, to, severity: 'minor', quiet: 'wait', repeat: { every: 60, times: 1 } }],
    hours: { timeZone, quiet: [{ days: ['mon'], from: '22:00', to: '06:00' }] },
  };
  return {
    setEscalationPolicy: policy,
    rehearseEscalation: {
      team: teamId,
      policy,
      at: '2026-05-09T03:00',
      timeZone,
      severity: 'severe',
      tlp: 'TLP:AMBER',
    },
  };
}

/** For each call that takes a body: a body with every member that it may have, of every kind. */
export function rightBodies(organisationId: string, teamId: string, memberId: string, warningId: string) {
  const { status, ...content } = wholeRaise(organisationId);
  const targets = [
    { type: 'member', id: memberId },
    { type: 'role', role: 'owner' },
    { type: 'email', address: 'desk@example.org', language: 'de' },
    { type: 'webhook', subscription: warningId },
    { type: 'coordinator' },
  ];
  const channels = [{ type: 'live' }, { type: 'email', to: targets }, { type: 'webhook', url: 'https://example.org/' }];
  const answer = wholeAnswer(teamId);
  return {
    raiseWarning: { status, ...content },
    reviseWarning: { status, ...content, correction: true },
    previewWarning: { status, ...content, correction: true, revisionOf: warningId },
    redactRevision: { members: ['headline'], reason: 'r' },
    cancelWarning: { reason: 'r' },
    acknowledgeWarning: answer,
    acknowledgeWarnings: { warnings: [warningId], ...answer },
    escalateWarning: { team: teamId },
    viewAnswerLink: { token: 't' },
    useAnswerLink: { token: 't', state: 'pass' },
    corroborateWarning: { sighting: 'seen', countries: ['DE'], languages: ['de'], note: 'n', withhold: false },
    addComment: { text: 't', audience: 'issuer', inReplyTo: warningId },
    addSubscription: { team: teamId, name: 'n', filter, channels, paused: false },
    changeSubscription: { team: teamId, name: 'n', filter, channels, paused: false },
    countMatches: { filters: [filter] },
    ...policyBodies(teamId, targets),
    addTeam: { name: 'n' },
    changeTeam: { name: 'n' },
    addKey: {
      name: 'n',
      scopes: ['warnings:read'],
      teams: [teamId],
      networks: ['192.0.2.0/24'],
      expiresAt: inDays(1),
    },
    changeKey: { name: 'n', networks: ['192.0.2.0/24'], expiresAt: inDays(1) },
    rotateKey: { overlap: 60 },
    ...signInBodies(memberId),
    ...memberBodies(teamId, filter),
    ...applicationBodies(),
    ...mailSubscriberBodies(filter),
  } satisfies Partial<Record<OperationId, unknown>>;
}
