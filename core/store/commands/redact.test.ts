import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import { readTimeline } from '../log-reader.ts';
import type { Store } from '../store.ts';
import { toldEvents } from '../told.ts';
import { listWarnings, loadRevisions } from '../warnings.ts';
import { readerOf } from '../../domain/organisation.ts';
import { cancelWarning } from './cancel.ts';
import { raiseWarning } from './raise.ts';
import { redactRevision } from './redact.ts';
import { reviseWarning } from './revise.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { csos: ['Zara', 'Ligue'], coordinator: 'Hub' });
});

afterAll(() => opened?.close());

const sent = aRaise({
  headline: 'Jan Kowalski wird bedroht',
  terms: [{ text: 'Kowalski', kind: 'keyword' }],
  translations: [{ language: 'en', headline: 'Jan Kowalski is threatened', description: 'In groups.' }],
});
const named = ['headline', 'terms', 'translations'] as const;

/** Raises by an answer that is kept for repeats, as the server does. */
async function raise(key: string): Promise<string> {
  return (await raiseOnce(key)).warningId ?? '';
}

function raiseOnce(key: string) {
  const { caller, organisation } = network.of('Zara');
  const claim = {
    organisationId: organisation.id,
    method: 'POST',
    path: '/warnings',
    key,
    bodyDigest: Buffer.alloc(32),
  };
  return store.writer.runOnce(claim, async (unit) => {
    const { snapshot } = await raiseWarning(caller, sent)(unit);
    return { status: 201, body: { id: snapshot.id, revision: 1, ...snapshot.content }, warningId: snapshot.id };
  });
}

async function everythingAbout(warningId: string): Promise<string> {
  const events = await toldEvents(store, await readTimeline(store.sql, store.positions, warningId));
  const { rows } = await store.sql.query<{ row: string }>(
    `SELECT warning::text AS row FROM warning WHERE id = $1
     UNION ALL SELECT warning_revision::text FROM warning_revision WHERE warning_id = $1
     UNION ALL SELECT idempotency::text FROM idempotency WHERE warning_id = $1`,
    [warningId],
  );
  return JSON.stringify([events, rows]).toLowerCase();
}

describe('a redaction', () => {
  test('blanks the named members everywhere, also in replay, and says that, when and why', async () => {
    const warningId = await raise('a');
    expect(await everythingAbout(warningId)).toContain('kowalski');
    const { caller } = network.of('Zara');
    const request = { members: [...named], reason: 'Names a person at risk.' };
    const { snapshot } = await store.writer.run(redactRevision(caller, warningId, 1, request));
    expect(await everythingAbout(warningId)).not.toContain('kowalski');
    expect(snapshot.content).toMatchObject({
      headline: '',
      terms: [],
      translations: [],
      description: sent.description,
    });
    expect(snapshot.redactions).toEqual([{ members: named, reason: request.reason, at: snapshot.updatedAt }]);
    expect(snapshot.updatedAt > snapshot.createdAt).toBe(true);

    const search = (q: string) => listWarnings(store.sql, readerOf(caller), { q });
    expect((await search('kowalski')).warnings).toEqual([]);
    expect((await search('freitag')).warnings).toHaveLength(1);
    const last = (await toldEvents(store, await readTimeline(store.sql, store.positions, warningId))).at(-1);
    expect(last).toMatchObject({ type: 'warning.redacted', data: { revision: 1, ...request } });
  });

  test('leaves a repeated raise one that was made before, with what was blanked blank', async () => {
    const warningId = await raise('repeated');
    const { caller } = network.of('Zara');
    const reason = 'Names a person at risk.';
    const { snapshot } = await store.writer.run(redactRevision(caller, warningId, 1, { members: [...named], reason }));
    const entries = await opened.logged(async () => {
      expect(await raiseOnce('repeated')).toEqual({
        status: 201,
        body: { id: warningId, revision: 1, ...snapshot.content, redactions: [...snapshot.redactions] },
        warningId,
        replayed: true,
      });
    });
    expect(entries).toEqual([]);
  });

  test('reaches an answer that is kept in the same commit', async () => {
    const warningId = await raise('called off');
    const { caller, organisation } = network.of('Zara');
    const path = `/warnings/${warningId}/cancellation`;
    const claim = { organisationId: organisation.id, method: 'POST', path, key: 'k', bodyDigest: Buffer.alloc(32) };
    await Promise.all([
      store.writer.runOnce(claim, async (unit) => {
        const { snapshot } = await cancelWarning(caller, warningId, 'Over.')(unit);
        return { status: 200, body: { id: warningId, revision: 1, ...snapshot.content }, warningId };
      }),
      store.writer.run(redactRevision(caller, warningId, 1, { members: [...named], reason: 'A name.' })),
    ]);
    expect(await everythingAbout(warningId)).not.toContain('kowalski');
  });

  test('of an earlier revision leaves the newest as it is', async () => {
    const warningId = await raise('b');
    const { caller } = network.of('Zara');
    await store.writer.run(reviseWarning(caller, warningId, { headline: 'Ein Mann wird bedroht' }, [1]));
    const { snapshot } = await store.writer.run(
      redactRevision(network.of('Hub').caller, warningId, 1, { members: ['headline'], reason: 'A name.' }),
    );
    expect(snapshot).toMatchObject({ revision: 2, content: { headline: 'Ein Mann wird bedroht' }, redactions: [] });
    const revisions = await loadRevisions(store.sql, warningId);
    expect(revisions.map(({ content }) => content.headline)).toEqual(['', 'Ein Mann wird bedroht']);
    expect(revisions[0]?.redactions).toHaveLength(1);
    expect((await listWarnings(store.sql, readerOf(caller), { q: 'ein mann' })).warnings).toHaveLength(1);
  });

  test('is the issuer’s and the coordinator’s, of what there is, once', async () => {
    const warningId = await raise('c');
    const redact = (name: string, revision = 1): Promise<unknown> =>
      store.writer.run(
        redactRevision(network.of(name).caller, warningId, revision, { members: ['terms'], reason: 'X' }),
      );
    await expect(redact('Ligue')).rejects.toMatchObject({ problem: 'not-issuer' });
    await expect(redact('Zara', 2)).rejects.toMatchObject({ problem: 'not-found' });
    await redact('Zara');
    const entries = await opened.logged(() =>
      redact('Hub').catch((error: unknown) => {
        expect(error).toMatchObject({ problem: 'nothing-changed' });
      }),
    );
    expect(entries).toEqual([]);
  });
});
