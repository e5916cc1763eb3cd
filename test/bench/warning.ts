import type { RaiseRequest } from '../../core/contract/warning.ts';

const sentence =
  'In mehreren offenen Gruppen wird dazu aufgerufen, am Freitagabend vor der Synagoge zu erscheinen und die Besucher zu stören. ';

/**
 * A warning as a CSO would write it: an event of it is about 2.4 KB on the wire.
 * @param country where it is expected, and so who is to answer it
 */
export function benchWarning(number: number | string, country: 'DE' | 'IS'): RaiseRequest {
  return {
    status: 'actual',
    language: 'de',
    headline: `Aufrufe gegen eine Synagoge (${number})`,
    description: sentence.repeat(7),
    instruction: 'Bitte prüft neue Beiträge mit diesen Begriffen und meldet, was ihr findet.',
    trigger: 'protest',
    countries: [country],
    languages: country === 'DE' ? ['de'] : ['is'],
    grounds: ['antisemitism'],
    severity: 'severe',
    urgency: 'expected',
    certainty: 'likely',
    expires: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    terms: [
      {
        text: '#freitagabend',
        kind: 'hashtag',
        language: 'de',
        meaning: 'Der Aufruf selbst.',
        caution: 'Auch harmlos.',
      },
    ],
    references: [{ url: 'https://example.org/aufruf', note: 'Die erste Fundstelle.' }],
    tlp: 'TLP:GREEN',
  };
}
