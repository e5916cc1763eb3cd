import { vocabularies } from '../../../core/contract/vocabularies/pl.ts';
import { pages } from './pl/pages.ts';
import { sections } from './pl/sections.ts';

/** Polish, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./pl/leaving.ts')).leaving,
  warnings: async () => (await import('./pl/warnings.ts')).warnings,
  people: async () => (await import('./pl/people.ts')).people,
  raising: async () => (await import('./pl/raising.ts')).raising,
  answering: async () => (await import('./pl/answering.ts')).answering,
  administering: async () => (await import('./pl/administering.ts')).administering,
  shift: async () => (await import('./pl/shift.ts')).shift,
  running: async () => (await import('./pl/running.ts')).running,
  mapping: async () => (await import('./pl/mapping.ts')).mapping,
  statistics: async () => (await import('./pl/statistics.ts')).statistics,
  subscribing: async () => (await import('./pl/subscribing.ts')).subscribing,
  horizon: async () => (await import('./pl/horizon.ts')).horizon,
  starting: async () => (await import('./pl/starting.ts')).starting,
  refusing: async () => (await import('./pl/refusing.ts')).refusing,
} as const;
