import type { OperationId } from '../../core/contract/routes.ts';
import { roles, type OrganisationKind, type Role, type Scope } from '../../core/contract/vocabularies.ts';

/**
 * Who may make which call, written by hand from the contract: the least role; the kinds; what a key needs; how lately a member has
 * to have shown a passkey or a code (-: not at all, but the coordinator's people in this session for everything but what says
 * never); and what the path names, of which each has their own alone.
 */
const table = `
  raiseWarning             responder  cso,coordinator            warnings:write                          session  -
  previewWarning           responder  cso,coordinator            warnings:write                          -        -
  reviseWarning            responder  cso,coordinator            warnings:write                          session  warning
  redactRevision           responder  cso,coordinator            warnings:write                          session  warning
  cancelWarning            responder  cso,coordinator            warnings:write                          session  warning
  listWarnings             viewer     all                        warnings:read                           -        -
  listCountries            viewer     all                        warnings:read                           -        -
  getWarning               viewer     all                        warnings:read                           -        warning
  listRevisions            viewer     all                        warnings:read                           -        warning
  getTimeline              viewer     all                        warnings:read                           -        warning
  listAcknowledgements     viewer     all                        warnings:read                           -        warning
  listCorroborations       viewer     all                        warnings:read                           -        warning
  listComments             viewer     all                        warnings:read                           -        warning
  listEvents               viewer     all                        warnings:read                           -        -
  listHorizon              viewer     all                        warnings:read                           -        -
  listOrganisations        viewer     all                        warnings:read                           -        -
  getStatistics            viewer     cso,platform,coordinator   warnings:read                           -        -
  acknowledgeWarning       responder  platform                   acknowledgements:write                  -        warning
  acknowledgeWarnings      responder  platform                   acknowledgements:write                  -        -
  escalateWarning          responder  platform                   acknowledgements:write                  -        warning
  corroborateWarning       responder  cso                        warnings:write                          -        warning
  withdrawCorroboration    responder  cso                        warnings:write                          -        warning
  addComment               responder  cso,platform,coordinator   warnings:write,acknowledgements:write   -        warning
  listSubscriptions        viewer     all                        warnings:read                           -        -
  countMatches             viewer     all                        warnings:read                           -        -
  getSubscription          viewer     all                        warnings:read                           -        subscription
  addSubscription          manager    all                        subscriptions:write                     recent   -
  changeSubscription       manager    all                        subscriptions:write                     recent   subscription
  removeSubscription       manager    all                        subscriptions:write                     recent   subscription
  getEscalationPolicy      viewer     all                        warnings:read                           -        -
  setEscalationPolicy      manager    platform                   subscriptions:write                     recent   -
  removeEscalationPolicy   manager    platform                   subscriptions:write                     recent   -
  rehearseEscalation       viewer     platform                   admin                                   -        -
  listTeams                viewer     all                        warnings:read,admin                     -        -
  addTeam                  manager    all                        admin                                   recent   -
  changeTeam               manager    all                        admin                                   recent   team
  removeTeam               manager    all                        admin                                   recent   team
  getMe                    viewer     all                        any                                     never    -
  listKeys                 manager    all                        admin                                   -        -
  getKey                   manager    all                        admin                                   -        key
  addKey                   manager    all                        admin                                   recent   -
  changeKey                manager    all                        admin                                   recent   key
  rotateKey                manager    all                        admin                                   recent   key
  revokeKey                manager    all                        admin                                   recent   key
  listMembers              viewer     all                        admin                                   -        -
  getMember                viewer     all                        admin                                   -        member
  changeMember             manager    all                        admin                                   recent   member
  removeMember             manager    all                        admin                                   recent   member
  eraseMember              manager    all                        admin                                   recent   member
  resetFactors             manager    all                        admin                                   recent   member
  listInvitations          manager    all                        admin                                   -        -
  invite                   manager    all                        admin                                   recent   -
  withdrawInvitation       manager    all                        admin                                   recent   invitation
  getOwnOrganisation       viewer     all                        admin                                   -        -
  changeOwnOrganisation    manager    all                        admin                                   recent   -
  leaveNetwork             owner      all                        people                                  recent   -
  getSingleSignOn          manager    all                        people                                  -        -
  setSingleSignOn          owner      all                        people                                  recent   -
  removeSingleSignOn       owner      all                        people                                  recent   -
  listDomains              manager    all                        people                                  -        -
  addDomain                owner      all                        people                                  recent   -
  verifyDomain             owner      all                        people                                  recent   domain
  removeDomain             owner      all                        people                                  recent   domain
  listSessions             viewer     all                        people                                  never    -
  endOtherSessions         viewer     all                        people                                  never    -
  endSession               viewer     all                        people                                  never    session
  signOut                  viewer     all                        people                                  never    -
  getFactors               viewer     all                        people                                  never    -
  beginPasskey             viewer     all                        people                                  never    -
  addPasskey               viewer     all                        people                                  never    -
  renamePasskey            viewer     all                        people                                  never    passkey
  removePasskey            viewer     all                        people                                  recent   passkey
  beginTotp                viewer     all                        people                                  never    -
  confirmTotp              viewer     all                        people                                  never    -
  removeTotp               viewer     all                        people                                  recent   -
  makeRecoveryCodes        viewer     all                        people                                  recent   -
  beginStepUp              viewer     all                        people                                  never    -
  stepUp                   viewer     all                        people                                  never    -
  changeMe                 viewer     all                        people                                  -        -
  askForAddress            viewer     all                        people                                  recent   -
  takeAddress              viewer     all                        people                                  recent   -
  listCalendars            viewer     all                        people                                  -        -
  addCalendar              viewer     all                        people                                  recent   -
  replaceCalendar          viewer     all                        people                                  recent   calendar
  endCalendar              viewer     all                        people                                  -        calendar
  getOwnMail               viewer     all                        people                                  -        -
  changeOwnMail            viewer     all                        people                                  -        -
  getOwnData               viewer     all                        people                                  -        -
  eraseMe                  viewer     all                        people                                  recent   -
  leave                    viewer     all                        people                                  recent   -
  listAudit                owner      all                        admin                                   session  -
  listApplications         manager    coordinator                admin                                   -        -
  getApplication           manager    coordinator                admin                                   -        application
  admit                    manager    coordinator                admin                                   recent   application
  askApplicant             manager    coordinator                admin                                   recent   application
  refuseApplication        manager    coordinator                admin                                   recent   application
  listMemberOrganisations  manager    coordinator                admin                                   -        -
  getHealth                manager    coordinator                admin                                   -        -
  admitOrganisation        manager    coordinator                admin                                   recent   -
  changeOrganisation       manager    coordinator                admin                                   recent   organisation
  suspendOrganisation      manager    coordinator                admin                                   recent   organisation
  resumeOrganisation       manager    coordinator                admin                                   recent   organisation
  brakeOrganisation        manager    coordinator                admin                                   recent   organisation
  releaseOrganisation      manager    coordinator                admin                                   recent   organisation
  retractWarnings          manager    coordinator                admin                                   recent   organisation
  listVouches              manager    all                        admin                                   -        -
  addVouch                 manager    all                        admin                                   recent   -
  withdrawVouch            manager    all                        admin                                   recent   vouch
  listDeliveries           manager    all                        admin                                   -        -
  listSuppressions         manager    all                        admin                                   -        -
  liftSuppression          manager    all                        admin                                   recent   suppression
`;

/** Calls that need nobody: by what is sent with them. */
export const open = new Set(
  `getOpenApi getAsyncApi viewAnswerLink useAnswerLink requestSignInLink useSignInLink beginPasskeySignIn signInWithPasskey beginSingleSignOn viewInvitation
   acceptInvitation apply viewApplication confirmApplication answerApplication withdrawApplication subscribeByMail
   confirmMailSubscriber viewMailSubscriber changeMailSubscriber endMailSubscriber`.split(/\s+/),
);

export type Thing =
  | 'warning'
  | 'subscription'
  | 'team'
  | 'key'
  | 'member'
  | 'invitation'
  | 'domain'
  | 'vouch'
  | 'suppression'
  | 'session'
  | 'passkey'
  | 'calendar'
  | 'application'
  | 'organisation';

export interface Row {
  readonly role: Role;
  readonly kinds: readonly string[];
  readonly scopes: readonly string[];
  readonly strong: string;
  /** null: the path names nothing. */
  readonly names: Thing | null;
}

export const rows = new Map<OperationId, Row>(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id, role, kinds, scopes, strong, names] = line.trim().split(/\s+/) as [OperationId, Role, ...string[]];
      const list = (text = ''): string[] => text.split(',');
      const named = names === '-' ? null : (names as Thing);
      return [id, { role, kinds: list(kinds), scopes: list(scopes), strong: strong ?? '', names: named }];
    }),
);

/** An organisation of each kind, by its name. */
export const kindNames = { cso: 'Amal', platform: 'Agora', observer: 'Observatory', coordinator: 'Hub' } as const;
export const falling = Object.keys(roles) as Role[];
export const strengths = ['none', 'session', 'recent'] as const;
export type Strength = (typeof strengths)[number];

/** Why a member may not make a call; null: they may. */
export function refusalOfMember(
  id: OperationId,
  kind: OrganisationKind,
  role: Role,
  strength: Strength,
): string | null {
  const row = rowOf(id);
  if (isOfOtherKind(row, kind)) return 'kind-not-allowed';
  const least = id === 'listAudit' && kind === 'coordinator' ? 'manager' : row.role;
  if (falling.indexOf(role) > falling.indexOf(least)) return 'role-missing';
  if (row.strong === 'never') return null;
  const wanted = row.strong === '-' ? (kind === 'coordinator' ? 'session' : 'none') : row.strong;
  return strengths.indexOf(strength) < strengths.indexOf(wanted as Strength) ? 'step-up-required' : null;
}

/** Why a key with these scopes may not make a call; null: it may. */
export function refusalOfKey(id: OperationId, kind: OrganisationKind, scopes: readonly Scope[]): string | null {
  const row = rowOf(id);
  if (isOfOtherKind(row, kind)) return 'kind-not-allowed';
  if (row.scopes.includes('people')) return 'role-missing';
  return row.scopes.includes('any') || scopes.some((scope) => row.scopes.includes(scope)) ? null : 'scope-missing';
}

function isOfOtherKind({ kinds }: Row, kind: OrganisationKind): boolean {
  return !kinds.includes('all') && !kinds.includes(kind);
}

function rowOf(id: OperationId): Row {
  const row = rows.get(id);
  if (!row) throw new Error(`${id} stands in no row of the table of who may make which call.`);
  return row;
}
