import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Abmeldung',
    lead: 'Einen Augenblick.',
    failed: 'Das Netzwerk ist nicht erreichbar; darum sind Sie auf diesem Gerät noch angemeldet.',
    otherwise:
      'Diese Seite versucht es weiter; lassen Sie sie offen, bis sie sagt, dass Sie sich anmelden können. Können Sie nicht warten: Löschen Sie im Browser die Cookies dieser Website, oder beenden Sie diese Sitzung von einem anderen Gerät aus, unter „Ihr Konto“.',
    stay: 'Angemeldet bleiben',
  },
} as const satisfies Translation<typeof english, 'de'>;
