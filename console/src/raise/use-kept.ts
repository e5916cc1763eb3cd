import { useState } from 'react';
import { dropDraft, findDraft, keepDraft } from './draft-store.ts';

/**
 * What is being written, kept on the device with each keystroke.
 * @param fresh what it begins as
 * @param read what an earlier visit left, brought to today's shape; undefined where that is of no use
 */
export function useKept<T extends object>(place: string, fresh: () => T, read: (kept: object) => T | undefined) {
  const [value, setValue] = useState<T>(() => {
    const found = findDraft(place);
    return (found && read(found)) ?? fresh();
  });
  const [kept, setKept] = useState(true);
  const [dropped, setDropped] = useState<T>();
  const keep = (next: T): void => {
    setDropped(undefined);
    setValue(next);
    setKept(keepDraft(place, next));
  };
  const begin = (): void => {
    setValue(fresh());
    dropDraft(place);
  };
  return {
    value,
    /** Whether the device takes it. */
    kept,
    keep,
    /** It is through: the next begins. */
    begin,
    drop: () => {
      setDropped(value);
      begin();
    },
    /** Takes the last drop back, until something is written. */
    undo: dropped && (() => keep(dropped)),
  };
}
