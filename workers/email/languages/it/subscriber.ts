import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Confermi di voler ricevere gli avvisi per e-mail',
    what: 'Qualcuno, speriamo lei, ha inserito questo indirizzo per essere avvisato di eventi che possono scatenare odio online.',
    how: 'Se è così, apra la pagina e prema il pulsante. Prima di allora non viene inviato altro a questo indirizzo, chiunque lo inserisca di nuovo.',
    action: 'Conferma l’indirizzo',
    holds_one: 'Il link funziona per {{count}} giorno; poi l’indirizzo viene dimenticato.',
    holds_many: 'Il link funziona per {{count}} giorni; poi l’indirizzo viene dimenticato.',
    holds_other: 'Il link funziona per {{count}} giorni; poi l’indirizzo viene dimenticato.',
  },
  link: {
    heading: 'I suoi avvisi per e-mail',
    what: 'Qualcuno, speriamo lei, ha inserito questo indirizzo, che riceve già avvisi. Dal link vede quali e può modificarli, sospenderli o terminarli.',
    action: 'Vedi che cosa riceve',
    holds_one: 'Il link funziona per {{count}} giorno. Non lo inoltri: chi lo possiede può modificare le sue e-mail.',
    holds_many: 'Il link funziona per {{count}} giorni. Non lo inoltri: chi lo possiede può modificare le sue e-mail.',
    holds_other: 'Il link funziona per {{count}} giorni. Non lo inoltri: chi lo possiede può modificare le sue e-mail.',
  },
  digest: {
    heading: 'Avvisi dal {{since}}',
    more: 'Questo riepilogo comprende più del solito: uno precedente è stato rinviato o mancato.',
    new: 'Nuovo',
    changed: 'Modificato',
    'called-off': 'Annullato',
    retracted: 'Ritirato',
    expired: 'Scaduto',
    ahead: 'Nei prossimi 14 giorni',
    added: 'aggiunto: {{names}}',
    removed: 'rimosso: {{names}}',
    rewritten: 'riscritto',
    why: 'Riceve questa e-mail perché questo indirizzo l’ha chiesta.',
    action: 'Modifica, sospendi o termina queste e-mail',
    end: 'Termina subito queste e-mail: {{url}}',
  },
} as const satisfies Translation<typeof english, 'it'>;
