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
} as const satisfies Translation<typeof english, 'it'>;
