import type { Event } from '../core/contract/event.ts';
import type { MarkedWarning, Warning } from '../core/contract/warning.ts';
import { accessThenAndNow, type WarningHistory } from '../core/domain/audience.ts';
import { readingReasons, type Reading, type ReadingReason } from '../core/domain/audit.ts';
import type { ToldEvent } from '../core/domain/log.ts';
import { readerOf, type Caller } from '../core/domain/organisation.ts';
import { presentWarning, type Names } from '../core/domain/presentation.ts';
import { tell, type View } from '../core/domain/telling.ts';
import { actorOf } from '../core/store/commands/warning-event.ts';
import type { LoadedWarning } from '../core/store/warnings.ts';

/**
 * What one call shows its caller of warnings: here alone is a warning presented over HTTP, so that no call shows a TLP:RED text or
 * a withheld issuer without its being noted.
 */
export class Showing {
  readonly #caller: Caller;
  readonly readings: Reading[] = [];

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** A warning in one of its revisions, as the caller may have it today; null where there is none to get. */
  warning(names: Names, { snapshot, history }: LoadedWarning): Warning | MarkedWarning | null {
    const access = accessThenAndNow(history, snapshot.revision, readerOf(this.#caller));
    this.note(history, snapshot.revision);
    return presentWarning(names, snapshot, access);
  }

  event(names: Names, event: ToldEvent, view: View): Event {
    if (view.access !== 'none') this.note(event.history, event.warning.revision);
    return tell(event, view, readerOf(this.#caller), names);
  }

  /** Something else is shown that says what a revision says, or whose it is; `of`: which of the two. */
  note(history: WarningHistory, revision: number, of: readonly ReadingReason[] = ['red', 'withheld']): void {
    for (const why of readingReasons(history, revision, readerOf(this.#caller))) {
      if (!of.includes(why)) continue;
      this.readings.push({ actor: actorOf(this.#caller), warningId: history.id, revision, why });
    }
  }
}
