import { vocabularies } from '../../../core/contract/vocabularies.ts';
import { pages } from './en/pages.ts';
import { sections } from './en/sections.ts';

/** The English words that every page begins with. Codes have the labels and definitions that the contract gives them. */
export const first = { codes: vocabularies, ...pages, ...sections } as const;

/** Those that come along with pages that are loaded later, by the part of the console. */
export const later = {
  leaving: async () => (await import('./en/leaving.ts')).leaving,
  warnings: async () => (await import('./en/warnings.ts')).warnings,
  people: async () => (await import('./en/people.ts')).people,
  raising: async () => (await import('./en/raising.ts')).raising,
  answering: async () => (await import('./en/answering.ts')).answering,
  administering: async () => (await import('./en/administering.ts')).administering,
  shift: async () => (await import('./en/shift.ts')).shift,
  running: async () => (await import('./en/running.ts')).running,
  mapping: async () => (await import('./en/mapping.ts')).mapping,
  statistics: async () => (await import('./en/statistics.ts')).statistics,
  subscribing: async () => (await import('./en/subscribing.ts')).subscribing,
  horizon: async () => (await import('./en/horizon.ts')).horizon,
  starting: async () => (await import('./en/starting.ts')).starting,
  refusing: async () => (await import('./en/refusing.ts')).refusing,
} as const;
