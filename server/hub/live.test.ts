import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import { canonicalFilter } from '../../core/domain/filter.ts';
import type { RevisionRequest } from '../../core/contract/warning.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { reviseWarning } from '../../core/store/commands/revise.ts';
import { readHead, readLog, readTimeline } from '../../core/store/log-reader.ts';
import { toldEvents } from '../../core/store/told.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { Consumer } from './consumer.ts';
import { Live } from './live.ts';
import type { Parcel } from './message.ts';
import type { Outlet } from './outlet.ts';
import { Telling } from './telling.ts';

let held: TestStore;
let network: TestNetwork;

beforeAll(async () => {
  held = await openTestStore();
  network = await createNetwork(held.store, { csos: ['Amal'], platforms: ['Agora'] });
});
afterAll(() => held.close());

/** Writes down what it is told, and is as far behind as the test says. */
class Notebook implements Outlet {
  next = 0;
  lag = 0;
  held = '';
  readonly heard: string[] = [];
  #ended = false;
  send({ messages }: Parcel): void {
    if (this.#ended) return;
    this.heard.push(...messages.map(({ name, position }) => `${name} ${position}`));
  }
  caughtUp(): void {
    this.heard.push('caught-up');
  }
  drained(): undefined {
    return undefined;
  }
  behind(): number {
    return this.lag;
  }
  holds(warningId: string): boolean {
    return this.held === warningId;
  }
  end(reason: GoodbyeReason): void {
    this.#ended = true;
    this.heard.push(reason);
  }
}

async function openLive(): Promise<Live> {
  const { store } = held;
  const live = new Live(store, new Registry(), (error) => {
    throw error;
  });
  await live.start(await readHead(store.sql, store.positions));
  return live;
}

async function consume(live: Live, caller: Caller, countries: string[] = []): Promise<Notebook> {
  const notebook = new Notebook();
  const consumer = new Consumer({ caller, from: '127.0.0.1' }, notebook, live.rooms);
  live.consumers.add(consumer);
  const { begin } = await live.subscribe(consumer, [canonicalFilter({ countries })]);
  begin();
  await Promise.resolve();
  return notebook;
}

/** Raises, and lets the node read it. @returns the position */
async function raise(live: Live): Promise<{ id: string; position: string }> {
  const { store } = held;
  const { snapshot } = await store.writer.run(raiseWarning(network.of('Amal').caller, aRaise()));
  const entries = await readLog(store.sql, store.positions, live.head().sequence, 10);
  await live.read(entries);
  return { id: snapshot.id, position: entries.at(-1)?.position ?? '' };
}

const watchTimes = (live: Live, times: number, now = Date.now()): void => {
  for (let turn = 0; turn < times; turn += 1) live.watch(now);
};

describe('the watch', () => {
  test('tells those who heard nothing where the log is, once within half a minute, if it moved', async () => {
    const live = await openLive();
    const french = await consume(live, network.of('Agora').caller, ['FR']);
    watchTimes(live, 60);
    expect(french.heard).toEqual(['caught-up']);
    const { position } = await raise(live);
    watchTimes(live, 120);
    expect(french.heard).toEqual(['caught-up', `position ${position}`]);
  });

  test('drops who is more than ten seconds behind, and nobody else', async () => {
    const live = await openLive();
    const [slow, other] = [
      await consume(live, network.of('Agora').caller),
      await consume(live, network.of('Agora').caller),
    ];
    slow.lag = 9_999;
    live.watch(Date.now());
    slow.lag = 10_001;
    live.watch(Date.now());
    const { position } = await raise(live);
    expect(slow.heard).toEqual(['caught-up', 'slow-consumer']);
    expect(other.heard).toEqual(['caught-up', `event ${position}`]);
    expect(live.consumers.size).toBe(1);
  });

  test('ends who has expired', async () => {
    const live = await openLive();
    const { caller } = network.of('Agora');
    const expiresAt = '2099-01-01T00:00:00.000Z';
    const one = await consume(live, { ...caller, as: { ...caller.as, expiresAt } as Caller['as'] });
    live.watch(Date.parse(expiresAt) - 1);
    expect(one.heard).toEqual(['caught-up']);
    live.watch(Date.parse(expiresAt));
    expect(one.heard).toEqual(['caught-up', 'revoked']);
  });
});

test('who is gone before its place was found is in no room afterwards', async () => {
  const live = await openLive();
  const { caller } = network.of('Agora');
  const consumer = new Consumer({ caller, from: '127.0.0.1' }, new Notebook(), live.rooms);
  live.consumers.add(consumer);
  const subscribed = live.subscribe(consumer, [canonicalFilter({})], 'start');
  live.remove(consumer);
  await expect(subscribed).rejects.toMatchObject({ problem: 'unavailable' });
  expect(consumer.subscriptions.size).toBe(0);
});

describe('who has yet to be written an event of a warning', () => {
  async function revise(live: Live, id: string, changes: RevisionRequest): Promise<string> {
    const { store } = held;
    await store.writer.run(reviseWarning(network.of('Amal').caller, id, changes, [1]));
    const entries = await readLog(store.sql, store.positions, live.head().sequence, 10);
    await live.read(entries);
    return `event ${entries.at(-1)?.position}`;
  }

  test('that is revised to give it less asks for it again', async () => {
    const live = await openLive();
    const [behind, other] = [
      await consume(live, network.of('Agora').caller),
      await consume(live, network.of('Agora').caller),
    ];
    const { id, position } = await raise(live);
    behind.held = id;
    const revised = await revise(live, id, { withholdIssuer: true });
    expect(behind.heard).toEqual(['caught-up', `event ${position}`, 'slow-consumer']);
    expect(other.heard).toEqual(['caught-up', `event ${position}`, revised]);
  });

  test('that is revised to say something else is told so in its turn', async () => {
    const live = await openLive();
    const [behind, issuer] = [
      await consume(live, network.of('Agora').caller),
      await consume(live, network.of('Amal').caller),
    ];
    const first = await raise(live);
    const second = await raise(live);
    behind.held = first.id;
    issuer.held = second.id;
    const events = [first.position, second.position].map((position) => `event ${position}`);
    events.push(
      await revise(live, first.id, { headline: 'Anders' }),
      await revise(live, second.id, { withholdIssuer: true }),
    );
    expect(behind.heard).toEqual(['caught-up', ...events]);
    expect(issuer.heard).toEqual(['caught-up', ...events]);
  });

  test('that its room has not come to yet asks for it again too', async () => {
    const { store } = held;
    const live = await openLive();
    const agora = await consume(live, network.of('Agora').caller);
    const { id, position } = await raise(live);
    const told = await toldEvents(store, await readTimeline(store.sql, store.positions, id));
    for (const event of told) live.rooms.tell(new Telling(event, store.directory()));
    await revise(live, id, { withholdIssuer: true });
    expect(agora.heard).toEqual(['caught-up', `event ${position}`, 'slow-consumer']);
  });
});
