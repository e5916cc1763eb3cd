import { vocabularies } from '../../../core/contract/vocabularies/es.ts';
import { pages } from './es/pages.ts';
import { sections } from './es/sections.ts';

/** Spanish, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./es/leaving.ts')).leaving,
  warnings: async () => (await import('./es/warnings.ts')).warnings,
  people: async () => (await import('./es/people.ts')).people,
  raising: async () => (await import('./es/raising.ts')).raising,
  answering: async () => (await import('./es/answering.ts')).answering,
  administering: async () => (await import('./es/administering.ts')).administering,
  shift: async () => (await import('./es/shift.ts')).shift,
  running: async () => (await import('./es/running.ts')).running,
  mapping: async () => (await import('./es/mapping.ts')).mapping,
  statistics: async () => (await import('./es/statistics.ts')).statistics,
  subscribing: async () => (await import('./es/subscribing.ts')).subscribing,
  horizon: async () => (await import('./es/horizon.ts')).horizon,
  starting: async () => (await import('./es/starting.ts')).starting,
  refusing: async () => (await import('./es/refusing.ts')).refusing,
} as const;
