import { domainOf } from '../../core/domain/address.ts';
import type { Delivery, DigestMail } from '../../core/store/deliveries.ts';
import { claimDigestMails } from '../../core/store/digest-mails.ts';
import type { Queryable } from '../../core/store/unit.ts';
import type { MailTransport } from '../email/transport.ts';
import { retry, type Verdict } from '../email/verdict.ts';
import type { WorkerLog } from '../log.ts';
import type { WorkerMetrics } from '../metrics.ts';
import type { Composed, Editions } from './editions.ts';
import { concluded, endOf, putOff, resultOf } from './ends.ts';
import type { Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';

/** Digests that are claimed together, and that are on their way at once: while some are claimed and composed, others leave. */
const together = 200;
const most = 400;
/** Milliseconds after its claim in which a mail must begin to leave, that it may take, and after which others may try. */
const window = 10_000;
const sending = 45_000;
const hold = 60_000;

interface Parts {
  readonly sql: Queryable;
  readonly editions: Editions;
  readonly pace: Pace;
  readonly transport: MailTransport;
  readonly ledger: Ledger;
  readonly metrics: WorkerMetrics;
  readonly log: WorkerLog;
}

/** The digests that are leaving, each by itself: one that is slow holds up its domain at most. */
export class Departures {
  readonly #parts: Parts;
  #count = 0;
  #roomy: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** How many are leaving. */
  get count(): number {
    return this.#count;
  }

  /** Waits for room, claims digests that are due, and begins to send or put off each. @returns how many were claimed */
  async begin(signal: AbortSignal): Promise<number> {
    if (this.#count > most - together) await new Promise<void>((resolve) => (this.#roomy = resolve));
    const { sql, editions, log } = this.#parts;
    const until = performance.now() + window;
    const claimed = await claimDigestMails(sql, together, hold);
    const composed = await editions.compose(claimed).catch((error: Error) =>
      // What keeps mails from being written, mostly a database that is away, is no judgement on them.
      claimed.map((delivery): Composed => ({ delivery, mail: retry('interrupted', error.message) })),
    );
    this.#count += composed.length;
    for (const one of composed) {
      void this.#handOver(one, until, signal)
        .catch((error: Error) => log.warn({ error: error.message }, 'What became of a digest was not written down.'))
        .then(() => this.#ended());
    }
    return claimed.length;
  }

  #ended(): void {
    this.#count -= 1;
    if (this.#count <= most - together) this.#roomy?.();
  }

  async #handOver({ delivery, mail }: Composed, until: number, signal: AbortSignal): Promise<void> {
    const { pace, transport, ledger } = this.#parts;
    if ('outcome' in mail) return this.#conclude(delivery, mail, null);
    const leave = await pace.leave(domainOf(mail.to), until);
    if ('wait' in leave) return ledger.write(putOff(delivery, leave.wait));
    const verdict = await limited(signal, sending, (limit) => transport.send(mail, limit));
    leave.done(resultOf(verdict));
    await this.#conclude(delivery, verdict, mail.messageId);
  }

  async #conclude(delivery: Delivery<DigestMail>, found: Verdict, messageId: string | null): Promise<void> {
    const { metrics, log, ledger } = this.#parts;
    const verdict = concluded(delivery, found);
    const { outcome, reason } = verdict;
    metrics.deliveries.inc({ kind: 'digest', outcome, reason });
    if (outcome === 'failed') log.warn({ delivery: delivery.id, kind: 'digest', reason }, 'A mail failed for good.');
    await ledger.write(endOf(delivery, verdict, messageId));
  }
}

/** Gives work a signal that aborts with another one, or in time. Unlike AbortSignal.timeout it leaves no timer behind. */
async function limited<T>(
  signal: AbortSignal,
  milliseconds: number,
  work: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, milliseconds);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
