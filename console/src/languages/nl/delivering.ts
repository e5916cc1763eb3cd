import type { Translation } from '../../../../core/contract/translation.ts';
import type { delivering as english } from '../en/delivering.ts';

export const delivering = {
  deliveries: {
    title: 'Verzonden mail',
    lead: 'Wat aan uw mensen en adressen is gemaild, het nieuwste eerst, en wat ervan is geworden; nooit wat erin stond.',
    leadNetwork:
      'Wat is gemaild aan uw mensen en adressen, en aan wie zich zonder account heeft geabonneerd; nooit wat erin stond.',
    filter: 'Filter',
    state: 'Wat ervan is geworden',
    anyState: 'Alles',
    since: 'Van',
    until: 'Tot',
    none: 'Hiervan is niets gemaild.',
    nothing:
      'Er is u nog niets gemaild. Er gaat mail uit als een stap van uw escalatiebeleid ingaat, als een abonnement een adres noemt en als iemand met een link inlogt.',
    when: 'Wanneer',
    what: 'Wat',
    to: 'Aan',
    fate: 'Resultaat',
    answer: 'Antwoord',
    erased: 'Een adres dat is gewist',
    theWarning: 'waarschuwing …{{id}}',
    attempts_one: '{{count}} poging',
    attempts_other: '{{count}} pogingen',
    next: 'de volgende',
    states: {
      pending: { label: 'Wacht', definition: 'De mail vertrekt zo, of wordt nog eens geprobeerd.' },
      sent: { label: 'Verzonden', definition: 'De mailserver nam de mail aan en er kwam niets terug.' },
      failed: { label: 'Mislukt', definition: 'De mailserver weigerde de mail, of die is opgegeven.' },
      superseded: { label: 'Niet nodig', definition: 'De mail was niet meer gewenst toen die zou vertrekken.' },
      bounced: {
        label: 'Teruggekomen',
        definition: 'De mailserver nam de mail aan, maar die kon niet worden bezorgd.',
      },
    },
    kinds: {
      escalation: 'Stap van een escalatie',
      unreached: 'Een stap bereikte niemand',
      missed: 'Een ontvanger krijgt geen bericht',
      'policy-gap': 'Een beleid heeft een gat',
      'stand-down': 'Niet meer nodig',
      warning: 'Waarschuwing',
      'first-answer': 'Eerste antwoord',
      outcomes: 'Uitkomsten',
      digest: 'Overzicht',
      confirmation: 'Adres te bevestigen',
      'subscriber-confirmation': 'Adres zonder account te bevestigen',
      'subscriber-link': 'Link voor een abonnee',
      'sign-in': 'Link om in te loggen',
      'sign-in-by-provider': 'Manier om in te loggen',
      invitation: 'Uitnodiging',
      'factor-changed': 'Passkey of code gewijzigd',
      'member-changed': 'Lidmaatschap gewijzigd',
      'own-address': 'Nieuw adres te bevestigen',
      application: 'Nieuws over een aanmelding',
      'application-waits': 'Een aanmelding wacht',
      'organisation-news': 'Nieuws van de coördinator',
      'organisation-left': 'Een organisatie is vertrokken',
      'address-erased': 'Een adres is gewist',
      'address-suppressed': 'Mail komt terug',
    },
  },
  suppressions: {
    title: 'Hiervandaan komt mail terug',
    lead: 'Deze adressen krijgen geen waarschuwingen per mail tot u ze weer laat mailen. Escalaties worden nog geprobeerd, maar reken er niet op.',
    since: 'Sinds',
    said: 'Wat er werd gezegd',
    again: 'Weer mailen',
    againIt: 'Weer mailen',
    againMeans:
      'Doe dit zodra u weet dat het adres mail aanneemt, of dat wie het leest die wil. Wat daarna terugkomt, telt opnieuw.',
    reasons: {
      'no-mailbox': { label: 'Mail komt terug', definition: 'De mailserver daar zegt dat die mailbox niet bestaat.' },
      'not-taken': {
        label: 'Mail komt terug',
        definition:
          'Meerdere mails achter elkaar konden daar niet worden bezorgd: een volle mailbox, of een server die ze niet aanneemt.',
      },
      complaint: { label: 'Gemeld', definition: 'Wie het leest, heeft een mail van dit netwerk als ongewenst gemeld.' },
    },
  },
} as const satisfies Translation<typeof english, 'nl'>;
