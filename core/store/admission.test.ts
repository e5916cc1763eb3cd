import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marking, organisationIds, reader } from '../../test/support/arbitrary.ts';
import { createDatabase } from '../../test/support/database.ts';
import { access, type Marking } from '../domain/audience.ts';
import { admitted, fullyReadable, type Predicate } from './admission.ts';
import { openPool } from './pool.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let pool: ReturnType<typeof openPool>;

beforeAll(async () => {
  database = await createDatabase();
  pool = openPool(database.url, 'test', 1, () => undefined);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function holds(predicate: Predicate, issuerId: string, given: Marking): Promise<boolean> {
  const values: unknown[] = [issuerId, given.tlp, given.only, given.except];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const condition = predicate(bind);
  const { rows } = await pool.query(
    `SELECT (${condition}) AS holds FROM (SELECT $1::uuid AS issuer_id, $2::text AS tlp, $3::uuid[] AS audience_only, $4::uuid[] AS audience_except) warning`,
    values,
  );
  return rows[0].holds;
}

test('the condition in SQL decides as the audience does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...organisationIds), marking, reader, async (issuerId, given, who) => {
      const allowed = access(issuerId, given, who);
      expect(await holds(admitted(who), issuerId, given)).toBe(allowed !== 'none');
      if (who.kind === 'coordinator' && !who.suspended) {
        expect(await holds(fullyReadable(who), issuerId, given)).toBe(allowed !== 'marked');
      }
    }),
    { numRuns: 600 },
  );
});
