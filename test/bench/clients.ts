import { answerCalls } from './calls.ts';
import { openKeepAlive } from './keep-alive.ts';
import { openLightSocket } from './light-socket.ts';
import { Reception } from './reception.ts';
import { openSubscriber, openWsSocket, type Subscriber, type Wish } from './subscriber.ts';

/** A program: many subscribers in one process, and the one who posts, so that one clock takes all times. */
export type Clients = typeof handlers;

/** What is posted, and where. */
export interface Post {
  url: string;
  path: string;
  token: string;
  bodies: string[];
}

/** Milliseconds from the moment that the first post was sent. */
export interface Round {
  /** When each subscriber had its last event, ascending. */
  times: number[];
  /** When the posts were answered. */
  answered: number;
  messages: string[];
}

/** Subscribers that are being let in at a time, where it is not the rush that is measured. */
const abreast = 200;

/**
 * Connections of the rush that wait to be accepted: the system holds 4,096 at most (net.core.somaxconn), and one that finds no
 * place tries again after seconds, whatever the server.
 */
const dialling = 3_000;

let subscribers: Subscriber[] = [];
let attending: Subscriber[] = [];
let inside = 0;

const ignore = (): void => undefined;

/** Dials for as many at a time as may wait, until all have been taken. */
async function dialAll(
  { url, wishes, count }: { url: string; wishes: Wish[]; count: number },
  onEvent: (place: number, message: Buffer) => void,
): Promise<void> {
  subscribers = [];
  inside = 0;
  const dial = async (): Promise<void> => {
    for (let place = subscribers.length; place < count; place = subscribers.length) {
      const wish = wishes[place % wishes.length] as Wish;
      const subscriber = openSubscriber(openLightSocket, url, wish, (message) => onEvent(place, message));
      subscribers[place] = subscriber;
      subscriber.caughtUp.then(() => (inside += 1)).catch(ignore);
      await Promise.race([subscriber.accepted, subscriber.caughtUp]);
    }
  };
  await Promise.all(Array.from({ length: dialling }, dial));
}

/** When each was caught up, in milliseconds, ascending. */
async function sinceStarted(started: number): Promise<number[]> {
  const moments = await Promise.all(subscribers.map(({ caughtUp }) => caughtUp));
  return moments.map((time) => time - started).toSorted((a, b) => a - b);
}

const handlers = {
  /** Subscribes and waits until all are idle; the wishes are dealt out in turn. */
  async connect({ url, wishes, count }: { url: string; wishes: Wish[]; count: number }): Promise<void> {
    let next = 0;
    const letIn = async (): Promise<void> => {
      for (let place = next; place < count; place = next) {
        next += 1;
        const subscriber = openSubscriber(openWsSocket, url, wishes[place % wishes.length] as Wish, ignore);
        subscribers[place] = subscriber;
        await subscriber.caughtUp;
      }
    };
    await Promise.all(Array.from({ length: abreast }, letIn));
  },

  /** Posts all bodies at once, and waits until every subscriber has heard what follows from it: one event for each body. */
  async round({ url, path, token, bodies }: Post): Promise<Round> {
    const reception = new Reception(subscribers.length, bodies.length);
    subscribers.forEach((subscriber, place) => (subscriber.onEvent = (message) => reception.take(place, message)));
    const ways = await Promise.all(bodies.map(() => openKeepAlive(url)));
    const headers = { Authorization: `Bearer ${token}` };
    const started = performance.now();
    const answers = await Promise.all(ways.map((way, place) => way.post(path, headers, bodies[place] ?? '')));
    const answered = performance.now() - started;
    for (const way of ways) way.close();
    const refused = answers.find(({ status }) => status !== 201);
    if (refused) throw new Error(`A post was answered ${refused.status}: ${refused.body}`);
    const { times, messages } = await reception.complete();
    return { times: times.map((time) => time - started), answered, messages };
  },

  /**
   * Everybody connects at once and replays, over sockets so light that a million messages through them do not keep the cores
   * from the server: when each was caught up, in milliseconds from the first connect, ascending.
   */
  async storm(told: { url: string; wishes: Wish[]; count: number; events: number }): Promise<Round> {
    const { url, wishes, count, events } = told;
    const reception = new Reception(count, events);
    const started = performance.now();
    await dialAll({ url, wishes, count }, (place, message) => reception.take(place, message));
    const times = await sinceStarted(started);
    const { messages } = await reception.complete();
    return { times, answered: 0, messages };
  },

  /** Everybody connects at once, each with a key of their own: when each was let in and caught up, as in a storm. */
  async rush({ url, wishes }: { url: string; wishes: Wish[] }): Promise<number[]> {
    const started = performance.now();
    await dialAll({ url, wishes, count: wishes.length }, ignore);
    return sinceStarted(started);
  },

  /** How many of the rush are in. */
  letIn: (): number => inside,

  /** Connects those whose keys are going to be revoked. */
  async attend({ url, wishes }: { url: string; wishes: Wish[] }): Promise<void> {
    attending = wishes.map((wish) => openSubscriber(openLightSocket, url, wish, ignore));
    await Promise.all(attending.map(({ caughtUp }) => caughtUp));
  },

  /** When each of those was told that it is over (Date.now()). */
  ended: (): Promise<number[]> => Promise.all(attending.map(({ ended }) => ended)),

  close(): void {
    for (const subscriber of [...subscribers, ...attending]) subscriber.close();
    subscribers = [];
    attending = [];
  },
};

answerCalls(handlers);
