import { faultSentences } from '../../../../core/contract/sentences.ts';

/** What is wrong with a field: as the contract says it, but for what would read strangely beside a field. */
export const faults = {
  ...faultSentences,
  required: 'This is still missing.',
  noTime: 'This is not a date and a time.',
  noLocalTime: 'Write a date and a time.',
  noteNeeded: 'Another reason needs a note that says which.',
  sixDigits: 'Write the six digits that the app shows.',
  noMailAddress: 'This is not a mail address.',
  stringLong: 'At most {{max}} characters are allowed.',
  itemsMany: 'Choose {{max}} at most.',
  itemsFew: 'Choose {{min}} at least.',
  numberBig: 'This is {{max}} at most.',
  numberSmall: 'This is {{min}} at least.',
  noNumber: 'Write a number.',
  noWholeNumber: 'Write a whole number.',
} as const;
