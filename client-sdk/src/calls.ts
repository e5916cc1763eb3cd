import type { z } from 'zod';
import type { OperationId, operations } from '../../core/contract/routes.ts';

type Operations = typeof operations;
type Sent<T> = T extends z.ZodType ? z.input<T> : never;
type Read<T> = T extends z.ZodType ? z.output<T> : undefined;
type PathParameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameters<Rest>
  : never;

/** The method and path of every call. Its type comes from the contract: what differs from that does not compile. */
export const calls: { readonly [Id in OperationId]: `${Operations[Id]['method']} ${Operations[Id]['path']}` } = {
  raiseWarning: 'POST /warnings',
  previewWarning: 'POST /warnings/preview',
  listWarnings: 'GET /warnings',
  listCountries: 'GET /countries',
  getWarning: 'GET /warnings/{id}',
  listRevisions: 'GET /warnings/{id}/revisions',
  reviseWarning: 'POST /warnings/{id}/revisions',
  redactRevision: 'POST /warnings/{id}/revisions/{n}/redaction',
  cancelWarning: 'POST /warnings/{id}/cancellation',
  getTimeline: 'GET /warnings/{id}/timeline',
  acknowledgeWarning: 'POST /warnings/{id}/acknowledgement',
  acknowledgeWarnings: 'POST /acknowledgements',
  viewAnswerLink: 'POST /answer-link/view',
  useAnswerLink: 'POST /answer-link/use',
  listAcknowledgements: 'GET /warnings/{id}/acknowledgements',
  escalateWarning: 'POST /warnings/{id}/escalation',
  listCorroborations: 'GET /warnings/{id}/corroborations',
  corroborateWarning: 'POST /warnings/{id}/corroborations',
  withdrawCorroboration: 'DELETE /warnings/{id}/corroborations',
  listComments: 'GET /warnings/{id}/comments',
  addComment: 'POST /warnings/{id}/comments',
  listHorizon: 'GET /horizon',
  listCalendars: 'GET /me/calendars',
  addCalendar: 'POST /me/calendars',
  replaceCalendar: 'POST /me/calendars/{id}/replacement',
  endCalendar: 'DELETE /me/calendars/{id}',
  listEvents: 'GET /events',
  listOrganisations: 'GET /organisations',
  listSubscriptions: 'GET /subscriptions',
  addSubscription: 'POST /subscriptions',
  countMatches: 'POST /subscriptions/matches',
  getSubscription: 'GET /subscriptions/{id}',
  changeSubscription: 'PATCH /subscriptions/{id}',
  removeSubscription: 'DELETE /subscriptions/{id}',
  getEscalationPolicy: 'GET /escalation-policy',
  setEscalationPolicy: 'PUT /escalation-policy',
  removeEscalationPolicy: 'DELETE /escalation-policy',
  rehearseEscalation: 'POST /escalation-policy/rehearsal',
  listTeams: 'GET /teams',
  addTeam: 'POST /teams',
  changeTeam: 'PATCH /teams/{id}',
  removeTeam: 'DELETE /teams/{id}',
  listKeys: 'GET /keys',
  addKey: 'POST /keys',
  getKey: 'GET /keys/{id}',
  changeKey: 'PATCH /keys/{id}',
  rotateKey: 'POST /keys/{id}/rotation',
  revokeKey: 'DELETE /keys/{id}',
  getMe: 'GET /me',
  getOpenApi: 'GET /openapi.json',
  getAsyncApi: 'GET /asyncapi.json',
  requestSignInLink: 'POST /sign-in/link',
  useSignInLink: 'POST /sign-in/link/use',
  listSessions: 'GET /sessions',
  endOtherSessions: 'DELETE /sessions',
  signOut: 'DELETE /sessions/current',
  listAudit: 'GET /audit',
  getOwnData: 'GET /me/data',
  eraseMe: 'POST /me/erasure',
  endSession: 'DELETE /sessions/{id}',
  getFactors: 'GET /me/factors',
  beginPasskey: 'POST /me/passkeys/options',
  addPasskey: 'POST /me/passkeys',
  renamePasskey: 'PATCH /me/passkeys/{id}',
  removePasskey: 'DELETE /me/passkeys/{id}',
  beginTotp: 'POST /me/totp',
  confirmTotp: 'POST /me/totp/confirmation',
  removeTotp: 'DELETE /me/totp',
  makeRecoveryCodes: 'POST /me/recovery-codes',
  beginPasskeySignIn: 'POST /sign-in/passkey/options',
  signInWithPasskey: 'POST /sign-in/passkey',
  beginStepUp: 'POST /step-up/passkey/options',
  stepUp: 'POST /step-up',
  resetFactors: 'DELETE /members/{id}/factors',
  listMembers: 'GET /members',
  getMember: 'GET /members/{id}',
  changeMember: 'PATCH /members/{id}',
  removeMember: 'DELETE /members/{id}',
  eraseMember: 'POST /members/{id}/erasure',
  changeMe: 'PATCH /me',
  askForAddress: 'POST /me/address',
  takeAddress: 'POST /me/address/confirmation',
  getOwnMail: 'GET /me/mail',
  changeOwnMail: 'PATCH /me/mail',
  leave: 'DELETE /me',
  listInvitations: 'GET /invitations',
  invite: 'POST /invitations',
  withdrawInvitation: 'DELETE /invitations/{id}',
  viewInvitation: 'POST /invitations/view',
  acceptInvitation: 'POST /invitations/acceptance',
  getOwnOrganisation: 'GET /organisation',
  changeOwnOrganisation: 'PATCH /organisation',
  leaveNetwork: 'POST /organisation/departure',
  apply: 'POST /applications',
  viewApplication: 'POST /applications/view',
  confirmApplication: 'POST /applications/confirmation',
  answerApplication: 'POST /applications/answer',
  withdrawApplication: 'POST /applications/withdrawal',
  listApplications: 'GET /applications',
  getApplication: 'GET /applications/{id}',
  admit: 'POST /applications/{id}/admission',
  askApplicant: 'POST /applications/{id}/question',
  refuseApplication: 'POST /applications/{id}/refusal',
  listMemberOrganisations: 'GET /network/organisations',
  admitOrganisation: 'POST /network/organisations',
  changeOrganisation: 'PATCH /network/organisations/{id}',
  suspendOrganisation: 'POST /network/organisations/{id}/suspension',
  resumeOrganisation: 'DELETE /network/organisations/{id}/suspension',
  brakeOrganisation: 'PUT /network/organisations/{id}/brake',
  releaseOrganisation: 'DELETE /network/organisations/{id}/brake',
  retractWarnings: 'POST /network/organisations/{id}/retraction',
  getSingleSignOn: 'GET /organisation/single-sign-on',
  setSingleSignOn: 'PUT /organisation/single-sign-on',
  removeSingleSignOn: 'DELETE /organisation/single-sign-on',
  listDomains: 'GET /organisation/domains',
  addDomain: 'POST /organisation/domains',
  verifyDomain: 'POST /organisation/domains/{id}/verification',
  removeDomain: 'DELETE /organisation/domains/{id}',
  beginSingleSignOn: 'POST /sign-in/single-sign-on',
  subscribeByMail: 'POST /mail-subscribers',
  confirmMailSubscriber: 'POST /mail-subscribers/confirmation',
  viewMailSubscriber: 'POST /mail-subscribers/view',
  changeMailSubscriber: 'POST /mail-subscribers/change',
  endMailSubscriber: 'POST /mail-subscribers/ending',
  listVouches: 'GET /vouches',
  addVouch: 'POST /vouches',
  withdrawVouch: 'DELETE /vouches/{id}',
  listDeliveries: 'GET /deliveries',
  listSuppressions: 'GET /suppressions',
  liftSuppression: 'DELETE /suppressions/{id}',
  getHealth: 'GET /network/health',
  getStatistics: 'GET /statistics',
};

type Creating = { [Id in OperationId]: Operations[Id] extends { creates: true } ? Id : never }[OperationId];

/** The calls that store something new each time: they are sent with an Idempotency-Key. */
export const creating: { readonly [Id in Creating]: true } = {
  raiseWarning: true,
  reviseWarning: true,
  redactRevision: true,
  cancelWarning: true,
  acknowledgeWarning: true,
  acknowledgeWarnings: true,
  escalateWarning: true,
  corroborateWarning: true,
  addComment: true,
  addSubscription: true,
  addTeam: true,
  addCalendar: true,
  addKey: true,
  invite: true,
  admitOrganisation: true,
  addDomain: true,
  rotateKey: true,
  addVouch: true,
};

export interface CallOptions {
  /** Repeats of one intention share it; default: a new one for each call. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

type Member<Name extends string, T> = [T] extends [never] ? unknown : { [N in Name]: T };
type Optional<Name extends string, T> = [T] extends [never] ? unknown : { [N in Name]?: T };
type PathOf<Id extends OperationId> =
  PathParameters<Operations[Id]['path']> extends infer Name extends string
    ? [Name] extends [never]
      ? unknown
      : { path: Record<Name, string | number> }
    : never;
type QueryOf<Id extends OperationId> = Operations[Id] extends { query: infer Q } ? Optional<'query', Sent<Q>> : unknown;
type BodyOf<Id extends OperationId> = Operations[Id] extends { body: infer B }
  ? Operations[Id] extends { bodyOptional: true }
    ? Optional<'body', Sent<B>>
    : Member<'body', Sent<B>>
  : unknown;
type RevisionOf<Id extends OperationId> = Operations[Id] extends { ifMatch: true } ? { revision: number } : unknown;

/** What a call takes: the names in its path, its query, its body, and the revision that it changes. */
export type CallInput<Id extends OperationId> = PathOf<Id> & QueryOf<Id> & BodyOf<Id> & RevisionOf<Id> & CallOptions;

/** What a call answers. */
export type CallAnswer<Id extends OperationId> = Read<Operations[Id]['answers'][keyof Operations[Id]['answers']]>;

export type { OperationId };
