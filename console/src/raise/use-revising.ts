import type { Warning } from '../../../core/contract/warning.ts';
import { newKey } from '../live/command.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { changed, type Draft } from './draft.ts';
import { draftPlace } from './draft-store.ts';
import { draftOf, rebased, revisionBody } from './revision.ts';
import { useKept } from './use-kept.ts';

/** A revision as it is being written. */
interface Revising {
  /** The revision that the writer began with, as the form shows it: an event that brings a newer one changes neither. */
  revision: number;
  before: Draft;
  draft: Draft;
  /** Typing errors alone. */
  correction: boolean;
}

/** The revision of a warning that is being written, kept on the device until the network has it or the writer drops it. */
export function useRevising(warning: Warning) {
  const { me } = useSignedIn();
  const { value, kept, keep, begin, drop, undo } = useKept(
    draftPlace(me.organisation.id ?? '', warning.id),
    () => fresh(warning),
    (found) => read(found, fresh(warning)),
  );
  // Another body is another request: only what is sent again as it was goes under the key that it had.
  const put = (part: Partial<Revising>): void => {
    const next = { ...value, ...part };
    keep({ ...next, draft: { ...next.draft, key: newKey() } });
  };
  return {
    ...value,
    kept,
    begin,
    drop,
    undo,
    change: (part: Partial<Draft>) => put({ draft: changed(value.draft, part, Date.now()) }),
    correct: (correction: boolean) => put({ correction }),
    rebase: () => {
      const newest = fresh(warning);
      put({ ...newest, draft: rebased(value.before, value.draft, newest.before), correction: value.correction });
    },
  };
}

function fresh(warning: Warning): Revising {
  const before = draftOf(warning, newKey());
  return { revision: warning.revision, before, draft: before, correction: false };
}

/** What was kept, as long as it changes anything; members that this version added take their values from the warning. */
function read(found: Partial<Revising>, now: Revising): Revising | undefined {
  if (typeof found.revision !== 'number') return undefined;
  const before = { ...now.before, ...found.before };
  const draft = { ...now.before, ...found.draft };
  if (Object.keys(revisionBody(before, draft)).length === 0) return undefined;
  return { revision: found.revision, before, draft, correction: found.correction ?? false };
}
