import { useEffect, useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import type { Arrival } from '../live/arrivals.ts';
import { useAbsences, useArrivals } from '../live/arrivals-context.ts';
import { arrivalSentence } from './arrival-sentence.ts';

/** Tells a screen reader what arrived. */
export function Announcer() {
  const { t, locale } = useWords();
  const arrivals = useArrivals();
  const absences = useAbsences();
  const [waiting, setWaiting] = useState<readonly Arrival[]>([]);
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      arrivals.onArrival((arrival) => {
        // A line of its own tells what came while nobody was connected.
        if (!absences.gathering()) setWaiting((earlier) => [...earlier, arrival]);
      }),
    [arrivals, absences],
  );
  useEffect(() => {
    if (waiting.length === 0) return undefined;
    // What comes together is told together.
    const timer = setTimeout(() => {
      const [first, ...others] = waiting as [Arrival];
      setSaid(
        others.length === 0 ? arrivalSentence(first, t, locale) : t('board.arrivedSeveral', { count: waiting.length }),
      );
      setWaiting([]);
    }, 400);
    return () => clearTimeout(timer);
  }, [waiting, t, locale]);
  return (
    <VisuallyHidden role="status" aria-live="polite" data-announcer>
      {said}
    </VisuallyHidden>
  );
}
