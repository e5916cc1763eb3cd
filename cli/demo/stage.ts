import { readerOf, type Caller } from '../../core/domain/organisation.ts';
import type { Command } from '../../core/store/unit.ts';
import type { Store } from '../../core/store/store.ts';
import { listWarnings } from '../../core/store/warnings.ts';
import type { DemoWarning } from './demo-warning.ts';

/** One command of the demo. Each is found anew from what the network holds, so that a start that was killed can go on. */
export type Step = (stage: Stage) => Promise<Command<unknown>> | Command<unknown>;

/** What the demo's commands are told apart by: names, not ids. */
export interface Stage {
  /** An organisation, acting with the key that it is given to the user with. */
  caller(name: string): Caller;
  readonly idOf: (name: string) => string;
  /** The id of a warning of the demo that was raised. */
  warning(slug: string): Promise<string>;
}

export function openStage(store: Store, callers: ReadonlyMap<string, Caller>, warnings: readonly DemoWarning[]): Stage {
  const caller = (name: string): Caller => {
    const found = callers.get(name);
    if (!found) throw new Error(`The demo has no organisation "${name}".`);
    return found;
  };
  return {
    caller,
    idOf: (name) => caller(name).organisation.id,
    async warning(slug) {
      const demo = warnings.find((one) => one.slug === slug);
      if (!demo) throw new Error(`The demo has no warning "${slug}".`);
      const reader = readerOf(caller(demo.by));
      const { warnings: raised } = await listWarnings(store.sql, reader, { limit: 200 });
      const found = raised.find(({ snapshot }) => snapshot.content.headline === demo.content.headline);
      if (!found) throw new Error(`The warning "${slug}" of the demo was not raised.`);
      return found.snapshot.id;
    },
  };
}
