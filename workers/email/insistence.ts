import { settled } from '../../core/queue/failure.ts';

/** Milliseconds between two attempts to write an outcome down. */
const pause = 500;

/** Gets outcomes written down although the database is away: one that is not is a mail sent twice. */
export interface Insistence {
  /** Tries until it is written, also when the time of its job is over. @throws whatever `write` threw last, once closed */
  written<T>(write: () => Promise<T>): Promise<T>;
  /** Gives what is not written yet `grace` milliseconds. */
  close(grace: number): Promise<void>;
}

export function openInsistence(): Insistence {
  const writing = new Set<Promise<unknown>>();
  let closed = false;

  async function untilWritten<T>(write: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  return {
    async written(write) {
      const result = untilWritten(write);
      const ended = result.catch(() => undefined);
      writing.add(ended);
      try {
        return await result;
      } finally {
        writing.delete(ended);
      }
    },
    async close(grace) {
      await settled(grace, Promise.all(writing));
      closed = true;
    },
  };
}
