import type { Translation } from '../../../../core/contract/translation.ts';
import type { mailing as english } from '../en/mailing.ts';

export const mailing = {
  mail: {
    title: 'Warnungen per Mail',
    lead: 'Die öffentlichen Warnungen von Tocsin kann jede und jeder per Mail bekommen, ohne Konto. Geben Sie Ihre Adresse ein, wählen Sie, was Sie wann möchten; dann bittet Sie eine Mail um Bestätigung.',
    address: 'Ihre Mailadresse',
    addressHint:
      'Vor Ihrer Bestätigung wird nur diese eine Mail gesendet. Erhalten Sie schon Warnungen, kommt ein Link zu Ihren Einstellungen, und nichts ändert sich, bis Sie ihn benutzen.',
    what: 'Was Sie erhalten',
    whatMeans:
      'Warnungen mit der Kennzeichnung TLP:CLEAR; auch die mit TLP:GREEN, sobald sich eine Mitgliedsorganisation für Ihre Adresse verbürgt. Was Sie leer lassen, schränkt nichts ein.',
    when: 'Wann Sie es erhalten',
    rhythm: 'Wie oft',
    rhythms: {
      instant: { label: 'Sofort', definition: 'Eine Mail für jedes Ereignis.' },
      daily: { label: 'Täglich', definition: 'Eine Übersicht am Tag, wenn etwas geschehen ist.' },
      weekly: { label: 'Wöchentlich', definition: 'Eine Übersicht in der Woche, wenn etwas geschehen ist.' },
    },
    day: 'Tag',
    hour: 'Uhrzeit',
    timeZone: 'Zeitzone',
    language: 'Sprache der Mails',
    submit: 'Warnungen per Mail anfordern',
    done: 'Sehen Sie in Ihre Mails',
    doneMeans:
      'Eine Mail an {{address}} ist unterwegs. Öffnen Sie den Link darin zur Bestätigung oder, wenn Sie schon bestätigt haben, um zu sehen, was Sie erhalten.',
    again:
      'Wenn keine kommt: Um Bestätigung bittet nur eine Mail, deren Link 7 Tage gilt; ein Link zu Ihren Einstellungen kommt einmal am Tag.',
  },
  mailConfirmation: {
    title: 'Adresse bestätigen',
    lead: 'Drücken Sie den Knopf, und von jetzt an sendet Ihnen Tocsin, worum Sie gebeten haben. Ändern oder beenden können Sie das jederzeit.',
    noToken: 'Öffnen Sie den Link in Ihrer Mail: Er führt hierher.',
    confirm: 'Adresse bestätigen',
    done: 'Bestätigt. Von jetzt an kommen Mails zu Ihnen.',
  },
  mailPreferences: {
    title: 'Ihre Warnungen per Mail',
    noToken: 'Öffnen Sie den Link in einer Ihrer Mails: Er führt zu dem, was Sie erhalten.',
    opening: 'Ihre Einstellungen werden geöffnet …',
    newLink: 'Neuen Link anfordern',
    instant: 'Sie erhalten für jedes Ereignis sofort eine Mail.',
    daily: 'Sie erhalten täglich um {{hour}} ({{timeZone}}) eine Übersicht, wenn etwas geschehen ist.',
    weekly: 'Sie erhalten wöchentlich, {{day}} um {{hour}} ({{timeZone}}), eine Übersicht, wenn etwas geschehen ist.',
    address: 'Adresse',
    marked: 'Kennzeichnung',
    vouched: 'Eine Mitgliedsorganisation verbürgt sich für Sie.',
    next: 'Nächste Übersicht',
    everything: 'Alle',
    change: 'Ändern, was Sie erhalten',
    changed: 'Gespeichert.',
    pausedUntil: 'Pausiert bis {{moment}}. Was inzwischen geschieht, kommt danach.',
    pause: 'Pausieren',
    pauseFor: 'Wie lange',
    pauseMeans:
      'Inzwischen wird nichts gesendet, und nichts geht verloren: Es kommt in der ersten Mail danach. Fortsetzen können Sie auch früher.',
    days: { '7': 'Eine Woche', '30': '30 Tage', '90': '90 Tage', '365': 'Ein Jahr, oder bis Sie fortsetzen' },
    pauseIt: 'Mails pausieren',
    paused: 'Pausiert.',
    resume: 'Jetzt fortsetzen',
    resumed: 'Die Mails gehen weiter.',
    end: 'Mails beenden',
    endMeans:
      'Ihre Adresse wird gelöscht, und nichts wird mehr an sie gesendet. Sie können jederzeit erneut darum bitten.',
    endIt: 'Meine Adresse löschen',
    ended: 'Die Mails sind beendet. Ihre Adresse ist gelöscht. Sie können diese Seite schließen.',
  },
  vouches: {
    title: 'Warnungen per Mail',
    lead: 'Wer mit einer Adresse, für die Sie sich verbürgen, Warnungen per Mail abonniert, darf neben TLP:CLEAR auch das mit TLP:GREEN Gekennzeichnete erhalten. Ob jemand abonniert, erfahren Sie nicht.',
    page: 'Die Seite zum Abonnieren',
    none: 'Sie verbürgen sich für niemanden.',
    add: 'Für eine Adresse bürgen',
    addIt: 'Dafür bürgen',
    address: 'Mailadresse',
    since: 'Seit',
    withdraw: 'Zurücknehmen',
    withdrawIt: 'Nicht länger bürgen',
    withdrawMeans:
      'Von jetzt an erhält diese Adresse nur noch TLP:CLEAR, sofern sich nicht auch eine andere Organisation für sie verbürgt.',
  },
} as const satisfies Translation<typeof english, 'de'>;
