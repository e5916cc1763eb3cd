import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Confermi di voler ricevere le allerte per e-mail',
    what: 'Qualcuno, speriamo Lei, ha inserito questo indirizzo per essere avvisato di eventi che possono scatenare odio online.',
    how: 'Se è corretto, apra la pagina e prema il pulsante. Prima di allora non viene inviato altro a questo indirizzo, chiunque lo inserisca di nuovo.',
    action: 'Conferma l’indirizzo',
    holds_one: 'Il collegamento vale {{count}} giorno; poi l’indirizzo viene cancellato.',
    holds_many: 'Il collegamento vale {{count}} giorni; poi l’indirizzo viene cancellato.',
    holds_other: 'Il collegamento vale {{count}} giorni; poi l’indirizzo viene cancellato.',
  },
  link: {
    heading: 'Le Sue allerte per e-mail',
    what: 'Qualcuno, speriamo Lei, ha inserito questo indirizzo, che riceve già allerte. Dal collegamento vede quali e può modificarle, sospenderle o terminarle.',
    action: 'Vedi che cosa riceve',
    holds_one: 'Il collegamento vale {{count}} giorno. Non lo inoltri: chi lo possiede può modificare i Suoi messaggi.',
    holds_many:
      'Il collegamento vale {{count}} giorni. Non lo inoltri: chi lo possiede può modificare i Suoi messaggi.',
    holds_other:
      'Il collegamento vale {{count}} giorni. Non lo inoltri: chi lo possiede può modificare i Suoi messaggi.',
  },
  digest: {
    heading: 'Allerte dal giorno {{since}}',
    more: 'Questo riepilogo comprende più del solito: uno precedente è stato rinviato o non è partito.',
    new: 'Nuova',
    changed: 'Modificata',
    'called-off': 'Revocata',
    retracted: 'Ritirata',
    expired: 'Scaduta',
    ahead: 'Nei prossimi 14 giorni',
    added: 'aggiunto: {{names}}',
    removed: 'rimosso: {{names}}',
    rewritten: 'nuova formulazione',
    amended: 'con modifiche',
    why: 'Riceve questo messaggio perché questo indirizzo l’ha chiesto.',
    action: 'Modifica, sospendi o termina questi messaggi',
    end: 'Termina subito questi messaggi: {{url}}',
  },
} as const satisfies Translation<typeof english, 'it'>;
