/**
 * Aborted by the first SIGINT, SIGTERM or SIGHUP. Further ones change nothing: npm passes Ctrl-C on to a process that the
 * terminal has told already.
 */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort(signal));
  return stopping.signal;
}

/** Resolves once it is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * What `work` answers, unless it is told to stop meanwhile: then nobody waits for it any more, and what it does ends with
 * the process.
 * @throws the signal's reason; what `work` throws
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = aborted(signal).then(() => Promise.reject(signal.reason as Error));
  return Promise.race([work, stopped]);
}
