/** How long to wait before asking again, in milliseconds. */
export interface Backoff {
  /** The longest first wait. */
  base: number;
  /** The longest wait of all. */
  cap: number;
}

/** Full jitter: anything up to the doubled bound, so that ten thousand clients do not come back as one. */
export function delayBefore(attempt: number, { base, cap }: Backoff, random: () => number = Math.random): number {
  return random() * Math.min(cap, base * 2 ** Math.min(attempt, 30));
}

/** Resolves after `milliseconds`; rejects with the signal's reason when that comes first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** A signal that aborts with any of these, until it is unfollowed: a long-lived one would keep what `AbortSignal.any` derives from it. */
export function following(signals: readonly (AbortSignal | undefined)[]) {
  const controller = new AbortController();
  const given = signals.filter((signal) => signal !== undefined);
  const abort = () => controller.abort(given.find((signal) => signal.aborted)?.reason);
  for (const signal of given) signal.addEventListener('abort', abort);
  if (given.some((signal) => signal.aborted)) abort();
  return {
    signal: controller.signal,
    abort: (reason: Error) => controller.abort(reason),
    unfollow: () => given.forEach((signal) => signal.removeEventListener('abort', abort)),
  };
}
