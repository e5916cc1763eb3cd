import { mailLanguages, type MailLanguage } from '../contract/mail-subscriber.ts';

/**
 * Whether a language range matches a tag by basic filtering (RFC 4647, 3.3.1): equal, or the range is a prefix that ends
 * where a subtag does, in any case. Both are tags of the contract, so `*` means nothing here.
 */
export function languageMatches(range: string, tag: string): boolean {
  // bcp-47-match looks for the range anywhere in the tag and so lets `yue` match `zh-yue-HK`.
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}

/** The language that `range` is narrower than (`de` for `de-AT`); undefined where it is a whole language. */
export function narrowerRange(range: string): string | undefined {
  const end = range.indexOf('-');
  return end === -1 ? undefined : range.slice(0, end);
}

/** The language to write to somebody in, whatever of it they asked for (`de-AT` is German); English where it is none of ours. */
export function mailLanguage(tag: string | null | undefined): MailLanguage {
  return mailLanguages.find((language) => isIn(language, tag ?? '')) ?? 'en';
}

/** Whether a text in the language `tag` is one in ours, whatever its region or script. */
export function isIn(language: MailLanguage, tag: string): boolean {
  return tag.split('-')[0]?.toLowerCase() === language;
}
