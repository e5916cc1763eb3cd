import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Deconectare',
    lead: 'O clipă.',
    failed: 'Rețeaua nu poate fi contactată, așa că sesiunea pe acest dispozitiv continuă.',
    otherwise:
      'Această pagină încearcă în continuare; lăsați-o deschisă până când spune că vă puteți conecta. Dacă nu puteți aștepta: ștergeți din browser cookie-urile acestui site sau încheiați această sesiune de pe alt dispozitiv, la „Contul dumneavoastră”.',
    stay: 'Păstrați sesiunea',
  },
} as const satisfies Translation<typeof english, 'ro'>;
