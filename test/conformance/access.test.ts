import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { addMember } from '../../core/store/commands/member.ts';
import type { OrganisationKind, Role, Scope } from '../../core/contract/vocabularies.ts';
import { roles, scopes } from '../../core/contract/vocabularies.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';

/**
 * Who may make which call, written by hand: the least role; the kinds; what a key needs; how lately a member has to have shown
 * a passkey or a code (-: not at all, but the coordinator's people in this session for everything but what says never).
 */
const table = `
  raiseWarning             responder  cso,coordinator           warnings:write         session
  previewWarning           responder  cso,coordinator           warnings:write         -
  reviseWarning            responder  cso,coordinator           warnings:write         session
  redactRevision           responder  cso,coordinator           warnings:write         session
  cancelWarning            responder  cso,coordinator           warnings:write         session
  listWarnings             viewer     all                       warnings:read          -
  getWarning               viewer     all                       warnings:read          -
  listRevisions            viewer     all                       warnings:read          -
  getTimeline              viewer     all                       warnings:read          -
  listAcknowledgements     viewer     all                       warnings:read          -
  listCorroborations       viewer     all                       warnings:read          -
  listComments             viewer     all                       warnings:read          -
  listEvents               viewer     all                       warnings:read          -
  listOrganisations        viewer     all                       warnings:read          -
  acknowledgeWarning       responder  platform                  acknowledgements:write -
  acknowledgeWarnings      responder  platform                  acknowledgements:write -
  escalateWarning          responder  platform                  acknowledgements:write -
  corroborateWarning       responder  cso                       warnings:write         -
  withdrawCorroboration    responder  cso                       warnings:write         -
  addComment               responder  cso,platform,coordinator  warnings:write,acknowledgements:write -
  listSubscriptions        viewer     all                       warnings:read          -
  getSubscription          viewer     all                       warnings:read          -
  addSubscription          manager    all                       subscriptions:write    recent
  changeSubscription       manager    all                       subscriptions:write    recent
  removeSubscription       manager    all                       subscriptions:write    recent
  getEscalationPolicy      viewer     all                       warnings:read          -
  setEscalationPolicy      manager    platform                  subscriptions:write    recent
  listTeams                viewer     all                       warnings:read,admin    -
  addTeam                  manager    all                       admin                  recent
  changeTeam               manager    all                       admin                  recent
  removeTeam               manager    all                       admin                  recent
  getMe                    viewer     all                       any                    never
  listKeys                 manager    all                       admin                  -
  getKey                   manager    all                       admin                  -
  addKey                   manager    all                       admin                  recent
  changeKey                manager    all                       admin                  recent
  rotateKey                manager    all                       admin                  recent
  revokeKey                manager    all                       admin                  recent
  listMembers              viewer     all                       admin                  -
  getMember                viewer     all                       admin                  -
  changeMember             manager    all                       admin                  recent
  removeMember             manager    all                       admin                  recent
  eraseMember              manager    all                       admin                  recent
  resetFactors             manager    all                       admin                  recent
  listInvitations          manager    all                       admin                  -
  invite                   manager    all                       admin                  recent
  withdrawInvitation       manager    all                       admin                  recent
  getOwnOrganisation       viewer     all                       admin                  -
  changeOwnOrganisation    manager    all                       admin                  recent
  leaveNetwork             owner      all                       people                 recent
  getSingleSignOn          manager    all                       people                 -
  setSingleSignOn          owner      all                       people                 recent
  removeSingleSignOn       owner      all                       people                 recent
  listDomains              manager    all                       people                 -
  addDomain                owner      all                       people                 recent
  verifyDomain             owner      all                       people                 recent
  removeDomain             owner      all                       people                 recent
  listSessions             viewer     all                       people                 never
  endOtherSessions         viewer     all                       people                 never
  endSession               viewer     all                       people                 never
  signOut                  viewer     all                       people                 never
  getFactors               viewer     all                       people                 never
  beginPasskey             viewer     all                       people                 never
  addPasskey               viewer     all                       people                 never
  renamePasskey            viewer     all                       people                 never
  removePasskey            viewer     all                       people                 recent
  beginTotp                viewer     all                       people                 never
  confirmTotp              viewer     all                       people                 never
  removeTotp               viewer     all                       people                 recent
  makeRecoveryCodes        viewer     all                       people                 recent
  beginStepUp              viewer     all                       people                 never
  stepUp                   viewer     all                       people                 never
  changeMe                 viewer     all                       people                 -
  askForAddress            viewer     all                       people                 recent
  takeAddress              viewer     all                       people                 recent
  getOwnData               viewer     all                       people                 -
  eraseMe                  viewer     all                       people                 recent
  leave                    viewer     all                       people                 recent
  listAudit                owner      all                       admin                  session
  listApplications         manager    coordinator               admin                  -
  getApplication           manager    coordinator               admin                  -
  admit                    manager    coordinator               admin                  recent
  askApplicant             manager    coordinator               admin                  recent
  refuseApplication        manager    coordinator               admin                  recent
  listMemberOrganisations  manager    coordinator               admin                  -
  admitOrganisation        manager    coordinator               admin                  recent
  changeOrganisation       manager    coordinator               admin                  recent
  suspendOrganisation      manager    coordinator               admin                  recent
  resumeOrganisation       manager    coordinator               admin                  recent
  brakeOrganisation        manager    coordinator               admin                  recent
  releaseOrganisation      manager    coordinator               admin                  recent
  retractWarnings          manager    coordinator               admin                  recent
`;

/** Calls that need nobody: by what is sent with them. */
const open = new Set(
  `getOpenApi getAsyncApi requestSignInLink useSignInLink beginPasskeySignIn signInWithPasskey beginSingleSignOn viewInvitation
   acceptInvitation apply viewApplication confirmApplication answerApplication withdrawApplication`.split(/\s+/),
);

interface Row {
  readonly role: Role;
  readonly kinds: readonly string[];
  readonly scopes: readonly string[];
  readonly strong: string;
}

const rows = new Map<string, Row>(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', role = '', kinds = '', needed = '', strong = ''] = line.trim().split(/\s+/);
      return [id, { role: role as Role, kinds: kinds.split(','), scopes: needed.split(','), strong }];
    }),
);

const kindNames = { cso: 'Amal', platform: 'Agora', observer: 'Observatory', coordinator: 'Hub' } as const;
const falling = Object.keys(roles) as Role[];
const strengths = ['none', 'session', 'recent'] as const;
type Strength = (typeof strengths)[number];

let at: TestServer;
let warning: string;
const people = new Map<string, Record<string, string>>();

beforeAll(async () => {
  at = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], observers: ['Observatory'], coordinator: 'Hub' });
  const raised = await at.ask('Amal', 'POST /warnings', { body: aRaise({ tlp: 'TLP:CLEAR' }) });
  warning = raised.body.id;
  for (const name of Object.values(kindNames)) {
    for (const role of falling) {
      const organisationId = at.network.of(name).organisation.id;
      const sent = { organisationId, name: role, address: `${role}@${organisationId}.example`, role };
      const member = await at.store.writer.run(addMember(sent));
      for (const strength of strengths) {
        const { id, headers } = await signIn(at.store, member, { strong: strength === 'recent' });
        if (strength === 'session') {
          await at.store.sql.query(`UPDATE session SET strong_at = now() - interval '1 hour' WHERE id = $1`, [id]);
        }
        people.set(`${name} ${role} ${strength}`, headers);
      }
    }
  }
}, 60_000);
afterAll(() => at.close());

/** Asks with a parameter that no call has: who may not call is refused for that, everybody else for the parameter, and nothing is done. */
async function refusalOf(id: OperationId, headers: Record<string, string>): Promise<string> {
  const { method, path } = operation(id);
  const target = path.startsWith('/warnings') ? warning : crypto.randomUUID();
  const address = path.replace('{id}', target).replace('{n}', '1');
  const answer = await at.ask(null, `${method} ${address}?nobody-has-this=1`, {
    headers: { 'if-match': '*', ...headers },
  });
  return String(answer.body.type).replace('/problems/', '');
}

const may = 'invalid-request';

function expectedOfMember(row: Row, kind: OrganisationKind, role: Role, strength: Strength): string {
  if (!row.kinds.includes('all') && !row.kinds.includes(kind)) return 'kind-not-allowed';
  const least = row.role === 'owner' && kind === 'coordinator' && rows.get('listAudit') === row ? 'manager' : row.role;
  if (falling.indexOf(role) > falling.indexOf(least)) return 'role-missing';
  if (row.strong === 'never') return may;
  const wanted = row.strong === '-' ? (kind === 'coordinator' ? 'session' : 'none') : row.strong;
  return strengths.indexOf(strength) < strengths.indexOf(wanted as Strength) ? 'step-up-required' : may;
}

function expectedOfKey(row: Row, kind: OrganisationKind, scope: Scope): string {
  if (!row.kinds.includes('all') && !row.kinds.includes(kind)) return 'kind-not-allowed';
  if (row.scopes.includes('people')) return 'role-missing';
  return row.scopes.includes('any') || row.scopes.includes(scope) ? may : 'scope-missing';
}

test('every call of the contract stands in the table, or needs nobody', () => {
  const named = [...rows.keys(), ...open].toSorted();
  expect(named).toEqual(Object.keys(operations).toSorted());
  expect(Object.keys(operations).filter((id) => operation(id as OperationId).public)).toHaveLength(open.size);
});

describe.each(Object.entries(kindNames) as [OrganisationKind, string][])('%s', (kind, name) => {
  test.each(falling)(
    'a member who is %s, whatever they have shown',
    async (role) => {
      const wrong: string[] = [];
      for (const [id, row] of rows) {
        for (const strength of strengths) {
          const found = await refusalOf(id as OperationId, people.get(`${name} ${role} ${strength}`) ?? {});
          const expected = expectedOfMember(row, kind, role, strength);
          if (found !== expected) wrong.push(`${id}, ${strength}: ${found} instead of ${expected}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test.each(Object.keys(scopes) as Scope[])(
    'a key with the scope %s alone',
    async (scope) => {
      const { token } = await at.network.key(name, { scopes: [scope] });
      const wrong: string[] = [];
      for (const [id, row] of rows) {
        const found = await refusalOf(id as OperationId, { authorization: `Bearer ${token}` });
        const expected = expectedOfKey(row, kind, scope);
        if (found !== expected) wrong.push(`${id}: ${found} instead of ${expected}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
