import { UnrecoverableError } from 'bullmq';

/** Thrown by a processor when trying again cannot help: the job is dropped at once, whatever attempts it had left. */
export class FinalFailure extends UnrecoverableError {}

/** The queue's store did not answer; the job may or may not have been added, and adding it again does no harm. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}

/**
 * Waits for `work`, but no longer than `milliseconds`; what comes later is ignored.
 * @throws QueueUnavailable with a sentence that begins with `what`, also when `work` itself fails
 */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw new QueueUnavailable(`${what}: ${reasonOf(error)}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Answers true when `work` ended, well or badly, within `milliseconds`. */
export async function settled(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  const answer = await Promise.race([done, late]);
  clearTimeout(timer);
  return answer;
}

/** What went wrong, looking behind BullMQ's "Connection is closed." and the empty message of an AggregateError. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}
