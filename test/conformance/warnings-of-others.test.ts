import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operation, type OperationId } from '../../core/contract/routes.ts';
import type { OrganisationKind } from '../../core/contract/vocabularies.ts';
import { listen } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';
import { kindNames, rows } from './access-table.ts';
import { askerOf, askerRoles, type Asker } from './askers.ts';

/**
 * What each call about a warning answers those who may make it: one's own | another's that one may see | another's that one may
 * not see. Written by hand from the contract; the coordinator sees them all.
 */
const table = `
  getWarning             200                  200                  404
  listRevisions          200                  200                  404
  getTimeline            200                  200                  404
  listAcknowledgements   200                  200                  404
  listCorroborations     200                  200                  404
  listComments           200                  200                  404
  reviseWarning          201                  not-issuer           404
  redactRevision         200                  not-issuer           404
  cancelWarning          200                  not-issuer           404
  acknowledgeWarning     -                    200                  404
  escalateWarning        -                    state-conflict       404
  corroborateWarning     own-warning          201                  404
  withdrawCorroboration  own-warning          204                  404
  addComment             201                  201                  404
`;
/** The coordinator redacts whose warning it may be. */
const byTheCoordinator: Partial<Record<OperationId, string>> = { redactRevision: '200' };

const expected = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id, own, seen, unseen] = line.trim().split(/\s+/) as [OperationId, string, string, string];
      return [id, { own, seen, unseen }];
    }),
);
type Relation = 'own' | 'seen' | 'unseen';

const bodies: Partial<Record<OperationId, object>> = {
  reviseWarning: { severity: 'minor' },
  redactRevision: { members: ['headline'], reason: 'A name stood there' },
  cancelWarning: { reason: 'Over' },
  acknowledgeWarning: { state: 'working' },
  escalateWarning: {},
  corroborateWarning: {},
  addComment: { text: 'Seen here too.', audience: 'everyone' },
};

let at: TestServer;
beforeAll(async () => {
  const csos = ['Amal', 'Bridge'];
  at = await startTestServer({ csos, platforms: ['Agora'], observers: ['Observatory'], coordinator: 'Hub' });
}, 60_000);
afterAll(() => at.close());

/** A warning in this relation to an organisation. */
async function raised(name: string, relation: Relation): Promise<string> {
  const issuer = relation === 'own' ? name : 'Bridge';
  const except = ['Amal', 'Agora', 'Observatory'].map((one) => at.network.of(one).organisation.id);
  const changes = relation === 'unseen' ? { audience: { except } } : {};
  const status = issuer === 'Hub' ? 'exercise' : 'actual';
  const { body } = await at.ask(issuer, 'POST /warnings', { body: aRaise({ status, ...changes }) });
  return body.id as string;
}

/** The same for one call that changes it, with what has to be there before. */
async function fresh(id: OperationId, name: string, relation: Relation): Promise<string> {
  const warning = await raised(name, relation);
  if (id === 'withdrawCorroboration') await at.ask(name, `POST /warnings/${warning}/corroborations`, { body: {} });
  return warning;
}

/** Who may not see it hears that there is none, before anything else that may be wrong. */
function wanted(id: OperationId, kind: OrganisationKind, relation: Relation, refusal: string | null): string {
  const seen = relation === 'unseen' && kind === 'coordinator' ? 'seen' : relation;
  if (seen === 'unseen') return '404';
  if (refusal !== null) return refusal;
  return (kind === 'coordinator' ? byTheCoordinator[id] : undefined) ?? expected.get(id)?.[seen] ?? '';
}

async function answered(id: OperationId, warning: string, { headers }: Asker): Promise<string> {
  const { method, path, ifMatch } = operation(id);
  const address = path.replace('{id}', warning).replace('{n}', '1');
  const more = ifMatch ? { 'if-match': '*' } : {};
  const body = bodies[id];
  const answer = await at.ask(null, `${method} ${address}`, {
    headers: { ...headers, ...more },
    ...(body ? { body } : {}),
  });
  if (answer.status < 300 || answer.status === 404) return String(answer.status);
  return String(answer.body.type).replace('/problems/', '');
}

test('every call about a warning stands in the table', () => {
  const about = [...rows].flatMap(([id, { names }]) => (names === 'warning' ? [id] : []));
  expect([...expected.keys()].toSorted()).toEqual(about.toSorted());
});

describe.each(Object.keys(kindNames) as OrganisationKind[])('%s', (kind) => {
  const raises = kind === 'cso' || kind === 'coordinator';
  const relations: Relation[] = raises ? ['own', 'seen', 'unseen'] : ['seen', 'unseen'];

  test.each(askerRoles)(
    '%s',
    async (role) => {
      const asker = await askerOf(at, kind, role);
      const wrong: string[] = [];
      for (const relation of relations) {
        const standing = await raised(kindNames[kind], relation);
        for (const id of expected.keys()) {
          const should = wanted(id, kind, relation, asker.refusal(id));
          const isDone = should.startsWith('2') && operation(id).method !== 'GET';
          const target = isDone ? await fresh(id, kindNames[kind], relation) : standing;
          const found = await answered(id, target, asker);
          if (found !== should) wrong.push(`${id}, ${relation}: ${found} instead of ${should}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test('over a socket', async () => {
    const name = kindNames[kind];
    const listener = await listen(at.server.url, at.network.of(name).token);
    const asked = async (message: string, relation: Relation): Promise<string> => {
      const sent = {
        warningId: await raised(name, relation),
        ...(message === 'acknowledge' ? { state: 'working' } : {}),
      };
      const reply = await listener.send(message, sent);
      return reply.ok ? 'ok' : String(reply.problem.type).replace('/problems/', '');
    };
    const all = kind === 'coordinator';
    expect({ seen: await asked('seen', 'seen'), unseen: await asked('seen', 'unseen') }).toEqual({
      seen: 'ok',
      unseen: all ? 'ok' : 'not-found',
    });
    expect({ seen: await asked('acknowledge', 'seen'), unseen: await asked('acknowledge', 'unseen') }).toEqual({
      seen: kind === 'platform' ? 'ok' : 'kind-not-allowed',
      unseen: all ? 'kind-not-allowed' : 'not-found',
    });
    listener.close();
  });
});
