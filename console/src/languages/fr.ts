import { vocabularies } from '../../../core/contract/vocabularies/fr.ts';
import { pages } from './fr/pages.ts';
import { sections } from './fr/sections.ts';

/** French, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./fr/leaving.ts')).leaving,
  warnings: async () => (await import('./fr/warnings.ts')).warnings,
  people: async () => (await import('./fr/people.ts')).people,
  raising: async () => (await import('./fr/raising.ts')).raising,
  answering: async () => (await import('./fr/answering.ts')).answering,
  administering: async () => (await import('./fr/administering.ts')).administering,
  shift: async () => (await import('./fr/shift.ts')).shift,
  running: async () => (await import('./fr/running.ts')).running,
  mapping: async () => (await import('./fr/mapping.ts')).mapping,
  statistics: async () => (await import('./fr/statistics.ts')).statistics,
  subscribing: async () => (await import('./fr/subscribing.ts')).subscribing,
  horizon: async () => (await import('./fr/horizon.ts')).horizon,
  starting: async () => (await import('./fr/starting.ts')).starting,
  refusing: async () => (await import('./fr/refusing.ts')).refusing,
} as const;
