import type { LogHead } from '../../core/store/log-reader.ts';
import type { Consumer } from './consumer.ts';
import type { OwnFiltersThen } from './own-filters.ts';
import type { Page, Pages } from './pages.ts';
import type { Subscription } from './subscription.ts';

/** What a replay needs of the node. */
export interface Stage {
  readonly pages: Pages;
  readonly ownFilters: OwnFiltersThen;
  /** The last entry that this node has put into its rooms. */
  head(): LogHead;
  /** Resolves when the node's head has moved. */
  moved(): Promise<void>;
  log(error: Error): void;
}

/** Milliseconds before a page that could not be read is asked for again. */
const retry = 500;

/**
 * Sends what a subscription missed, page by page as fast as its consumer reads, and lets it join its room when it has reached
 * the node's head. That is looked at and done in one turn, so nothing comes between: no gap, no repeat.
 */
export async function replay(stage: Stage, consumer: Consumer, subscription: Subscription): Promise<void> {
  while (!subscription.ended) {
    try {
      if (await metLive(stage, consumer, subscription)) return;
    } catch (error) {
      stage.log(error as Error);
      await new Promise((resolve) => setTimeout(resolve, retry));
    }
  }
}

/** One step. Answers whether the subscription is live now. */
async function metLive(stage: Stage, consumer: Consumer, subscription: Subscription): Promise<boolean> {
  if (subscription.unread) {
    subscription.learn(await stage.ownFilters.at(consumer.reader.organisationId, subscription.cursor));
    if (subscription.ended) return true;
  }
  const { sequence, position } = stage.head();
  if (subscription.cursor === sequence && subscription.newest <= sequence) {
    consumer.join(subscription);
    consumer.told = Math.max(consumer.told, sequence);
    consumer.outlet.caughtUp(subscription.id, position);
    return true;
  }
  // This node has not read yet what was there when it was asked, or the position is from one that is ahead.
  if (subscription.cursor >= sequence) await stage.moved();
  else await sendPage(await stage.pages.after(subscription.cursor, sequence), consumer, subscription);
  return false;
}

async function sendPage(page: Page, consumer: Consumer, subscription: Subscription): Promise<void> {
  const { organisationId } = consumer.reader;
  while (subscription.cursor < page.to && !subscription.ended && !page.stale) {
    const { cursor } = subscription;
    const change = page.changes.find(
      (entry) => entry.sequence > cursor && subscription.isChangedBy(entry, organisationId),
    );
    const stretch = page.stretch(consumer.audience(subscription), cursor, change ? change.sequence - 1 : page.to);
    if (stretch.parcel) consumer.take(stretch.parcel);
    subscription.cursor = stretch.to;
    if (change && stretch.to === change.sequence - 1) {
      subscription.change(change);
      subscription.cursor = change.sequence;
    }
    const drained = consumer.outlet.drained();
    if (drained) await drained;
  }
}
