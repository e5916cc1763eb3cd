import { ConsumerInUse } from './errors.ts';

/** Where a consumer's position is kept. Yours may be a table: save in the transaction of the effect, and it happens exactly once. */
export interface Positions {
  /** The position last saved for this consumer; none: nothing, or null. */
  load(consumer: string): Promise<string | null | undefined> | string | null | undefined;
  /** Resolves when it would survive a crash. */
  save(consumer: string, position: string): Promise<void> | void;
  /** Refuses a second live consumer by throwing ConsumerInUse. */
  acquire?(consumer: string): Promise<void> | void;
  release?(consumer: string): Promise<void> | void;
}

/** The refusal of a second consumer; `where` names the store. */
export function consumerInUse(consumer: string, where: string): ConsumerInUse {
  const message = `The consumer "${consumer}" is already reading with ${where}. End that one, or give this one another \`consumer\` name.`;
  return new ConsumerInUse(message, { code: 'consumer-in-use' });
}

/** Positions that last as long as this object. */
export function memoryPositions(): Positions {
  const saved = new Map<string, string>();
  const live = new Set<string>();
  return {
    load: (consumer) => saved.get(consumer),
    save: (consumer, position) => void saved.set(consumer, position),
    acquire(consumer) {
      if (live.has(consumer)) throw consumerInUse(consumer, 'these positions');
      live.add(consumer);
    },
    release: (consumer) => void live.delete(consumer),
  };
}
