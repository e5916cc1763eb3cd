import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import type { CommentRequest } from '../../contract/comment.ts';
import { limits } from '../../contract/limits.ts';
import type { Comment } from '../../domain/comment.ts';
import { listComments } from '../comments.ts';
import type { Store } from '../store.ts';
import { toldEvents } from '../told.ts';
import { addComment } from './comment.ts';
import { raiseWarning } from './raise.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { csos: ['Zara'], platforms: ['Chirper', 'Flix'], coordinator: 'Hub' });
});

afterAll(() => opened?.close());

async function raise(changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  return (await store.writer.run(raiseWarning(network.of('Zara').caller, aRaise(changes)))).snapshot.id;
}

function say(name: string, warningId: string, sent: CommentRequest): Promise<Comment> {
  return store.writer.run(addComment(network.of(name).caller, warningId, sent));
}

describe('a comment', () => {
  test('begins a thread that is answered in, and is told from its row', async () => {
    const warningId = await raise();
    const entries = await opened.logged(async () => {
      const begun = await say('Chirper', warningId, { text: 'Which hashtags?', audience: 'issuer' });
      expect(begun).toMatchObject({ thread: begun.id, inReplyTo: null, memberId: null });
      const reply = await say('Zara', warningId, { text: 'These.', audience: 'issuer', inReplyTo: begun.id });
      expect(reply).toMatchObject({
        thread: begun.id,
        inReplyTo: begun.id,
        threadOrganisationId: network.of('Chirper').organisation.id,
      });
    });
    expect(JSON.stringify(entries)).not.toContain('hashtags');
    const told = await toldEvents(store, entries);
    expect(told.map(({ type, data }) => [type, (data as { comment: Comment }).comment.text])).toEqual([
      ['comment.added', 'Which hashtags?'],
      ['comment.added', 'These.'],
    ]);
  });

  test('cannot be answered by who may not read it, nor in another audience', async () => {
    const warningId = await raise();
    const { id } = await say('Chirper', warningId, { text: 'Quietly.', audience: 'issuer' });
    const answer = { text: 'Heard it.', audience: 'issuer' as const, inReplyTo: id };
    await expect(say('Flix', warningId, answer)).rejects.toMatchObject({
      details: { errors: [{ pointer: '/inReplyTo' }] },
    });
    await expect(say('Zara', warningId, { ...answer, audience: 'everyone' })).rejects.toMatchObject({
      details: { errors: [{ pointer: '/audience' }] },
    });
    await expect(say('Zara', warningId, { text: 'To myself.', audience: 'issuer' })).rejects.toMatchObject({
      details: { errors: [{ pointer: '/inReplyTo' }] },
    });
    await expect(say('Zara', await raise(), answer)).rejects.toMatchObject({
      details: { errors: [{ pointer: '/inReplyTo' }] },
    });
  });

  test('on a warning in red is for those in it; a coordinator outside answers what is for it alone', async () => {
    const audience = { only: [network.of('Chirper').organisation.id] };
    const warningId = await raise({ tlp: 'TLP:RED', audience });
    await expect(say('Flix', warningId, { text: 'What?', audience: 'everyone' })).rejects.toMatchObject({
      problem: 'not-found',
    });
    await expect(say('Hub', warningId, { text: 'All!', audience: 'everyone' })).rejects.toMatchObject({
      details: { errors: [{ pointer: '/audience' }] },
    });
    const asked = await say('Chirper', warningId, { text: 'Help.', audience: 'coordinator' });
    const answer = { text: 'Coming.', audience: 'coordinator' as const, inReplyTo: asked.id };
    await expect(say('Hub', warningId, answer)).resolves.toMatchObject({ thread: asked.id });
  });

  test('is listed oldest first and page by page, as far as its reader may', async () => {
    const warningId = await raise();
    for (const text of ['1', '2', '3']) await say('Chirper', warningId, { text, audience: 'everyone' });
    await say('Chirper', warningId, { text: 'hidden', audience: 'issuer' });
    await say('Flix', warningId, { text: '4', audience: 'everyone' });
    const open = ({ audience }: Pick<Comment, 'audience'>): boolean => audience === 'everyone';
    const first = await listComments(store.sql, warningId, open, 3);
    expect([first.data.map(({ text }) => text), first.more]).toEqual([['1', '2', '3'], true]);
    const last = first.data.at(-1);
    const end = last && { createdAt: last.at, id: last.id };
    const second = await listComments(store.sql, warningId, open, 3, end);
    expect([second.data.map(({ text }) => text), second.more]).toEqual([['4'], false]);
  });

  test('is the last one at the limit', async () => {
    const warningId = await raise();
    const { thread } = await say('Chirper', warningId, { text: 'One', audience: 'everyone' });
    await store.sql.query(
      `INSERT INTO comment SELECT gen_random_uuid(), warning_id, organisation_id, NULL, audience, thread,
         thread_organisation_id, NULL, revision, text, at FROM comment, generate_series(3, $2) WHERE id = $1`,
      [thread, limits.comments],
    );
    await say('Flix', warningId, { text: 'Last', audience: 'everyone' });
    await expect(say('Flix', warningId, { text: 'More', audience: 'everyone' })).rejects.toMatchObject({
      problem: 'state-conflict',
      details: { limit: limits.comments },
    });
  });
});
