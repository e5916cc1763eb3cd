import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operation, type OperationId } from '../../core/contract/routes.ts';
import type { OrganisationKind } from '../../core/contract/vocabularies.ts';
import { startNameServer, type NameServer } from '../support/name-server.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../support/server.ts';
import { kindNames, rows, type Thing } from './access-table.ts';
import { askerOf, askerRoles, type Asker } from './askers.ts';
import { made, type Holder } from './things.ts';

/** What is sent with a call about a thing that there is, so that it is done; of calls without a body nothing. */
const bodies: Partial<Record<OperationId, object>> = {
  changeSubscription: { name: 'Changed' },
  changeTeam: { name: 'Changed' },
  changeKey: { name: 'Changed' },
  rotateKey: {},
  changeMember: { name: 'Changed' },
  renamePasskey: { name: 'Changed' },
  admit: {},
  askApplicant: { text: 'Who are you?' },
  refuseApplication: { reason: 'Not yet' },
  changeOrganisation: { listed: false },
  suspendOrganisation: { reason: 'Compromised' },
  brakeOrganisation: { reason: 'Too much' },
  retractWarnings: { reason: 'Compromised' },
};

/** What the coordinator looks after belongs to nobody else: others may not even call. */
const nobodyElses = new Set<Thing>(['application', 'organisation']);
/** What is a person's: a colleague's is as closed as a stranger's. */
const personal = new Set<Thing>(['session', 'passkey', 'calendar']);
const about = [...rows].flatMap(([id, { names }]) =>
  names === null || names === 'warning' ? [] : [{ id, thing: names }],
);

let at: TestServer;
let names: NameServer;
/** Others' things, which nobody may touch, by whose they are. */
const others: { readonly holder: Holder; readonly ids: Map<Thing, string> }[] = [];

beforeAll(async () => {
  names = await startNameServer();
  at = await startTestServer(
    { csos: ['Amal', 'Bridge'], platforms: ['Agora', 'Bazaar'], observers: ['Observatory'], coordinator: 'Hub' },
    { TOCSIN_DNS_SERVERS: names.address },
  );
  for (const whose of ['Bridge', 'Bazaar']) {
    const of = at.network.of(whose);
    const holder = { of, member: of.owner };
    others.push({ holder, ids: await everything(holder) });
  }
}, 60_000);
afterAll(async () => {
  await at?.close();
  names?.close();
});

async function everything(holder: Holder): Promise<Map<Thing, string>> {
  const ids = new Map<Thing, string>();
  for (const thing of new Set(about.map((one) => one.thing))) {
    if (thing !== 'application' && thing !== 'organisation') {
      ids.set(thing, await made[thing]({ store: at.store, names }, holder));
    }
  }
  return ids;
}

/** All that is kept of others' things, row by row. */
async function kept(): Promise<unknown> {
  const all: unknown[] = [];
  for (const { holder } of others) {
    const { organisation, id } = { organisation: holder.of.organisation.id, id: holder.member.id };
    for (const table of ['api_key', 'member', 'invitation', 'subscription', 'team', 'domain', 'vouch']) {
      all.push(
        (await at.store.sql.query(`SELECT * FROM ${table} WHERE organisation_id = $1 ORDER BY id`, [organisation]))
          .rows,
      );
    }
    all.push(
      (
        await at.store.sql.query(
          `SELECT suppression.* FROM suppression JOIN member ON lower(member.address) = suppression.address
           WHERE organisation_id = $1 ORDER BY suppression.id`,
          [organisation],
        )
      ).rows,
    );
    for (const table of ['session', 'passkey', 'calendar']) {
      all.push((await at.store.sql.query(`SELECT * FROM ${table} WHERE member_id = $1 ORDER BY id`, [id])).rows);
    }
  }
  return all;
}

function ask(id: OperationId, { headers }: Asker, target: string): Promise<TestAnswer> {
  const { method, path } = operation(id);
  const body = bodies[id];
  return at.ask(null, `${method} ${path.replace('{id}', target)}`, { headers, ...(body ? { body } : {}) });
}

/** What an answer says, but for the request's own id. */
function said({ status, body }: TestAnswer): string {
  return JSON.stringify([status, typeof body === 'object' ? { ...body, instance: undefined } : body]);
}

/** What is amiss where somebody asks for what is another's, what is a colleague's, and what is theirs. */
async function amiss(
  { id, thing }: (typeof about)[number],
  asker: Asker,
  untouchable: ReadonlyMap<Thing, string>,
): Promise<string[]> {
  const fresh = (holder: Holder): Promise<string> => made[thing]({ store: at.store, names }, holder);
  const refusal = asker.refusal(id);
  const foreign = nobodyElses.has(thing) ? [] : others.map(({ ids }) => ids.get(thing) ?? '');
  if (refusal !== null) {
    const targets = [...foreign, untouchable.get(thing) ?? crypto.randomUUID()];
    const answers = await Promise.all(targets.map((target) => ask(id, asker, target)));
    const isRefused = answers.every(({ body }) => body?.type === `/problems/${refusal}`);
    return isRefused && new Set(answers.map(said)).size === 1
      ? []
      : [`${id}: ${answers.map(said).join()}, not ${refusal}`];
  }
  const colleagues = personal.has(thing) ? [await fresh({ of: asker.holder.of, member: asker.holder.of.owner })] : [];
  const wrong: string[] = [];
  const nobodys = await ask(id, asker, crypto.randomUUID());
  if (nobodys.body?.type !== '/problems/not-found') wrong.push(`${id}, nobody’s: ${said(nobodys)}`);
  for (const target of [...foreign, ...colleagues]) {
    const answer = await ask(id, asker, target);
    if (said(answer) !== said(nobodys)) wrong.push(`${id}, another’s: ${said(answer)} instead of ${said(nobodys)}`);
  }
  const own = await ask(id, asker, await fresh(asker.holder));
  return own.status < 300 ? wrong : [...wrong, `${id}, one’s own: ${said(own)}`];
}

/** What calls that name nothing answer of others' things. The coordinator alone reads the trail of the whole network, and who of it is connected. */
async function found({ headers, holder }: Asker): Promise<string[]> {
  const lists = [...rows].filter(([id, { names: named }]) => named === null && operation(id).method === 'GET');
  const isCoordinator = holder.of.organisation.kind === 'coordinator';
  const asked = lists.filter(([id]) => !(isCoordinator && (id === 'listAudit' || id === 'getHealth')));
  const answers = await Promise.all(
    asked.map(async ([id]) => ({
      id,
      text: JSON.stringify(await at.ask(null, `GET ${operation(id).path}`, { headers })),
    })),
  );
  expect(answers.length).toBeGreaterThan(15);
  const ids = others.flatMap(({ ids: theirs }) => [...theirs.values()]);
  return answers.flatMap(({ id, text }) => (ids.some((one) => text.includes(one)) ? [`${id} names another’s`] : []));
}

describe.each(Object.keys(kindNames) as OrganisationKind[])('%s', (kind) => {
  test.each(askerRoles)(
    '%s: one’s own is found, another’s is as nobody’s, and stays as it was',
    async (role) => {
      const asker = await askerOf(at, kind, role);
      const own = await everything(asker.holder);
      const before = await kept();
      const wrong: string[] = [];
      for (const one of about) wrong.push(...(await amiss(one, asker, own)));
      wrong.push(...(await found(asker)));
      expect(wrong).toEqual([]);
      expect(await kept()).toEqual(before);
    },
    60_000,
  );
});
