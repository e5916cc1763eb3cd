import { vocabularies } from '../../../core/contract/vocabularies/de.ts';
import { pages } from './de/pages.ts';
import { sections } from './de/sections.ts';

/** German, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./de/leaving.ts')).leaving,
  warnings: async () => (await import('./de/warnings.ts')).warnings,
  people: async () => (await import('./de/people.ts')).people,
  raising: async () => (await import('./de/raising.ts')).raising,
  answering: async () => (await import('./de/answering.ts')).answering,
  administering: async () => (await import('./de/administering.ts')).administering,
  shift: async () => (await import('./de/shift.ts')).shift,
  running: async () => (await import('./de/running.ts')).running,
  mapping: async () => (await import('./de/mapping.ts')).mapping,
  statistics: async () => (await import('./de/statistics.ts')).statistics,
  subscribing: async () => (await import('./de/subscribing.ts')).subscribing,
  horizon: async () => (await import('./de/horizon.ts')).horizon,
  starting: async () => (await import('./de/starting.ts')).starting,
  refusing: async () => (await import('./de/refusing.ts')).refusing,
} as const;
