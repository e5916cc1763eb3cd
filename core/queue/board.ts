import type { BaseAdapter } from '@bull-board/api/baseAdapter';
import type { Queue } from 'bullmq';
import type { Producer } from './backend.ts';

/** The queues as Bull Board takes them: to be looked at, not to be changed. Its code is loaded when somebody first looks. */
export async function boardOf(producers: readonly Producer[]): Promise<BaseAdapter[]> {
  const { BullMQAdapter } = await import('@bull-board/api/bullMQAdapter');
  // Either backend's producer is BullMQ's own Queue, of which the rest of the house uses a part.
  return producers.map((producer) => new BullMQAdapter(producer as unknown as Queue, { readOnlyMode: true }));
}
