import { vocabularies } from '../../../core/contract/vocabularies/el.ts';
import { pages } from './el/pages.ts';
import { sections } from './el/sections.ts';

/** Greek, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./el/leaving.ts')).leaving,
  warnings: async () => (await import('./el/warnings.ts')).warnings,
  people: async () => (await import('./el/people.ts')).people,
  raising: async () => (await import('./el/raising.ts')).raising,
  answering: async () => (await import('./el/answering.ts')).answering,
  administering: async () => (await import('./el/administering.ts')).administering,
  shift: async () => (await import('./el/shift.ts')).shift,
  running: async () => (await import('./el/running.ts')).running,
  mapping: async () => (await import('./el/mapping.ts')).mapping,
  statistics: async () => (await import('./el/statistics.ts')).statistics,
  subscribing: async () => (await import('./el/subscribing.ts')).subscribing,
  horizon: async () => (await import('./el/horizon.ts')).horizon,
  starting: async () => (await import('./el/starting.ts')).starting,
  refusing: async () => (await import('./el/refusing.ts')).refusing,
} as const;
