import type { CorroborationRequest } from '../contract/corroboration.ts';
import { Refusal } from './refusal.ts';

export interface Corroboration {
  readonly id: string;
  readonly warningId: string;
  readonly organisationId: string;
  readonly sighting: 'seen' | 'not_seen';
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly note: string;
  readonly withhold: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** @throws Refusal own-warning, warning-not-active */
export function checkCorroboration(warning: { issuerId: string; state: string }, organisationId: string): void {
  if (warning.issuerId === organisationId) {
    throw new Refusal('own-warning', 'Another organisation corroborates a warning; this one is your own.');
  }
  if (warning.state !== 'active') {
    throw new Refusal('warning-not-active', `The warning is ${warning.state}; only an active one is corroborated.`, {
      state: warning.state,
    });
  }
}

/** What an organisation says now; members left out take their defaults, for each statement stands whole. */
export function corroborate(
  before: Corroboration | null,
  sent: CorroborationRequest,
  ids: { id: string; warningId: string; organisationId: string },
  at: string,
): Corroboration {
  return {
    ...ids,
    id: before?.id ?? ids.id,
    sighting: sent.sighting ?? 'seen',
    countries: sent.countries ?? [],
    languages: sent.languages ?? [],
    note: sent.note ?? '',
    withhold: sent.withhold ?? false,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
}
