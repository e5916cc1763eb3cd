import type { Translation } from '../../../../core/contract/translation.ts';
import type { delivering as english } from '../en/delivering.ts';

export const delivering = {
  deliveries: {
    title: 'Messaggi inviati',
    lead: 'Ciò che è stato inviato ai vostri membri e indirizzi, dal più recente, e che cosa ne è stato; mai il contenuto.',
    leadNetwork:
      'Ciò che è stato inviato ai vostri membri e indirizzi, e a chi si è abbonato senza account; mai il contenuto.',
    filter: 'Filtro',
    state: 'Che cosa ne è stato',
    anyState: 'Tutto',
    since: 'Dal',
    until: 'Al',
    none: 'Non è stato inviato nulla del genere.',
    nothing:
      'Non vi è stato ancora inviato nulla. Un messaggio parte quando scatta un passo della vostra politica di escalation, quando un abbonamento indica un indirizzo e quando qualcuno accede con un link.',
    when: 'Quando',
    what: 'Che cosa',
    to: 'A',
    fate: 'Esito',
    answer: 'Risposta',
    erased: 'Un indirizzo che è stato cancellato',
    theWarning: 'allerta …{{id}}',
    attempts_one: '{{count}} tentativo',
    attempts_many: '{{count}} tentativi',
    attempts_other: '{{count}} tentativi',
    next: 'il prossimo',
    states: {
      pending: { label: 'In attesa', definition: 'Parte presto, o si riprova.' },
      sent: { label: 'Inviato', definition: 'Il server di posta lo ha accettato e nulla è tornato.' },
      failed: { label: 'Fallito', definition: 'Il server di posta lo ha rifiutato, o vi si è rinunciato.' },
      superseded: { label: 'Non necessario', definition: 'Non serviva più quando doveva partire.' },
      bounced: { label: 'Tornato', definition: 'Il server di posta lo ha accettato, ma non è stato recapitato.' },
    },
    kinds: {
      escalation: 'Passo di un’escalation',
      unreached: 'Un passo non ha raggiunto nessuno',
      missed: 'Un destinatario non è avvisato',
      'policy-gap': 'Una politica ha una lacuna',
      'stand-down': 'Cessato bisogno',
      warning: 'Allerta',
      'first-answer': 'Prima risposta',
      outcomes: 'Esiti',
      digest: 'Riepilogo',
      confirmation: 'Indirizzo da confermare',
      'subscriber-confirmation': 'Indirizzo senza account da confermare',
      'subscriber-link': 'Link per un abbonato',
      'sign-in': 'Link per accedere',
      'sign-in-by-provider': 'Modo per accedere',
      invitation: 'Invito',
      'factor-changed': 'Passkey o codice cambiato',
      'member-changed': 'Appartenenza cambiata',
      'own-address': 'Nuovo indirizzo da confermare',
      application: 'Notizie di una domanda',
      'application-waits': 'Una domanda attende',
      'organisation-news': 'Notizie dal coordinamento',
      'organisation-left': 'Un’organizzazione è uscita',
      'address-erased': 'Un indirizzo è stato cancellato',
      'address-suppressed': 'I messaggi tornano',
    },
  },
  suppressions: {
    title: 'Da qui i messaggi tornano indietro',
    lead: 'Questi indirizzi non ricevono allerte per posta finché non riprendete l’invio. Le escalation si tentano ancora, ma non vi si può fare affidamento.',
    since: 'Da',
    said: 'Che cosa è stato risposto',
    again: 'Riprendere l’invio',
    againIt: 'Riprendere l’invio',
    againMeans:
      'Lo faccia quando sa che l’indirizzo riceve posta, o che chi lo legge la vuole. Ciò che torna dopo conta da capo.',
    reasons: {
      'no-mailbox': {
        label: 'I messaggi tornano',
        definition: 'Il server di posta dice che quella casella non esiste.',
      },
      'not-taken': {
        label: 'I messaggi tornano',
        definition:
          'Diversi messaggi di seguito non sono stati recapitati: una casella piena, o un server che non li accetta.',
      },
      complaint: {
        label: 'Segnalato',
        definition: 'Chi lo legge ha segnalato un messaggio di questa rete come indesiderato.',
      },
    },
  },
} as const satisfies Translation<typeof english, 'it'>;
