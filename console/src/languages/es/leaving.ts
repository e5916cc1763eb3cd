import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Cerrando sesión',
    lead: 'Un momento.',
    failed: 'No se puede contactar con la red, así que la sesión sigue abierta en este dispositivo.',
    otherwise:
      'Esta página lo sigue intentando; déjela abierta hasta que diga que puede iniciar sesión. Si no puede esperar: borre las cookies de este sitio en su navegador, o cierre esta sesión desde otro dispositivo, en «Su cuenta».',
    stay: 'Mantener la sesión',
  },
} as const satisfies Translation<typeof english, 'es'>;
