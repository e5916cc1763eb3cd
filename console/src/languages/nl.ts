import { vocabularies } from '../../../core/contract/vocabularies/nl.ts';
import { pages } from './nl/pages.ts';
import { sections } from './nl/sections.ts';

/** Dutch, as every page begins with it. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** What comes along with pages that are loaded later. */
export const later = {
  leaving: async () => (await import('./nl/leaving.ts')).leaving,
  warnings: async () => (await import('./nl/warnings.ts')).warnings,
  people: async () => (await import('./nl/people.ts')).people,
  raising: async () => (await import('./nl/raising.ts')).raising,
  answering: async () => (await import('./nl/answering.ts')).answering,
  administering: async () => (await import('./nl/administering.ts')).administering,
  shift: async () => (await import('./nl/shift.ts')).shift,
  running: async () => (await import('./nl/running.ts')).running,
  mapping: async () => (await import('./nl/mapping.ts')).mapping,
  statistics: async () => (await import('./nl/statistics.ts')).statistics,
  subscribing: async () => (await import('./nl/subscribing.ts')).subscribing,
  horizon: async () => (await import('./nl/horizon.ts')).horizon,
  starting: async () => (await import('./nl/starting.ts')).starting,
  refusing: async () => (await import('./nl/refusing.ts')).refusing,
} as const;
