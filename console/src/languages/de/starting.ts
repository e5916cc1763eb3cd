import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Drei Schritte zu einem Netzwerk, das warnt',
    factor: 'Sichern Sie Ihr Konto: mit einem Passkey oder den Codes einer App.',
    toFactor: 'Zu Ihrem Konto',
    admit: 'Nehmen Sie die erste zivilgesellschaftliche Organisation und die erste Plattform auf.',
    toAdmit: 'Zu den Organisationen',
    drill: 'Führen Sie eine erste Übung durch, und sehen Sie, wer wann antwortet.',
    toDrill: 'Zu den Übungen',
    done: 'Erledigt',
    dismiss: 'Diese Schritte ausblenden',
    empty: {
      cso: 'Was Sie herausgeben, steht hier: wer es hat und wer geantwortet hat. Ebenso, was andere herausgeben und Sie sehen dürfen.',
      platform:
        'Warnungen erscheinen hier von selbst, sobald sie herausgegeben werden. Bei denen, die auf Ihre Antwort warten, steht es dabei.',
      coordinator: 'Die Warnungen aller Mitglieder erscheinen hier, sobald sie herausgegeben werden.',
      observer: 'Warnungen erscheinen hier, sobald sie herausgegeben werden, soweit Ihre Freigabe reicht.',
    },
    unsubscribed:
      'Ihre Organisation hat nichts abonniert: Keine Warnung wartet auf ihre Antwort, und niemand erhält eine Mail.',
    toSubscriptions: 'Festlegen, was Sie verfolgen',
    practise: 'Das Herausgeben üben',
  },
  practice: {
    title: 'Zum Üben',
    lead: 'Sie geben einen Test heraus: das echte Formular und die echte Seite, aber nur Ihre eigene Organisation und die Koordinierungsstelle sehen ihn. Niemand wird alarmiert. Hören Sie auf, wann Sie möchten; was Sie getan haben, bleibt auf diesem Gerät.',
    progress: 'Schritt {{step}} von {{of}}: {{what}}',
    raise: 'Herausgeben',
    raiseMeans:
      'Das Formular ist ausgefüllt. Ändern Sie, was Sie möchten; daneben steht, wen es erreichen würde. Geben Sie die Warnung dann heraus.',
    reach: 'Sehen, wen sie erreicht',
    reachMeans:
      'Die Liste „Wer sie hat“ nennt, wer eine Warnung erhalten, gesehen und beantwortet hat. Jetzt ist sie leer, denn ein Test fragt niemanden.',
    revise: 'Ändern',
    reviseMeans:
      'Drücken Sie „Ändern“, und ändern Sie ein Wort. Wer sie liest, sieht, was anders ist; wird eine Warnung ernster, wird erneut um Antwort gebeten.',
    clear: 'Entwarnung geben',
    clearMeans:
      'Drücken Sie „Entwarnung“, und sagen Sie, warum es vorbei ist. Alle, die die Warnung hatten, erfahren es.',
    over: 'Gut gemacht. Sie haben eine Warnung herausgegeben, verfolgt, geändert und beendet; im Ernstfall ist es dasselbe.',
    seen: 'Ich habe es gesehen',
    toForm: 'Zum Formular',
    toWarning: 'Zu Ihrer Übungswarnung',
    steps: 'Alle Schritte',
    again: 'Noch einmal üben',
    headline: 'Zum Üben: Aufrufe zu einer Versammlung vor einer Unterkunft',
    text: 'Dies dient dem Üben; es geschieht nichts. Seit heute Morgen nennen Beiträge eine Unterkunft und eine Uhrzeit, um sich dort zu versammeln.',
  },
} as const satisfies Translation<typeof english, 'de'>;
