import { createContext, useContext } from 'react';
import type { Arrivals } from './arrivals.ts';

export const ArrivalsContext = createContext<Arrivals | null>(null);

export function useArrivals(): Arrivals {
  const arrivals = useContext(ArrivalsContext);
  if (arrivals === null) throw new Error('Nothing arrives before somebody has signed in.');
  return arrivals;
}
