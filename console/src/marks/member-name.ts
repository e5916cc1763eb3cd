import type { TFunction } from 'i18next';

/** What a JSON pointer names, in the reader's words. */
export function memberName(pointer: string, t: TFunction): string {
  const [, name = pointer] = pointer.split('/');
  return t(`members.${name}` as 'members.headline', { defaultValue: name });
}
