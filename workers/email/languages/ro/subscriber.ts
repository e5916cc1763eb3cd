import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Confirmați că doriți alerte prin e-mail',
    what: 'Cineva, sperăm că dumneavoastră, a introdus această adresă pentru a fi anunțat despre evenimente care pot stârni ură online.',
    how: 'Dacă este corect, deschideți pagina și apăsați butonul. Până atunci nu se mai trimite nimic la această adresă, oricine ar introduce-o din nou.',
    action: 'Confirmați adresa',
    holds_one: 'Linkul funcționează {{count}} zi; apoi adresa este ștearsă.',
    holds_few: 'Linkul funcționează {{count}} zile; apoi adresa este ștearsă.',
    holds_other: 'Linkul funcționează {{count}} de zile; apoi adresa este ștearsă.',
  },
  link: {
    heading: 'Alertele dumneavoastră prin e-mail',
    what: 'Cineva, sperăm că dumneavoastră, a introdus această adresă, care primește deja alerte. Prin link vedeți care anume și le puteți schimba, suspenda sau încheia.',
    action: 'Vedeți ce primiți',
    holds_one: 'Linkul funcționează {{count}} zi. Nu îl dați mai departe: cine îl are vă poate schimba mesajele.',
    holds_few: 'Linkul funcționează {{count}} zile. Nu îl dați mai departe: cine îl are vă poate schimba mesajele.',
    holds_other:
      'Linkul funcționează {{count}} de zile. Nu îl dați mai departe: cine îl are vă poate schimba mesajele.',
  },
  digest: {
    heading: 'Alerte începând cu {{since}}',
    more: 'Acest rezumat cuprinde mai mult decât de obicei: unul anterior a fost amânat sau omis.',
    new: 'Nouă',
    changed: 'Modificată',
    'called-off': 'Ridicată',
    retracted: 'Retrasă',
    expired: 'Expirată',
    ahead: 'În următoarele 14 zile',
    added: 'adăugat: {{names}}',
    removed: 'eliminat: {{names}}',
    rewritten: 'text rescris',
    amended: 'cu modificări',
    why: 'Primiți acest mesaj pentru că a fost cerut pentru această adresă.',
    action: 'Schimbați, suspendați sau încheiați aceste mesaje',
    end: 'Încheiați imediat aceste mesaje: {{url}}',
  },
} as const satisfies Translation<typeof english, 'ro'>;
