import { faultSentences } from '../sentences.ts';

/** The three-letter names of the IANA database; ICU takes two dozen more (IST, PST), which each reader reads differently. */
const threeLetters = /^(UTC|UCT|GMT|EST|MST|HST|CET|EET|MET|WET|PRC|ROC|ROK)$/i;

/** Why `name` is no time zone of the IANA database, as a sentence; undefined when it is one. Offsets are refused. */
export function timeZoneRefusal(name: string): string | undefined {
  if (/^[+-]/.test(name)) return 'An offset is not a time zone: name one of the IANA database, such as Europe/Berlin.';
  try {
    // DateTimeFormat is the only complete check: `Intl.supportedValuesOf` leaves out Europe/Kyiv.
    Intl.DateTimeFormat('en', { timeZone: name });
    if (!/^([a-z]{3}|systemv\/.*)$/i.test(name) || threeLetters.test(name)) return undefined;
  } catch {
    // What it refuses is refused below.
  }
  return faultSentences.noTimeZone;
}
