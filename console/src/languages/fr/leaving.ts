import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Déconnexion',
    lead: 'Un instant.',
    failed: 'Le réseau est injoignable ; vous êtes donc encore connecté(e) sur cet appareil.',
    otherwise:
      'Cette page continue d’essayer ; laissez-la ouverte jusqu’à ce qu’elle dise que vous pouvez vous connecter. Si vous ne pouvez pas attendre : supprimez les cookies de ce site dans votre navigateur, ou mettez fin à cette session depuis un autre appareil, sous « Votre compte ».',
    stay: 'Rester connecté(e)',
  },
} as const satisfies Translation<typeof english, 'fr'>;
