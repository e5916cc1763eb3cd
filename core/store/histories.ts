import type { MarkedRevision, WarningHistory } from '../domain/audience.ts';

/** A history that learns of newer revisions while pages of older events still hold it. */
type GrowingHistory = WarningHistory & { revisions: MarkedRevision[] };

/**
 * What this process knows of warnings' revisions. Every event of a warning shares one history, so that "then and now"
 * is decided by the newest marking also for events that were read long before.
 */
export interface Histories {
  get(warningId: string): WarningHistory | undefined;
  /** Takes what was read; where more is known already, that stays. */
  learn(history: WarningHistory): WarningHistory;
}

/** Warnings that are remembered; the longest unused go first. */
const remembered = 20_000;

export function openHistories(): Histories {
  const known = new Map<string, GrowingHistory>();
  return {
    get(warningId) {
      const history = known.get(warningId);
      if (history) {
        known.delete(warningId);
        known.set(warningId, history);
      }
      return history;
    },
    learn(history) {
      const held = known.get(history.id);
      if (held) {
        held.revisions.push(...history.revisions.slice(held.revisions.length));
        return held;
      }
      const growing = { ...history, revisions: [...history.revisions] };
      known.set(history.id, growing);
      const oldest = known.size > remembered ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return growing;
    },
  };
}
