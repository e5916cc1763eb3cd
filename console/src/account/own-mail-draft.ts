import type { Hours } from '../../../core/contract/escalation-policy.ts';
import type { OwnMail, OwnMailPatch } from '../../../core/contract/own-mail.ts';
import { weekdays } from '../../../core/contract/vocabularies.ts';
import { matterOf, type Matter } from '../board/board-filter.ts';

/** Hours that are kept quiet, by the days that they begin on. */
export type QuietHours = Hours['quiet'][number];

/** What a member wants to be mailed, as it is being chosen. */
export interface OwnMailDraft {
  readonly warnings: boolean;
  readonly matter: Matter;
  readonly timeZone: string;
  readonly quiet: QuietHours[];
}

/** What is proposed to whoever adds quiet hours. */
export const everyNight: QuietHours = { days: [...weekdays], from: '22:00', to: '07:00' };

/** What a member has now, to be changed. @param timeZone of this device, for whoever never said */
export function draftOf({ warnings, filter, hours }: OwnMail, timeZone: string): OwnMailDraft {
  return {
    warnings,
    matter: matterOf(filter),
    timeZone: hours?.timeZone ?? timeZone,
    quiet: hours?.quiet ?? [],
  };
}

/** What is sent. Statuses are not chosen here: what a member has of them stays. */
export function patchOf({ warnings, matter, timeZone, quiet }: OwnMailDraft): OwnMailPatch {
  return {
    warnings,
    filter: {
      countries: [...matter.country],
      languages: [...matter.language],
      grounds: [...matter.ground],
      severity: matter.severity ?? null,
    },
    hours: { timeZone, quiet },
  };
}
