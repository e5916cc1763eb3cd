import type { Translation } from '../../../../core/contract/translation.ts';
import type { mailing as english } from '../en/mailing.ts';

export const mailing = {
  mail: {
    title: 'Allerte per e-mail',
    lead: 'Chiunque può ricevere per e-mail le allerte pubbliche di Tocsin, senza account. Inserisca il Suo indirizzo, scelga che cosa vuole e quando; poi un messaggio Le chiede di confermare.',
    address: 'Il Suo indirizzo e-mail',
    addressHint:
      'Prima della conferma è inviato solo quel messaggio. Se è già abbonato, riceve un collegamento a ciò che Le arriva, e nulla cambia finché non lo usa.',
    what: 'Che cosa riceve',
    whatMeans:
      'Le allerte contrassegnate TLP:CLEAR; anche quelle TLP:GREEN quando un’organizzazione membro garantisce per il Suo indirizzo. Ciò che lascia vuoto non restringe nulla.',
    when: 'Quando lo riceve',
    rhythm: 'Con quale frequenza',
    rhythms: {
      instant: { label: 'Subito', definition: 'Un messaggio per ogni evento.' },
      daily: { label: 'Ogni giorno', definition: 'Un riepilogo al giorno, se è successo qualcosa.' },
      weekly: { label: 'Ogni settimana', definition: 'Un riepilogo alla settimana, se è successo qualcosa.' },
    },
    day: 'Giorno',
    hour: 'Ora',
    timeZone: 'Fuso orario',
    language: 'Lingua delle e-mail',
    submit: 'Chiedi le allerte per e-mail',
    done: 'Guardi la Sua posta',
    doneMeans:
      'Un messaggio è in viaggio verso {{address}}. Apra il collegamento per confermare, o per vedere che cosa riceve se ha già confermato.',
    again:
      'Se non arriva nulla: è inviato un solo messaggio di conferma, il cui collegamento vale 7 giorni; un collegamento a ciò che riceve, una volta al giorno.',
  },
  mailConfirmation: {
    title: 'Confermi il Suo indirizzo',
    lead: 'Prema il pulsante e da ora Tocsin Le invia ciò che ha chiesto. Può modificarlo o terminarlo in ogni momento.',
    noToken: 'Apra il collegamento nel messaggio: porta qui.',
    confirm: 'Conferma l’indirizzo',
    done: 'Confermato. D’ora in poi i messaggi Le arrivano.',
  },
  mailPreferences: {
    title: 'Le Sue allerte per e-mail',
    noToken: 'Apra il collegamento in uno dei Suoi messaggi: porta a ciò che riceve.',
    opening: 'Apertura di ciò che riceve …',
    newLink: 'Chiedi un nuovo collegamento',
    instant: 'Riceve subito un messaggio per ogni evento.',
    daily: 'Riceve un riepilogo al giorno, alle {{hour}} ({{timeZone}}), se è successo qualcosa.',
    weekly: 'Riceve un riepilogo alla settimana, {{day}} alle {{hour}} ({{timeZone}}), se è successo qualcosa.',
    address: 'Indirizzo',
    marked: 'Contrassegno',
    vouched: 'Un’organizzazione membro garantisce per Lei.',
    next: 'Prossimo riepilogo',
    everything: 'Tutto',
    change: 'Modifica ciò che riceve',
    changed: 'Salvato.',
    pausedUntil: 'Sospeso fino al {{moment}}. Ciò che accade intanto arriva dopo.',
    pause: 'Sospendi',
    pauseFor: 'Per quanto tempo',
    pauseMeans:
      'Intanto non è inviato nulla, e nulla va perduto: arriva nel primo messaggio successivo. Può riprendere prima.',
    days: { '7': 'Una settimana', '30': '30 giorni', '90': '90 giorni', '365': 'Un anno, o finché non riprende' },
    pauseIt: 'Sospendi i messaggi',
    paused: 'Sospeso.',
    resume: 'Riprendi ora',
    resumed: 'I messaggi riprendono.',
    end: 'Termina i messaggi',
    endMeans: 'Il Suo indirizzo è cancellato e non vi è inviato più nulla. Può chiederlo di nuovo in ogni momento.',
    endIt: 'Cancella il mio indirizzo',
    ended: 'I messaggi sono terminati. Il Suo indirizzo è cancellato. Può chiudere questa pagina.',
  },
  vouches: {
    title: 'Allerte per e-mail',
    lead: 'Chi si abbona alle allerte per e-mail con un indirizzo per cui Lei garantisce può ricevere ciò che è contrassegnato TLP:GREEN, oltre a TLP:CLEAR. Non viene a sapere se si abbona.',
    page: 'La pagina per abbonarsi',
    none: 'Non garantisce per nessuno.',
    add: 'Garantisci per un indirizzo',
    addIt: 'Garantisci',
    address: 'Indirizzo e-mail',
    since: 'Dal',
    withdraw: 'Ritira',
    withdrawIt: 'Non garantire più',
    withdrawMeans:
      'D’ora in poi questo indirizzo riceve solo TLP:CLEAR, salvo che un’altra organizzazione garantisca per esso.',
  },
} as const satisfies Translation<typeof english, 'it'>;
