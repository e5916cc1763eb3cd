import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Tre passi verso una rete che funziona',
    factor: 'Protegga il Suo account: una passkey o i codici di un’app.',
    toFactor: 'Al Suo account',
    admit: 'Ammetta la prima organizzazione della società civile e la prima piattaforma.',
    toAdmit: 'Alle organizzazioni',
    drill: 'Avvii una prima esercitazione e veda chi risponde e quando.',
    toDrill: 'Alle esercitazioni',
    done: 'Fatto',
    dismiss: 'Nascondi questi passi',
    empty: {
      cso: 'Ciò che emette sta qui, con chi ce l’ha e chi ha risposto; così pure ciò che altri emettono e Lei può vedere.',
      platform:
        'Le allerte compaiono qui da sole quando vengono emesse. Quelle che attendono la Sua risposta lo dicono.',
      coordinator: 'Le allerte di tutti i membri compaiono qui quando vengono emesse.',
      observer: 'Le allerte compaiono qui quando vengono emesse, fin dove arriva la Sua abilitazione.',
    },
    unsubscribed:
      'La Sua organizzazione non segue nulla: nessuna allerta attende la sua risposta e nessuno riceve e-mail.',
    toSubscriptions: 'Impostare che cosa seguire',
    practise: 'Esercitarsi a emettere un’allerta',
  },
  practice: {
    title: 'Prova guidata',
    lead: 'Lei emette un test: il vero modulo e la vera pagina, ma li vedono solo la Sua organizzazione e il coordinamento. Nessuno viene allarmato. Smetta quando vuole; ciò che ha fatto resta su questo dispositivo.',
    progress: 'Passo {{step}} di {{of}}: {{what}}',
    raise: 'Emetterla',
    raiseMeans: 'Il modulo è compilato. Cambi ciò che vuole; accanto c’è chi raggiungerebbe. Poi emetta l’allerta.',
    reach: 'Vedere chi raggiunge',
    reachMeans:
      'L’elenco «Chi ce l’ha» nomina chi ha ricevuto, visto e risposto a un’allerta. Ora è vuoto, perché un test non chiede nulla a nessuno.',
    revise: 'Modificarla',
    reviseMeans:
      'Prema «Modifica» e cambi una parola. Chi la legge vede che cosa è cambiato; se si aggrava, la risposta viene chiesta di nuovo.',
    clear: 'Dare il cessato allarme',
    clearMeans:
      'Prema «Cessato allarme» e dica perché è finita. Tutti quelli che avevano l’allerta lo vengono a sapere.',
    over: 'Ben fatto. Ha emesso, seguito, modificato e revocato un’allerta; con una vera è lo stesso.',
    seen: 'L’ho visto',
    toForm: 'Al modulo',
    toWarning: 'Alla Sua allerta di prova',
    steps: 'Tutti i passi',
    again: 'Esercitarsi ancora',
    headline: 'Prova: appelli a radunarsi davanti a un centro di accoglienza',
    text: 'Questa è una prova; non sta succedendo nulla. Da stamattina, post nominano un centro di accoglienza e un orario per radunarsi lì.',
  },
} as const satisfies Translation<typeof english, 'it'>;
