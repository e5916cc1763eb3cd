import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { event as eventSchema, type Event } from '../../core/contract/event.ts';
import { openStream, type StreamBlock, type TestStream } from '../../test/support/event-stream.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { within } from '../../test/support/within.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;
const opened: TestStream[] = [];

beforeAll(async () => {
  served = await startTestServer({ csos: ['Amal'], platforms: ['Agora', 'Plaza'], coordinator: 'Office' });
});

afterAll(async () => {
  for (const stream of opened) stream.close();
  await served.close();
});

async function raise(headline: string, changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  const { body } = await served.ask('Amal', 'POST /warnings', { body: aRaise({ headline, ...changes }) });
  return body.id as string;
}

const headlines = (events: readonly Event[]): string[] => events.map(({ warning }) => warning.headline);

describe('polling', () => {
  test('page by page from the start, everything that the caller may see, and nothing else', async () => {
    const hidden = { audience: { except: [served.network.of('Plaza').organisation.id] } };
    for (const n of [1, 2, 3]) await raise(`Seite ${n}`, { countries: ['IE'] });
    await raise('Nicht für Plaza', { countries: ['IE'], ...hidden });
    await raise('Probe', { countries: ['IE'], status: 'test' });
    const seen: Event[] = [];
    let after = 'start';
    for (;;) {
      const { status, body } = await served.ask('Plaza', `GET /events?country=IE&limit=2&after=${after}`);
      expect(status).toBe(200);
      for (const each of body.data) seen.push(eventSchema.parse(each) as unknown as Event);
      after = body.position;
      if (body.next === null) break;
      expect(body.next).toBe(after);
    }
    expect(headlines(seen)).toEqual(['Seite 1', 'Seite 2', 'Seite 3']);
    expect((await served.ask('Plaza', `GET /events?after=${after}`)).body).toEqual({
      data: [],
      next: null,
      position: after,
    });
    const tests = await served.ask('Agora', 'GET /events?country=IE&status=test');
    expect(headlines(tests.body.data)).toEqual(['Probe']);
    const again = await served.ask('Plaza', `GET /events?after=${seen[0]?.position}&limit=1`);
    expect(again.body.data[0]).toEqual(seen[1]);
    const asLists = await served.ask('Plaza', `GET /events?country=IE&limit=1&after=start&cursor=${again.body.next}`);
    expect(asLists.body.data).toEqual([seen[2]]);
  });

  test('a position that is none, or of another log', async () => {
    const refused = await served.ask('Plaza', 'GET /events?after=elsewhere');
    expect([refused.status, refused.body.type]).toEqual([400, '/problems/position-invalid']);
    const foreign = served.store.positions.encode(3, Buffer.alloc(32));
    const restored = await served.ask('Plaza', `GET /events?after=${foreign}`);
    expect([restored.status, restored.body.type]).toEqual([410, '/problems/log-restored']);
    expect((await served.ask('Plaza', `GET /events?after=${restored.body.position}`)).status).toBe(200);
  });

  test('a timeline tells a warning’s own events, page by page', async () => {
    const id = await raise('Chronik');
    await served.ask('Agora', `POST /warnings/${id}/acknowledgement`, { body: { state: 'working' } });
    await served.ask('Amal', `POST /warnings/${id}/cancellation`, { body: { reason: 'Vorbei' } });
    const all = await served.ask('Amal', `GET /warnings/${id}/timeline`);
    const types = all.body.data.map(({ type }: Event) => type);
    expect(types).toEqual(['warning.raised', 'acknowledgement.changed', 'warning.cancelled']);
    expect(all.body.data[0].warning.state).toBe('active');
    const other = await served.ask('Plaza', `GET /warnings/${id}/timeline`);
    expect(other.body.data.map(({ type }: Event) => type)).toEqual(['warning.raised', 'warning.cancelled']);
    const page = await served.ask('Amal', `GET /warnings/${id}/timeline?limit=2`);
    const rest = await served.ask('Amal', `GET /warnings/${id}/timeline?limit=2&cursor=${page.body.next}`);
    expect([...page.body.data, ...rest.body.data]).toEqual(all.body.data);
  });
});

async function follow(query = '', headers: Record<string, string> = {}, name = 'Agora'): Promise<TestStream> {
  const stream = await openStream(`${served.server.url}/api/v1/events${query}`, served.network.of(name).token, headers);
  opened.push(stream);
  return stream;
}

const told = (blocks: readonly StreamBlock[]): StreamBlock[] =>
  blocks.filter(({ event, data }) => event === undefined && data !== undefined);

describe('server-sent events', () => {
  test('begin now, with a retry, and go on live; ids are positions', async () => {
    await raise('Vorher');
    const stream = await follow('?country=FI');
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
    expect(stream.blocks[0]).toEqual({ retry: '2000' });
    await raise('Woanders', { countries: ['SE'] });
    await raise('Jetzt', { countries: ['FI'] });
    const [block] = await until(() => (told(stream.blocks).length === 1 ? told(stream.blocks) : undefined));
    const live = JSON.parse(block?.data ?? '') as Event;
    expect([live.warning.headline, live.position]).toEqual(['Jetzt', block?.id]);
    const polled = await served.ask('Agora', 'GET /events?country=FI');
    expect(polled.body.data).toEqual([live]);
  });

  test('resume after Last-Event-ID, which beats `after`', async () => {
    for (const n of [1, 2, 3]) await raise(`Folge ${n}`, { countries: ['GR'] });
    const { body } = await served.ask('Agora', 'GET /events?country=GR');
    const stream = await follow('?country=GR&after=start', { 'last-event-id': body.data[0].position });
    await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
    expect(told(stream.blocks).map(({ data }) => JSON.parse(data ?? ''))).toEqual(body.data.slice(1));
  });

  test('a log that was restored is a plain 410', async () => {
    const stream = await follow('', { 'last-event-id': served.store.positions.encode(2, Buffer.alloc(32)) });
    expect([stream.status, stream.headers['content-type']]).toEqual([410, 'application/problem+json']);
  });

  test('after nothing is no position, as ever', async () => {
    expect((await follow('?after=')).status).toBe(400);
  });

  test('parameters are refused as ever, and HEAD has no stream', async () => {
    expect((await follow('?colour=red')).status).toBe(400);
    const head = await served.ask('Agora', 'HEAD /events', { headers: { accept: 'text/event-stream' } });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });
});

test('a server that closes says goodbye to streams, and lets nobody in', async () => {
  const closing = await startTestServer({ csos: ['Amal'] });
  const stream = await openStream(`${closing.server.url}/api/v1/events`, closing.network.of('Amal').token);
  await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
  await within(1_500, closing.server.close());
  await until(() => stream.ended);
  expect(stream.blocks.at(-1)).toEqual({ event: 'goodbye', data: '{"reason":"shutting-down"}' });
  await expect(fetch(`${closing.server.url}/healthz`)).rejects.toThrow();
  await closing.close();
});
