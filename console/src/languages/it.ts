import { vocabularies } from '../../../core/contract/vocabularies/it.ts';
import { pages } from './it/pages.ts';
import { sections } from './it/sections.ts';

/** Italian, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./it/leaving.ts')).leaving,
  warnings: async () => (await import('./it/warnings.ts')).warnings,
  people: async () => (await import('./it/people.ts')).people,
  raising: async () => (await import('./it/raising.ts')).raising,
  answering: async () => (await import('./it/answering.ts')).answering,
  administering: async () => (await import('./it/administering.ts')).administering,
  shift: async () => (await import('./it/shift.ts')).shift,
  running: async () => (await import('./it/running.ts')).running,
  mapping: async () => (await import('./it/mapping.ts')).mapping,
  statistics: async () => (await import('./it/statistics.ts')).statistics,
  subscribing: async () => (await import('./it/subscribing.ts')).subscribing,
  horizon: async () => (await import('./it/horizon.ts')).horizon,
  starting: async () => (await import('./it/starting.ts')).starting,
  refusing: async () => (await import('./it/refusing.ts')).refusing,
} as const;
