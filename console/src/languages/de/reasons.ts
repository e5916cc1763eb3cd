import type { reasons as english } from '../../../../core/contract/reasons.ts';
import type { Translation } from '../../../../core/contract/translation.ts';

export const reasons = {
  linkUnknown:
    'Dieser Link ist unbekannt oder nicht vollständig. Öffnen Sie ihn noch einmal aus der Mail, oder bitten Sie um einen neuen.',
  linkSpent: 'Dieser Link wurde schon benutzt; jeder gilt einmal. Bitten Sie um einen neuen.',
  linkExpired: 'Dieser Link ist zu alt. Bitten Sie um einen neuen.',
  linkOld: 'Dieser Link ist zu alt. Bitten Sie um einen anderen.',
  mailLink:
    'Dieser Link ist unbekannt oder zu alt, oder seine Mails sind beendet. Geben Sie Ihre Adresse auf der Seite für Mails ein, um einen neuen zu erhalten.',
  providerAlone:
    'Ihre Organisation meldet sich nur über ihren eigenen Identitätsanbieter an. Benutzen Sie Single Sign-on.',
  signedOut: 'Sie sind hier abgemeldet. Melden Sie sich erneut an.',
  signedInLong: 'Sie haben sich hier vor zu langer Zeit angemeldet. Melden Sie sich erneut an.',
  passkeyUnknown:
    'Dieser Passkey ist hier unbekannt, oder seine Antwort stimmt nicht. Versuchen Sie es mit einem anderen.',
  passkeyNobody: 'Dieser Passkey gehört niemandem, der Mitglied dieses Netzwerks ist.',
  passkeyKnown: 'Dieser Passkey ist schon bekannt.',
  passkeysMost: 'Sie haben {{most}} Passkeys; entfernen Sie einen, den Sie nicht mehr benutzen.',
  begunLong: 'Dies wurde vor zu langer Zeit begonnen oder schon beantwortet. Beginnen Sie von vorn.',
  codesWrong: 'Zu viele falsche Codes; der nächste gilt erst in {{seconds}} s.',
  requestsMany: 'Zu viele Anfragen; die nächste darf in {{seconds}} s kommen.',
  invitationAccepted: 'Diese Einladung wurde schon angenommen. Melden Sie sich mit einem Link an Ihre Adresse an.',
  invitationWithdrawn: 'Diese Einladung wurde zurückgezogen. Fragen Sie, wer sie gesendet hat.',
  invitationReplaced:
    'Eine neuere Einladung ist an die Stelle dieser getreten. Öffnen Sie den Link in der letzten Mail.',
  invitationOld: 'Diese Einladung ist zu alt. Bitten Sie um eine neue, wer sie gesendet hat.',
  memberAlready: '{{address}} ist schon die Adresse eines Mitglieds.',
  addressChanged: 'Ihre Adresse wurde geändert, seit dieser Link gesendet wurde. Bitten Sie um einen anderen.',
  addressProvider:
    'Der Identitätsanbieter Ihrer Organisation sagt, welche Adresse Sie haben. Lassen Sie sie dort ändern, und bitten Sie um eine neue Einladung.',
  answerLink:
    'Dieser Link geht nicht: Er ist zu alt oder nicht vollständig, oder wer ihn erhielt, darf nicht mehr antworten. Melden Sie sich an, um zu sehen, was wartet.',
  answerUsed: 'Dieser Link wurde schon benutzt.',
  answerGiven: 'Jemand aus Ihrem Team hat inzwischen geantwortet.',
  answerOver: 'Die Warnung ist vorbei, oder eine neuere Mail fragt.',
  answerRed: 'Was TLP:RED trägt, beantwortet nur, wer angemeldet ist.',
  answerLast: 'Dies war die letzte Stufe: Es ist niemand mehr da, der gefragt werden könnte.',
  answerFirst: 'Von „{{from}}“ geht eine Antwort nicht zu „{{to}}“; sie muss vorher wieder in Arbeit sein.',
  answerWorking: 'Von „{{from}}“ geht eine Antwort nicht zu „{{to}}“: Es wird schon daran gearbeitet.',
  warningOver: 'Stand der Warnung: {{state}}. Nur eine aktive lässt sich ändern.',
  revisionNewer: 'Die Warnung hat schon die Fassung {{revision}}; sehen Sie sie an, und ändern Sie dann diese.',
  commentsMost: 'Zu einer Warnung gibt es höchstens {{most}} Kommentare.',
  ownerLast:
    'Eine Organisation hat eine Leitung, und dies ist die letzte Person darin. Übertragen Sie die Leitung zuerst jemand anderem.',
  ownerMakes: 'In die Leitung nimmt nur auf, wer selbst dazugehört und angemeldet ist.',
  ownerChanges: 'Wer zur Leitung gehört, wird nur von der Leitung geändert.',
  ownerRemoves: 'Wer zur Leitung gehört, wird nur von der Leitung entfernt.',
  ownerRed: 'Auf die TLP:RED-Liste setzt oder von ihr nimmt nur, wer zur Leitung gehört und angemeldet ist.',
  ownRole: 'Niemand ändert die eigene Rolle; bitten Sie jemand anderes aus Leitung oder Verwaltung.',
  teamLast: 'Dies ist das letzte Team der Organisation, und eines bleibt. Fügen Sie zuerst ein anderes hinzu.',
  teamKeys: 'API-Schlüssel, die nur zu diesem Team gehören: {{keys}}. Widerrufen Sie sie, und entfernen Sie es dann.',
  domainClaimed: '{{name}} ist schon beansprucht.',
  domainElsewhere: 'Eine andere Organisation hat {{name}} nachgewiesen. Fragen Sie die Koordinierungsstelle.',
  recordMissing:
    'Unter {{name}} gibt es keinen TXT-Eintrag. Bis eine Änderung überall zu sehen ist, kann es eine Stunde dauern.',
  recordOther:
    'Im TXT-Eintrag unter {{name}} steht ein anderer Wert als der gefragte. Bis eine Änderung überall zu sehen ist, kann es eine Stunde dauern.',
  keysMost: 'Eine Organisation hat höchstens {{most}} Schlüssel. Widerrufen Sie die, die niemand benutzt.',
  subscriptionsMost:
    'Eine Organisation hat höchstens {{most}} Abonnements. Entfernen Sie eines, oder fassen Sie einen Filter weiter.',
  calendarsMost:
    'Sie haben {{most}} Kalenderadressen; mehr sind nicht vorgesehen. Beenden Sie eine, die kein Kalender liest.',
  storeAway: 'Die Datenbank ist gerade nicht erreichbar. Nichts ist verloren: Versuchen Sie es noch einmal.',
  storeAwayNow: 'Die Datenbank ist gerade nicht erreichbar; gespeichert wurde nichts. Versuchen Sie es noch einmal.',
} as const satisfies Translation<typeof english, 'de'>;
