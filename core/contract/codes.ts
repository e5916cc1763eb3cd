/** The codes of the outside world: ISO 3166, BCP 47, the IANA time zones. */
export { countryCodes, countryOfSubdivision, countryRefusal, subdivisionRefusal } from './codes/countries.ts';
export { canonicalLanguage } from './codes/languages.ts';
export { timeZoneRefusal } from './codes/time-zones.ts';
