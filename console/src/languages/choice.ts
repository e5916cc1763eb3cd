import { keep, readKept } from '../kept.ts';
import { offered, type Language } from './catalogues.ts';

/** Under which name the device holds the language that was chosen on it. */
const languageItem = 'tocsin.language';

/** The first of some tags that the console speaks, whatever its region; undefined where it speaks none of them. */
export function spokenOf(tags: readonly string[]): Language | undefined {
  return tags
    .map((tag) => offered.find((language) => language === tag.split('-')[0]?.toLowerCase()))
    .find((language) => language !== undefined);
}

/** The language that somebody chose on this device. */
export function chosenLanguage(): Language | undefined {
  return spokenOf([readKept(languageItem) ?? '']);
}

/** The language chosen on this device, else the first of the browser's that we speak, else English. */
export function firstLanguage(): Language {
  return chosenLanguage() ?? spokenOf(navigator.languages) ?? 'en';
}

/** Keeps the choice for whoever opens the console on this device next; where nothing may be kept it lasts as long as the page. */
export function keepLanguage(language: Language): void {
  keep(languageItem, language);
}
