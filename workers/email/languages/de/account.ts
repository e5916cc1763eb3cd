import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Tocsin öffnen',
  unexpected: 'Wenn Sie diese Mail nicht erwartet haben, brauchen Sie nichts zu tun.',
  buttonFails: 'Falls der Knopf nicht funktioniert, öffnen Sie diese Adresse:',
  role: 'Rolle',
  kind: 'Art',
  reason: 'Begründung',
  confirmation: {
    subject: 'Bestätigen Sie diese Adresse für Warnungen an {{organisation}}',
    heading: 'Bestätigen Sie diese Adresse',
    what: '{{organisation}} möchte diese Adresse benachrichtigen, wenn Warnungen vor Hass im Netz die Organisation betreffen oder auf ihre Antwort warten.',
    how: 'Wenn das stimmt, öffnen Sie die Seite und drücken Sie den Knopf. Vorher wird nichts an diese Adresse gesendet.',
    action: 'Adresse bestätigen',
    holds_one: 'Der Link gilt {{count}} Tag.',
    holds_other: 'Der Link gilt {{count}} Tage.',
  },
  signIn: {
    heading: 'Bei Tocsin anmelden',
    how: 'Jemand, hoffentlich Sie, möchte sich mit dieser Adresse anmelden. Öffnen Sie die Seite und drücken Sie den Knopf.',
    keepIt: 'Niemand aus dem Netzwerk wird Sie je nach diesem Link fragen. Geben Sie ihn nicht weiter.',
    action: 'Anmelden',
    until: 'Der Link gilt ein einziges Mal, bis zum {{until}}.',
    notYou: 'Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun: Ohne den Link kommt niemand hinein.',
  },
  signInByProvider: {
    heading: 'Melden Sie sich über Ihre Organisation an',
    why: 'Jemand, hoffentlich Sie, hat für diese Adresse einen Anmeldelink zu Tocsin angefordert. Wer zu {{organisation}} gehört, meldet sich über den eigenen Identitätsanbieter der Organisation an; einen Link gibt es daher nicht.',
    how: 'Öffnen Sie die Anmeldeseite, geben Sie Ihre Adresse ein und wählen Sie „Single sign-on (SSO)“.',
    action: 'Anmeldeseite öffnen',
  },
  invitation: {
    heading: 'Einladung zu {{organisation}} auf Tocsin',
    by: '{{by}} von {{organisation}} lädt Sie ein.',
    invited: 'Sie sind zu {{organisation}} eingeladen.',
    what: 'Tocsin ist das Netzwerk, in dem zivilgesellschaftliche Organisationen Plattformen früh vor Ereignissen warnen, die Hass im Netz auslösen können.',
    action: 'Einladung ansehen',
    until: 'Der Link gilt ein einziges Mal, bis zum {{until}}.',
    notYou: 'Wenn Sie diese Mail nicht erwartet haben, brauchen Sie nichts zu tun: Ohne Sie tritt niemand bei.',
  },
  member: {
    removed: 'Sie sind kein Mitglied von {{organisation}} mehr',
    removedMeans:
      'Ihre Mitgliedschaft bei {{organisation}} auf Tocsin ist beendet, und Sie sind überall abgemeldet. Als Mitglied dieser Organisation erhalten Sie keine Mails mehr.',
    address: 'Ihre Mailadresse bei {{organisation}} wurde geändert',
    addressMeans:
      'Von jetzt an melden Sie sich bei {{organisation}} mit der Adresse an, die Sie bestätigt haben, und erhalten Mails dort und nicht mehr hier. Überall, wo Sie vorher angemeldet waren, sind Sie abgemeldet.',
    role: 'Ihre Rolle bei {{organisation}} hat sich geändert',
    roleMeans: 'Von jetzt an ist dies Ihre Rolle.',
    unexpected: 'Wenn Sie das nicht erwartet haben, fragen Sie die Leitung Ihrer Organisation.',
    visit: 'Zu Tocsin',
  },
  ownAddress: {
    heading: 'Diese Adresse auf Tocsin verwenden',
    what: 'Ein Mitglied von {{organisation}}, hoffentlich Sie, möchte sich von jetzt an mit dieser Adresse anmelden und Mails hier erhalten.',
    how: 'Wenn das stimmt, öffnen Sie die Seite dort, wo Sie angemeldet sind, und drücken Sie den Knopf. Vorher ändert sich nichts.',
    action: 'Diese Adresse verwenden',
    until: 'Der Link gilt ein einziges Mal, bis zum {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'Ein Passkey wurde hinzugefügt',
      what: 'Ihrem Konto wurde ein Passkey hinzugefügt. Mit ihm allein kann man sich anmelden.',
    },
    'passkey-removed': {
      heading: 'Ein Passkey wurde entfernt',
      what: 'Aus Ihrem Konto wurde ein Passkey entfernt.',
    },
    'totp-added': {
      heading: 'Einmalcodes wurden eingerichtet',
      what: 'Ihrem Konto wurde eine App hinzugefügt, die Einmalcodes erzeugt.',
    },
    'totp-removed': {
      heading: 'Einmalcodes wurden entfernt',
      what: 'Die Codes Ihrer App werden nicht mehr angenommen.',
    },
    'recovery-codes-made': {
      heading: 'Neue Wiederherstellungscodes wurden erstellt',
      what: 'Für Ihr Konto wurden neue Wiederherstellungscodes erstellt; die früheren gelten nicht mehr.',
    },
    'recovery-code-used': {
      heading: 'Ein Wiederherstellungscode wurde benutzt',
      what: 'Einer Ihrer Wiederherstellungscodes wurde benutzt. Er gilt nicht mehr; erstellen Sie neue, wenn nur noch wenige übrig sind.',
    },
    'factors-reset': {
      heading: 'Ihre Passkeys und Codes wurden entfernt',
      what: 'Die Verwaltung Ihrer Organisation hat Ihre Passkeys und Codes entfernt und Sie abgemeldet. Melden Sie sich mit einem Link an und richten Sie neue ein.',
    },
    yours:
      'Waren Sie das, ist nichts zu tun. Wenn nicht: Melden Sie sich jetzt an, beenden Sie die anderen Sitzungen, entfernen Sie, was nicht von Ihnen ist, und sagen Sie der Verwaltung Ihrer Organisation Bescheid.',
    action: 'Konto öffnen',
  },
  application: {
    confirm: {
      heading: 'Bestätigen Sie Ihren Aufnahmeantrag bei Tocsin',
      what: 'Jemand, hoffentlich Sie, hat für {{organisation}} die Aufnahme bei Tocsin beantragt und diese Adresse als Kontakt angegeben.',
      action: 'Antrag bestätigen',
    },
    asked: {
      heading: 'Eine Rückfrage zu Ihrem Aufnahmeantrag bei Tocsin',
      what: 'Die Koordinierungsstelle hat eine Frage zum Antrag von {{organisation}}:',
      action: 'Antworten',
    },
    refused: {
      heading: 'Ihr Aufnahmeantrag bei Tocsin wurde abgelehnt',
      what: 'Die Koordinierungsstelle hat den Antrag von {{organisation}} abgelehnt und begründet das so:',
      action: 'Antrag ansehen',
    },
    admitted: {
      heading: '{{organisation}} ist bei Tocsin aufgenommen',
      what: '{{organisation}} ist von jetzt an Mitglied des Netzwerks. Eine zweite Mail lädt Sie als Leitung ein; mit ihrem Link melden Sie sich zum ersten Mal an.',
      action: 'Antrag ansehen',
    },
    confirmHow: 'Öffnen Sie die Seite und bestätigen Sie; erst dann sieht die Koordinierungsstelle den Antrag.',
    waits: '{{organisation}} möchte aufgenommen werden',
    waitsHow: 'Der Antrag wartet auf Sie: Nehmen Sie ihn an, fragen Sie zurück oder lehnen Sie ab.',
    waitsAction: 'Antrag öffnen',
  },
  organisation: {
    addressErased: 'Eine gelöschte Adresse steht nicht mehr in Ihren Einstellungen',
    addressErasedWhat:
      'Gelöscht wurde eine Person, deren Mailadresse in Eskalationsregeln oder einem Abonnement genannt war. Betroffen: {{teams}}. Wo sonst niemand genannt war, wird jetzt die Leitung der Organisation benachrichtigt.',
    addressErasedDo: 'Sehen Sie beides durch, und nennen Sie jemand anderen, wo es nötig ist.',
    left: '{{organisation}} hat das Netzwerk verlassen',
    leftMeans:
      'Die Leitung von {{organisation}} hat die Mitgliedschaft beendet. Schlüssel und Sitzungen gelten nicht mehr; ihre Warnungen und Antworten bleiben verzeichnet.',
    suspended: {
      heading: '{{organisation}} ist gesperrt',
      what: 'Die Personen und Schlüssel der Organisation haben keinen Zugang, und von ihr wird nichts verlangt, bis die Koordinierungsstelle die Sperre aufhebt. Es geht nichts verloren.',
    },
    resumed: {
      heading: '{{organisation}} ist wieder dabei',
      what: 'Die Sperre ist aufgehoben. Melden Sie sich wieder an; auch die Schlüssel gelten wieder.',
    },
    braked: {
      heading: '{{organisation}} kann vorerst keine Warnungen herausgeben',
      what: 'Die Koordinierungsstelle hat das Herausgeben angehalten. Lesen, Aufheben und alles andere gehen weiter; Warnungen sind wieder möglich, sobald die Koordinierungsstelle sie freigibt.',
    },
    released: {
      heading: '{{organisation}} kann wieder Warnungen herausgeben',
      what: 'Die Koordinierungsstelle hat das Herausgeben wieder freigegeben.',
    },
    retracted: {
      heading: 'Die Warnungen von {{organisation}} wurden zurückgezogen',
      what: 'Die Koordinierungsstelle hat alle laufenden Warnungen der Organisation aufgehoben, und alle, die sie erhalten haben, erfahren es. Ersetzen Sie, was in fremde Hände geraten sein kann: Schlüssel, Passkeys, Sitzungen.',
    },
    unclear: 'Wenden Sie sich an die Koordinierungsstelle des Netzwerks, wenn Ihnen daran etwas unklar ist.',
  },
  policyGap: {
    what: 'Das hat eine Probe der Regeln nach heutigem Stand ergeben, bevor eine Warnung darauf trifft.',
    do: 'Nennen Sie jemand anderen, oder lassen Sie die Adresse über den Link bestätigen, der dorthin gemailt wurde.',
    why: 'Diese Mail geht einmal für jeden Eintrag an alle, die die Organisation leiten oder verwalten; wo es niemanden gibt, an die Koordinierungsstelle.',
  },
  suppression: {
    comesBack: {
      heading: 'Mails an eine Ihrer Adressen kommen zurück',
      do: 'Fragen Sie die Person, die dort liest, welche Adresse jetzt gilt. Hat sie sich geändert, ändern Sie sie; nimmt sie wieder Mails an, wählen Sie „Wieder mailen“ auf der Seite mit Ihren Leuten.',
    },
    complaint: {
      heading: 'Eine Ihrer Adressen hat unsere Mails als unerwünscht gemeldet',
      do: 'Fragen Sie die Person, die dort liest, welche Mails gewünscht sind, und ändern Sie die Abonnements. War es ein Versehen, wählen Sie „Wieder mailen“ auf der Seite mit Ihren Leuten.',
    },
    why: {
      'no-mailbox': 'Der Mailserver dort sagt, dass es dieses Postfach nicht gibt.',
      'not-taken':
        'Mehrere Mails hintereinander ließen sich dort nicht zustellen: Das Postfach ist voll, oder sein Server nimmt keine Mails an.',
      complaint: 'Wer dort liest, hat eine Mail dieses Netzwerks als Spam gemeldet.',
    },
    means:
      'Von jetzt an geht nichts mehr dorthin, worauf sich verzichten lässt: keine Warnungen aus Abonnements. Eskalationen werden weiter versucht, ebenso alles, worum jemand bittet, etwa ein Link zur Anmeldung; verlassen Sie sich nicht darauf.',
    address: 'Adresse',
    since: 'Seit',
    said: 'Was gesagt wurde',
    action: 'Die Personen Ihrer Organisation öffnen',
    once: 'Sie erfahren das für jede Adresse einmal.',
  },
} as const satisfies Translation<typeof english, 'de'>;
