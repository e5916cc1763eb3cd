export interface Memory {
  /** Bytes that the operating system counts as resident. */
  resident: number;
  /** Bytes of JavaScript objects that are still reachable. */
  heap: number;
}

/** What this process holds after a collection; needs `--expose-gc`. */
export function heldMemory(): Memory {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('Start this process with --expose-gc.');
  collect();
  collect();
  const { rss: resident, heapUsed: heap } = process.memoryUsage();
  return { resident, heap };
}
