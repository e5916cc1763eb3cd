import { useState } from 'react';
import type { Draft } from './draft.ts';
import { mended, noFaults, type Faults } from './faults.ts';

/** What is wrong with the form since it was last sent, and how often it failed: each time the summary takes the focus. */
export function useFaults() {
  const [faults, setFaults] = useState<Faults>(noFaults);
  const [attempt, setAttempt] = useState(0);
  const fail = (found: Faults): void => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };
  return {
    faults,
    attempt,
    fail,
    mend: (part: Partial<Draft>) => setFaults(mended(faults, Object.keys(part))),
    clear: () => setFaults(noFaults),
  };
}
