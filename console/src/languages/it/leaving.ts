import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Uscita',
    lead: 'Un momento.',
    failed: 'La rete non è raggiungibile, perciò l’accesso su questo dispositivo è ancora attivo.',
    otherwise:
      'Questa pagina continua a provare; la lasci aperta finché non dice che può accedere. Se non può attendere: cancelli i cookie di questo sito nel browser, o chiuda questa sessione da un altro dispositivo, in «Il Suo account».',
    stay: 'Resta connesso',
  },
} as const satisfies Translation<typeof english, 'it'>;
