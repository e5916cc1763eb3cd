import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Wylogowywanie',
    lead: 'Chwileczkę.',
    failed: 'Sieć jest nieosiągalna, więc sesja na tym urządzeniu nadal trwa.',
    otherwise:
      'Ta strona próbuje dalej; zostaw ją otwartą, aż napisze, że można się zalogować. Jeśli nie możesz czekać: usuń w przeglądarce pliki cookie tej witryny albo zakończ tę sesję z innego urządzenia, na stronie „Twoje konto”.',
    stay: 'Nie wylogowuj mnie',
  },
} as const satisfies Translation<typeof english, 'pl'>;
