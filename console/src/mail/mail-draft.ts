import {
  mailLanguages,
  type MailLanguage,
  type MailSubscriber,
  type Rhythm,
} from '../../../core/contract/mail-subscriber.ts';
import type { FilterRequest } from '../../../core/contract/filter.ts';
import type { Weekday } from '../../../core/contract/vocabularies.ts';
import { matterOf, type Matter } from '../board/board-filter.ts';

/** What somebody wants by mail, as it is being chosen. */
export interface MailDraft {
  readonly matter: Matter;
  readonly rhythm: Rhythm['type'];
  readonly day: Weekday;
  /** 0 to 23, of their own clock. */
  readonly hour: number;
  readonly timeZone: string;
  readonly language: MailLanguage;
}

/** What is proposed to whoever comes: everything, in the morning, by the clock and in the first language of their browser that mails are written in. */
export function proposedDraft(timeZone: string, languages: readonly string[]): MailDraft {
  const spoken = languages.map((tag) => tag.split('-')[0]);
  const language = spoken.map((own) => mailLanguages.find((each) => each === own)).find((found) => found !== undefined);
  return {
    matter: { country: [], language: [], ground: [] },
    rhythm: 'daily',
    day: 'mon',
    hour: 8,
    timeZone,
    language: language ?? 'en',
  };
}

/** What a subscriber has now, to be changed. */
export function draftOf({ filter, rhythm, timeZone, language }: MailSubscriber): MailDraft {
  return {
    ...proposedDraft(timeZone, [language]),
    matter: matterOf(filter),
    rhythm: rhythm.type,
    ...(rhythm.type !== 'instant' && { hour: rhythm.hour }),
    ...(rhythm.type === 'weekly' && { day: rhythm.day }),
  };
}

/** What is sent. Statuses are not chosen here: what a subscriber has of them stays. */
export function wishesOf(draft: MailDraft, statuses?: FilterRequest['statuses']) {
  const { matter, timeZone, language } = draft;
  return {
    filter: {
      countries: [...matter.country],
      languages: [...matter.language],
      grounds: [...matter.ground],
      severity: matter.severity,
      statuses,
    },
    rhythm: rhythmOf(draft),
    timeZone,
    language,
  };
}

function rhythmOf({ rhythm, day, hour }: MailDraft): Rhythm {
  switch (rhythm) {
    case 'instant':
      return { type: 'instant' };
    case 'daily':
      return { type: 'daily', hour };
    default:
      return { type: 'weekly', day, hour };
  }
}
