import { v7 } from 'uuid';
import type { z } from 'zod';
import { clientMessages } from '../../core/contract/sockets.ts';
import { mayCall } from '../../core/domain/access.ts';
import { accessNow } from '../../core/domain/audience.ts';
import { canonicalFilter } from '../../core/domain/filter.ts';
import { notFound, Refusal } from '../../core/domain/refusal.ts';
import { acknowledgeWarning } from '../../core/store/commands/acknowledge.ts';
import { resolveAfter } from '../../core/store/log-reader.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import type { Store } from '../../core/store/store.ts';
import { loadWarning } from '../../core/store/warnings.ts';
import { admittedWarning, refuseAbout } from '../admission.ts';
import { acknowledgementReader, presentAnswer } from '../answer.ts';
import { bodyFaults, invalidRequest } from '../faults.ts';
import { problemOf } from '../problem.ts';
import type { Limiter } from '../limits.ts';
import type { Consumer } from './consumer.ts';
import type { Live } from './live.ts';
import type { Gathered } from './receipts.ts';

/** What client messages are answered with. */
export interface Desk {
  readonly store: Store;
  readonly limiter: Limiter;
  /** Notes that a credential is used. */
  readonly used: (caller: Caller) => void;
  readonly now: () => Date;
  readonly subscribe: Live['subscribe'];
  /** Resolves when the receipt is written down. */
  readonly receive: (receipt: Gathered) => Promise<void>;
  /** Whatever was thrown, as the refusal that it is. */
  readonly refusalOf: (error: unknown) => Refusal;
}

type Name = keyof typeof clientMessages;
type Payload<N extends Name> = z.output<(typeof clientMessages)[N]>;
/** An answer, what is to follow it, and what to take back where nobody waits for it any more. */
type Answered = { answer: object; next?: () => void; undo?: () => void };
type Handler<N extends Name> = (desk: Desk, consumer: Consumer, payload: Payload<N>) => Promise<Answered> | Answered;

/** Milliseconds within which a message is answered. */
const patience = 9_000;
const done: Answered = { answer: {} };

const handlers: { readonly [N in Name]: Handler<N> } = {
  async subscribe(desk, consumer, { filter, after }) {
    permit(consumer, 'listEvents');
    const asked = filter === undefined ? 'own' : [canonicalFilter(filter)];
    const { subscription, position, begin } = await desk.subscribe(consumer, asked, after);
    const { id } = subscription;
    return { answer: { subscriptionId: id, position }, next: begin, undo: () => consumer.remove(id) };
  },

  async unsubscribe(_desk, consumer, { subscriptionId }) {
    consumer.remove(subscriptionId);
    // Answers do not wait behind events: one that came before the last of them would make those look like the next subscription's.
    await consumer.outlet.drained();
    return done;
  },

  async received(desk, consumer, { position }) {
    permit(consumer, 'listEvents');
    const place = desk.store.positions.decode(position);
    if (!place) throw new Refusal('position-invalid', 'Send a position as you got it.');
    // Not of this log: refused as where one starts from it.
    if (place.epoch !== desk.store.network.epoch) await resolveAfter(desk.store, position);
    const at = desk.now().toISOString();
    const { organisationId } = consumer.reader;
    const receipts = consumer.receive(place.sequence).map(async ({ warningId, revision }) => {
      if (revision === null) return;
      await desk.receive({ organisationId, teams: consumer.teams, warningId, revision, seen: false, at });
    });
    await Promise.all(receipts);
    return done;
  },

  async seen(desk, consumer, { warningId }) {
    permit(consumer, 'listEvents');
    const { reader, teams } = consumer;
    const history = desk.store.histories.get(warningId) ?? (await loadWarning(desk.store.sql, warningId))?.history;
    if (!history || accessNow(history, reader) === 'none') throw notFound('warning');
    if (reader.kind !== 'platform') return done;
    const { organisationId } = reader;
    const at = desk.now().toISOString();
    await desk.receive({ organisationId, teams, warningId, revision: history.revisions.length, seen: true, at });
    return done;
  },

  async acknowledge(desk, consumer, { warningId, ...sent }) {
    const { store } = desk;
    const refusal = mayCall(consumer.caller, 'acknowledgeWarning');
    if (refusal) return refuseAbout(refusal, () => admittedWarning(desk, consumer.caller, warningId));
    const { warning, answers, ...standing } = await store.writer.run(
      acknowledgeWarning(consumer.caller, warningId, sent),
    );
    const asker = acknowledgementReader(consumer.caller, warning.snapshot.issuerId);
    return { answer: { acknowledgement: presentAnswer(store.directory(), standing, answers, asker) } };
  },
};

function permit({ caller }: Consumer, operation: Parameters<typeof mayCall>[1]): void {
  const refusal = mayCall(caller, operation);
  if (refusal) throw refusal;
}

/** Answers whatever a client sends: a message of the contract, or a problem that says why it is none. */
export async function answerMessage(desk: Desk, consumer: Consumer, sent: readonly unknown[]): Promise<void> {
  const last = sent.at(-1);
  const reply = typeof last === 'function' ? (last as (answer: object) => void) : () => undefined;
  const [name, ...payloads] = typeof last === 'function' ? sent.slice(0, -1) : sent;
  try {
    desk.used(consumer.caller);
    await desk.limiter.request(consumer.caller.as.id);
    const { answer, next } = await inTime(handle(desk, consumer, name, payloads));
    reply({ ok: true, ...answer });
    next?.();
  } catch (error) {
    reply({ ok: false, problem: problemOf(desk.refusalOf(error), v7()) });
  }
}

async function handle(desk: Desk, consumer: Consumer, name: unknown, payloads: unknown[]): Promise<Answered> {
  if (!isName(name))
    throw new Refusal('not-found', `There is no message of this name: ${Object.keys(handlers).join(', ')}.`);
  const [payload, ...more] = payloads;
  const parsed = clientMessages[name].safeParse(payload === undefined ? {} : payload, { reportInput: true });
  if (!parsed.success) throw payloadRefusal(parsed.error.issues);
  if (more.length > 0) throw new Refusal('invalid-request', 'A message has one payload.');
  return (handlers[name] as Handler<Name>)(desk, consumer, parsed.data);
}

/** A malformed id names no warning, as in a path; whatever else is wrong is a fault of the payload. */
function payloadRefusal(issues: readonly z.core.$ZodIssue[]): Refusal {
  const isUnnamed = issues.every(({ code, path }) => code === 'invalid_format' && path[0] === 'warningId');
  return isUnnamed ? notFound('warning') : invalidRequest(bodyFaults(issues));
}

function isName(name: unknown): name is Name {
  return typeof name === 'string' && Object.hasOwn(handlers, name);
}

async function inTime(answering: Promise<Answered>): Promise<Answered> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      answering.then(({ undo }) => undo?.()).catch(() => undefined);
      reject(new Refusal('unavailable', 'This took too long; ask again.', { retryAfter: 2 }));
    }, patience);
  });
  try {
    return await Promise.race([answering, late]);
  } finally {
    clearTimeout(timer);
  }
}
