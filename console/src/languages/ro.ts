import { vocabularies } from '../../../core/contract/vocabularies/ro.ts';
import { pages } from './ro/pages.ts';
import { sections } from './ro/sections.ts';

/** Romanian, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./ro/leaving.ts')).leaving,
  warnings: async () => (await import('./ro/warnings.ts')).warnings,
  people: async () => (await import('./ro/people.ts')).people,
  raising: async () => (await import('./ro/raising.ts')).raising,
  answering: async () => (await import('./ro/answering.ts')).answering,
  administering: async () => (await import('./ro/administering.ts')).administering,
  shift: async () => (await import('./ro/shift.ts')).shift,
  running: async () => (await import('./ro/running.ts')).running,
  mapping: async () => (await import('./ro/mapping.ts')).mapping,
  statistics: async () => (await import('./ro/statistics.ts')).statistics,
  subscribing: async () => (await import('./ro/subscribing.ts')).subscribing,
  horizon: async () => (await import('./ro/horizon.ts')).horizon,
  starting: async () => (await import('./ro/starting.ts')).starting,
  refusing: async () => (await import('./ro/refusing.ts')).refusing,
} as const;
