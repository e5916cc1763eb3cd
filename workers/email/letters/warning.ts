import type { EventType } from '../../../core/contract/event.ts';
import type { Letter } from '../letter.ts';
import type { WantedMail } from '../wanted.ts';
import { organisationName, surroundings } from './about-warning.ts';

/** What happened to a warning, for those who subscribed by mail. */
export function warningLetter(mail: WantedMail, event: EventType, publicUrl: string): Letter {
  const common = surroundings(mail, publicUrl);
  const { cancellation } = mail.warning.snapshot;
  const told = { notes: [...common.notes, `A subscription of ${organisationName(mail)} brought you this.`] };
  switch (event) {
    case 'warning.cancelled':
      return {
        ...common,
        ...told,
        subject: `Re: ${common.subject}`,
        heading: cancellation?.retracted ? 'The warning was retracted' : 'The warning was called off',
        paragraphs: [
          cancellation?.retracted
            ? 'The coordinator of the network took it back: do not rely on what it said. It may not have come from who it seemed to.'
            : 'Its issuer gives the all-clear.',
        ],
        facts: [
          ...(mail.discloses === 'words' && cancellation && cancellation.reason !== ''
            ? [{ label: 'Reason', value: cancellation.reason, language: mail.warning.snapshot.content.language }]
            : []),
          ...common.facts,
        ],
      };
    case 'warning.revised':
      return {
        ...common,
        ...told,
        subject: `Re: ${common.subject}`,
        heading: 'The warning was revised',
        paragraphs: ['It asks for your attention as it now stands.'],
      };
    default:
      return { ...common, ...told, heading: 'A warning was raised', paragraphs: [] };
  }
}
