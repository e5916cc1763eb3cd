import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { scopes, type OrganisationKind, type Scope } from '../../core/contract/vocabularies.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';
import { falling, kindNames, open, refusalOfKey, refusalOfMember, rows, strengths } from './access-table.ts';

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
      for (const id of rows.keys()) {
        for (const strength of strengths) {
          const found = await refusalOf(id, people.get(`${name} ${role} ${strength}`) ?? {});
          const expected = refusalOfMember(id, kind, role, strength) ?? may;
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
      for (const id of rows.keys()) {
        const found = await refusalOf(id, { authorization: `Bearer ${token}` });
        const expected = refusalOfKey(id, kind, [scope]) ?? may;
        if (found !== expected) wrong.push(`${id}: ${found} instead of ${expected}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
