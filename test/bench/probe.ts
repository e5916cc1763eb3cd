/**
 * Loaded with `--import` into our server when it is measured: it says over IPC how much memory the process holds, and ends it
 * in order when the bench is gone.
 */
import type { Call, CallAnswer } from './calls.ts';
import { heldMemory } from './held-memory.ts';

if (process.channel) {
  process.on('message', ({ call }: Call) => {
    process.send?.({ call, value: heldMemory() } satisfies CallAnswer);
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // It must not keep the process alive, nor change how it ends.
  process.channel.unref();
}
