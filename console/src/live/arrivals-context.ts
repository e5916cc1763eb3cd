import { createContext, useContext } from 'react';
import type { Absences } from './absence.ts';
import type { Arrivals } from './arrivals.ts';

export const ArrivalsContext = createContext<Arrivals | null>(null);

export function useArrivals(): Arrivals {
  const arrivals = useContext(ArrivalsContext);
  if (arrivals === null) throw new Error('Nothing arrives before somebody has signed in.');
  return arrivals;
}

export const AbsencesContext = createContext<Absences | null>(null);

export function useAbsences(): Absences {
  const absences = useContext(AbsencesContext);
  if (absences === null) throw new Error('Nobody is away before somebody has signed in.');
  return absences;
}
