import type { Translation } from '../../../../core/contract/translation.ts';
import type { delivering as english } from '../en/delivering.ts';

export const delivering = {
  deliveries: {
    title: 'Gesendete Mails',
    lead: 'Was an Ihre Personen und Adressen gemailt wurde, das Neueste zuerst, und was daraus wurde; nie, was darin stand.',
    leadNetwork:
      'Was an Ihre Personen und Adressen gemailt wurde und an alle, die ohne Konto abonniert haben; nie, was darin stand.',
    filter: 'Filter',
    state: 'Was daraus wurde',
    anyState: 'Alles',
    since: 'Von',
    until: 'Bis',
    none: 'Davon wurde nichts gemailt.',
    nothing:
      'Ihnen wurde noch nichts gemailt. Mails gehen hinaus, wenn eine Stufe Ihrer Eskalationsregeln auslöst, wenn ein Abonnement eine Adresse nennt und wenn sich jemand mit einem Link anmeldet.',
    when: 'Wann',
    what: 'Was',
    to: 'An',
    fate: 'Ergebnis',
    answer: 'Antwort',
    erased: 'Eine Adresse, die gelöscht wurde',
    theWarning: 'Warnung …{{id}}',
    attempts_one: '{{count}} Versuch',
    attempts_other: '{{count}} Versuche',
    next: 'nächster',
    states: {
      pending: { label: 'Wartet', definition: 'Sie geht bald hinaus oder wird noch einmal versucht.' },
      sent: { label: 'Gesendet', definition: 'Der Mailserver hat sie angenommen, und nichts kam zurück.' },
      failed: { label: 'Gescheitert', definition: 'Der Mailserver hat sie abgelehnt, oder sie wurde aufgegeben.' },
      superseded: { label: 'Nicht nötig', definition: 'Sie wurde nicht mehr gebraucht, als sie hinausgehen sollte.' },
      bounced: {
        label: 'Zurückgekommen',
        definition: 'Der Mailserver hat sie angenommen, und sie ließ sich nicht zustellen.',
      },
    },
    kinds: {
      escalation: 'Stufe einer Eskalation',
      unreached: 'Eine Stufe erreichte niemanden',
      missed: 'Ein Ziel erfährt nichts',
      'policy-gap': 'Regeln haben eine Lücke',
      'stand-down': 'Entwarnung an Benachrichtigte',
      warning: 'Warnung',
      'first-answer': 'Erste Antwort',
      outcomes: 'Ergebnisse',
      digest: 'Zusammenfassung',
      confirmation: 'Adresse zu bestätigen',
      'subscriber-confirmation': 'Adresse ohne Konto zu bestätigen',
      'subscriber-link': 'Link zu einem Abonnement ohne Konto',
      'sign-in': 'Link zur Anmeldung',
      'sign-in-by-provider': 'Weg zur Anmeldung',
      invitation: 'Einladung',
      'factor-changed': 'Passkey oder Code geändert',
      'member-changed': 'Mitgliedschaft geändert',
      'own-address': 'Neue Adresse zu bestätigen',
      application: 'Neues von einem Antrag',
      'application-waits': 'Ein Antrag wartet',
      'organisation-news': 'Neues von der Koordinierungsstelle',
      'organisation-left': 'Eine Organisation ging',
      'address-erased': 'Eine Adresse wurde gelöscht',
      'address-suppressed': 'Mails kommen zurück',
    },
  },
  suppressions: {
    title: 'Von hier kommen Mails zurück',
    lead: 'Diese Adressen bekommen keine Warnungen per Mail, bis Sie ihnen wieder mailen lassen. Eskalationen werden weiter versucht; verlassen Sie sich nicht darauf.',
    since: 'Seit',
    said: 'Was gesagt wurde',
    again: 'Wieder mailen',
    againIt: 'Wieder mailen',
    againMeans:
      'Tun Sie das, sobald Sie wissen, dass die Adresse Mails annimmt oder dass sie gewünscht sind. Was danach zurückkommt, zählt von neuem.',
    reasons: {
      'no-mailbox': {
        label: 'Mails kommen zurück',
        definition: 'Der Mailserver dort sagt, dass es dieses Postfach nicht gibt.',
      },
      'not-taken': {
        label: 'Mails kommen zurück',
        definition:
          'Mehrere Mails hintereinander ließen sich dort nicht zustellen: ein volles Postfach oder ein Server, der sie nicht annimmt.',
      },
      complaint: {
        label: 'Gemeldet',
        definition: 'Wer sie liest, hat eine Mail dieses Netzwerks als unerwünscht gemeldet.',
      },
    },
  },
} as const satisfies Translation<typeof english, 'de'>;
