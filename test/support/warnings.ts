import type { RaiseRequest } from '../../core/contract/warning.ts';

/** The body of a raise that is accepted, with what a test changes of it. */
export function aRaise(changes: Partial<RaiseRequest> = {}): RaiseRequest {
  return {
    language: 'de',
    headline: 'Aufrufe gegen eine Synagoge',
    description: 'In mehreren Gruppen wird für Freitag zu Störungen aufgerufen.',
    trigger: 'protest',
    countries: ['DE'],
    languages: ['de'],
    grounds: ['antisemitism'],
    severity: 'severe',
    urgency: 'expected',
    certainty: 'likely',
    expires: new Date(Date.now() + 86_400_000).toISOString(),
    tlp: 'TLP:GREEN',
    ...changes,
  };
}
