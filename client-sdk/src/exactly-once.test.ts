import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connect } from './client.ts';
import { memoryPositions, type Positions } from './positions.ts';
import { until } from '../../test/support/until.ts';
import { Peer } from '../test/peer.ts';

type Step =
  | { does: 'publish'; count: number }
  | { does: 'mark' | 'cut' | 'shut down' | 'kill between' | 'kill inside'; count?: never }
  | { does: 'repeat' | 'turns'; count: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('publish' as const), count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ does: fc.constantFrom('repeat' as const, 'turns' as const), count: fc.integer({ min: 0, max: 9 }) }),
  fc.record({
    does: fc.constantFrom(
      'mark' as const,
      'cut' as const,
      'shut down' as const,
      'kill between' as const,
      'kill inside' as const,
    ),
  }),
);

class Killed extends Error {}

let peer: Peer;

beforeAll(async () => {
  peer = await Peer.start();
});

afterAll(() => peer.stop());

/** An application that is killed at will and always started again, with positions that outlive it. */
class Application {
  readonly handed: string[] = [];
  /** What was in hand when it was killed inside the handler. */
  readonly cutShort: string[] = [];
  killBetween = false;
  killInside = false;
  readonly ending = new AbortController();
  readonly #positions = memoryPositions();
  readonly #buffer: number;

  constructor(buffer: number) {
    this.#buffer = buffer;
  }

  async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const client = connect({ url: peer.url, token: `life ${(lives += 1)}`, backoff: { base: 1, cap: 4 } });
      try {
        for await (const { id } of client.events(this.#options())) {
          this.#handle(id);
          await nextTurn();
        }
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      } finally {
        await client.close();
      }
    }
  }

  #handle(id: string): void {
    this.handed.push(id);
    if (!this.killInside) return;
    this.killInside = false;
    this.cutShort.push(id);
    throw new Killed();
  }

  /** Killed between two events: the position is stored, and the next event never handed over. */
  #options() {
    const positions: Positions = {
      ...this.#positions,
      save: async (consumer, position) => {
        await nextTurn();
        await this.#positions.save(consumer, position);
        if (!this.killBetween) return;
        this.killBetween = false;
        throw new Killed();
      },
    };
    return { positions, buffer: this.#buffer, after: `p${startOfRun}`, signal: this.ending.signal };
  }
}

let startOfRun = 0;
let lives = 0;

async function perform(application: Application, { does, count = 0 }: Step): Promise<void> {
  if (does === 'publish') peer.publish(count);
  if (does === 'mark') peer.mark(`p${peer.log.length}`);
  if (does === 'cut') peer.cut();
  if (does === 'shut down') peer.goodbye('shutting-down');
  if (does === 'repeat') peer.repeats = count;
  if (does === 'kill between') application.killBetween = true;
  if (does === 'kill inside') application.killInside = true;
  if (does === 'turns') for (let turn = 0; turn < count; turn += 1) await nextTurn();
}

test('every event is handed over once and in order, whatever breaks; twice only where it was killed inside its handler', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 25 }), async (buffer, steps) => {
      peer.repeats = 0;
      startOfRun = peer.log.length;
      const application = new Application(buffer);
      const running = application.run();
      for (const each of steps) await perform(application, each);
      application.killInside = false;
      application.killBetween = false;
      // Whatever was wrongly repeated would come before it.
      const last = peer.publish(1)[0]?.id;
      await until(() => application.handed.includes(String(last)), { timeout: 3_000 });
      application.ending.abort();
      await running;

      const expected = peer.log.slice(startOfRun).flatMap(({ id }) => {
        const times = 1 + application.cutShort.filter((each) => each === id).length;
        return Array.from({ length: times }, () => id);
      });
      expect(application.handed).toEqual(expected);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
  );
}, 60_000);
