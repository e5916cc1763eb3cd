import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Bezig met uitloggen',
    lead: 'Een ogenblik.',
    failed: 'Het netwerk is niet bereikbaar, dus u bent op dit apparaat nog ingelogd.',
    otherwise:
      'Deze pagina blijft het proberen; laat haar open tot er staat dat u kunt inloggen. Kunt u niet wachten: verwijder in uw browser de cookies van deze site, of beëindig deze sessie vanaf een ander apparaat, onder ‘Uw account’.',
    stay: 'Ingelogd blijven',
  },
} as const satisfies Translation<typeof english, 'nl'>;
