import { useState } from 'react';
import { keep, readKept } from '../kept.ts';
import { useSignedIn } from '../session/signed-in.ts';

/** How far an organisation has come with practising, on this device; the rest its practice warning says itself. */
interface Kept {
  readonly warning: string;
  /** Whom it reaches was looked at. */
  readonly reached: boolean;
}

export const practiceSteps = ['raise', 'reach', 'revise', 'clear'] as const;
export type PracticeStep = (typeof practiceSteps)[number];

/** The step that comes next; `over` after the last. @param warning undefined: none was raised, or it cannot be seen any more */
export function nextStep(
  warning: { readonly revision: number; readonly state: string } | undefined,
  reached: boolean,
): PracticeStep | 'over' {
  if (warning === undefined) return 'raise';
  // Called off before its time, there is nothing more to do with it.
  if (warning.state !== 'active') return 'over';
  if (!reached) return 'reach';
  return warning.revision === 1 ? 'revise' : 'clear';
}

export function usePractice() {
  const { me } = useSignedIn();
  const place = `tocsin.practice.${me.organisation.id}`;
  const [kept, setKept] = useState(() => read(readKept(place)));
  const put = (next: Kept): void => {
    keep(place, JSON.stringify(next));
    setKept(next);
  };
  return {
    warning: kept?.warning,
    reached: kept?.reached ?? false,
    raised: (warning: string) => put({ warning, reached: false }),
    reach: () => kept && put({ ...kept, reached: true }),
  };
}

function read(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return typeof kept?.warning === 'string' ? { warning: kept.warning, reached: kept.reached === true } : undefined;
  } catch {
    return undefined;
  }
}
