import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Bestätigen Sie, dass Sie Warnungen per Mail möchten',
    what: 'Jemand, hoffentlich Sie, hat diese Adresse eingegeben, um über Ereignisse informiert zu werden, die Hass im Netz auslösen können.',
    how: 'Wenn das stimmt, öffnen Sie die Seite und drücken Sie den Knopf. Vorher wird an diese Adresse nichts weiter gesendet, wer immer sie noch einmal eingibt.',
    action: 'Adresse bestätigen',
    holds_one: 'Der Link gilt {{count}} Tag; danach wird die Adresse gelöscht.',
    holds_other: 'Der Link gilt {{count}} Tage; danach wird die Adresse gelöscht.',
  },
  link: {
    heading: 'Ihre Warnungen per Mail',
    what: 'Jemand, hoffentlich Sie, hat diese Adresse eingegeben; sie erhält bereits Warnungen. Hinter dem Link sehen Sie, welche, und können sie ändern, pausieren oder beenden.',
    action: 'Ansehen, was Sie erhalten',
    holds_one: 'Der Link gilt {{count}} Tag. Geben Sie ihn nicht weiter: Wer ihn hat, kann Ihre Mails ändern.',
    holds_other: 'Der Link gilt {{count}} Tage. Geben Sie ihn nicht weiter: Wer ihn hat, kann Ihre Mails ändern.',
  },
  digest: {
    heading: 'Warnungen seit dem {{since}}',
    more: 'Diese Übersicht umfasst mehr als sonst: Eine frühere wurde aufgeschoben oder ist ausgefallen.',
    new: 'Neu',
    changed: 'Geändert',
    'called-off': 'Aufgehoben',
    retracted: 'Zurückgezogen',
    expired: 'Abgelaufen',
    ahead: 'In den nächsten 14 Tagen',
    added: 'hinzugefügt: {{names}}',
    removed: 'entfernt: {{names}}',
    rewritten: 'neu geschrieben',
    amended: 'mit Änderungen',
    why: 'Sie erhalten diese Mail, weil diese Adresse darum gebeten hat.',
    action: 'Diese Mails ändern, pausieren oder beenden',
    end: 'Diese Mails sofort beenden: {{url}}',
  },
} as const satisfies Translation<typeof english, 'de'>;
