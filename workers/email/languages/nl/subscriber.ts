import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Bevestig dat u waarschuwingen per mail wilt',
    what: 'Iemand, hopelijk u, heeft dit adres ingevuld om bericht te krijgen over gebeurtenissen die haat op internet kunnen uitlokken.',
    how: 'Klopt dat, open dan de pagina en druk op de knop. Tot die tijd wordt er niets meer naar dit adres gestuurd, wie het ook opnieuw invult.',
    action: 'Adres bevestigen',
    holds_one: 'De link is {{count}} dag geldig; daarna wordt het adres gewist.',
    holds_other: 'De link is {{count}} dagen geldig; daarna wordt het adres gewist.',
  },
  link: {
    heading: 'Uw waarschuwingen per mail',
    what: 'Iemand, hopelijk u, heeft dit adres ingevuld, en het krijgt al waarschuwingen. Achter de link ziet u welke, en kunt u ze wijzigen, pauzeren of beëindigen.',
    action: 'Bekijk wat u krijgt',
    holds_one: 'De link is {{count}} dag geldig. Geef hem niet door: wie hem heeft, kan uw mails wijzigen.',
    holds_other: 'De link is {{count}} dagen geldig. Geef hem niet door: wie hem heeft, kan uw mails wijzigen.',
  },
  digest: {
    heading: 'Waarschuwingen sinds {{since}}',
    more: 'Dit overzicht omvat meer dan anders: een eerder overzicht is uitgesteld of overgeslagen.',
    new: 'Nieuw',
    changed: 'Gewijzigd',
    'called-off': 'Ingetrokken',
    retracted: 'Teruggeroepen',
    expired: 'Verlopen',
    ahead: 'In de komende 14 dagen',
    added: 'toegevoegd: {{names}}',
    removed: 'verwijderd: {{names}}',
    rewritten: 'herschreven',
    amended: 'met wijzigingen',
    why: 'U krijgt deze mail omdat dit adres erom heeft gevraagd.',
    action: 'Deze mails wijzigen, pauzeren of beëindigen',
    end: 'Deze mails meteen beëindigen: {{url}}',
  },
} as const satisfies Translation<typeof english, 'nl'>;
