import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Tasten',
    on: 'Einzelne Tasten wirken',
    onHint: 'Außerhalb von Feldern. Schalten Sie sie ab, wenn Sie diktieren oder versehentlich darauf kommen.',
    does: {
      j: 'Die nächste Warnung in der Liste',
      k: 'Die vorige',
      Enter: 'Sie öffnen',
      a: 'Annehmen: Wir haben sie gesehen',
      w: 'Wir arbeiten daran',
      '/': 'Die Liste eingrenzen',
      '?': 'Diese Liste',
    },
  },
  away: {
    meanwhile: 'Während Sie nicht verbunden waren ({{since}}–{{until}}):',
    raised_one: '{{count}} neue Warnung',
    raised_other: '{{count}} neue Warnungen',
    revised_one: '{{count}} geändert',
    revised_other: '{{count}} geändert',
    cancelled_one: '{{count}} aufgehoben',
    cancelled_other: '{{count}} aufgehoben',
    other_one: '{{count}} mit Neuigkeiten',
    other_other: '{{count}} mit Neuigkeiten',
  },
  views: {
    title: 'Gespeicherte Ansichten',
    name: 'Als Ansicht speichern',
    nameHint: 'Auf diesem Gerät.',
    nameMissing: 'Geben Sie ihr erst einen Namen.',
    notKept: 'Dieses Gerät behält nichts: Die Adresse dieser Seite ist die Ansicht ebenso.',
    save: 'Ansicht speichern',
    saved: 'Gespeichert: {{name}}.',
    drop: 'Die Ansicht {{name}} vergessen',
  },
  alerts: {
    title: 'Ton und Benachrichtigungen',
    lead: 'Solange diese Konsole offen ist, kann sie Sie rufen, wenn eine Warnung eintrifft oder erneut um Antwort bittet. Auch Übungen rufen, Tests nicht.',
    sound: 'Einen Ton abspielen',
    notification: 'Eine Benachrichtigung zeigen',
    notificationHint:
      'Sie nennt Schweregrad und Länder, nie die Überschrift: Andere sehen vielleicht Ihren Bildschirm.',
    never: 'Nie',
    always: 'Bei jeder Warnung',
    trySound: 'Ton ausprobieren',
    tryNotification: 'Benachrichtigung ausprobieren',
    silent: 'Dieser Browser hat keinen Ton zugelassen.',
    played: 'Abgespielt. Wenn Sie nichts gehört haben, prüfen Sie die Lautstärke des Geräts und des Tabs.',
    shown: 'Gezeigt. Wenn Sie nichts gesehen haben, prüfen Sie die Einstellungen Ihres Systems.',
    denied:
      'Ihr Browser lässt diese Seite keine Benachrichtigungen zeigen. In seinen Einstellungen für diese Seite lässt sich das ändern.',
    unsupported: 'Dieser Browser zeigt keine Benachrichtigungen.',
    tried: 'So ruft Sie eine Warnung.',
  },
  board: {
    text: 'Text',
    textHint: 'In Überschriften, Beschreibungen und Begriffen; mindestens zwei Buchstaben.',
    order: 'Reihenfolge',
    newestFirst: 'Neueste zuerst',
    urgentFirst: 'Was Sie am meisten braucht, zuerst',
  },
} as const satisfies Translation<typeof english, 'de'>;
