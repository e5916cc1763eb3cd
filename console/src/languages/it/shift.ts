import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Tasti',
    on: 'I singoli tasti funzionano',
    onHint: 'Fuori dai campi. Li disattivi se detta o se li preme per sbaglio.',
    does: {
      j: 'L’allerta successiva della bacheca',
      k: 'La precedente',
      Enter: 'Aprirla',
      a: 'Prenderne atto: l’abbiamo vista',
      w: 'Ci stiamo lavorando',
      '/': 'Restringere la bacheca',
      '?': 'Questo elenco',
    },
  },
  views: {
    title: 'Viste salvate',
    name: 'Salva come vista',
    nameHint: 'Su questo dispositivo.',
    nameMissing: 'Le dia prima un nome.',
    notKept: 'Questo dispositivo non conserva nulla: l’indirizzo di questa pagina è anch’esso la vista.',
    save: 'Salva la vista',
    saved: 'Salvata: {{name}}.',
    drop: 'Dimentica la vista {{name}}',
  },
  alerts: {
    title: 'Suono e notifiche',
    lead: 'Finché questa console è aperta, può chiamarLa quando arriva un’allerta o quando chiede di nuovo una risposta. Chiamano anche le esercitazioni, non le prove.',
    sound: 'Emetti un suono',
    notification: 'Mostra una notifica',
    notificationHint: 'Indica gravità e Paesi, mai il titolo: altri potrebbero vedere il Suo schermo.',
    never: 'Mai',
    always: 'Per ogni allerta',
    trySound: 'Prova il suono',
    tryNotification: 'Prova una notifica',
    silent: 'Questo browser non ha permesso alcun suono.',
    played: 'Emesso. Se non ha sentito nulla, controlli il volume del dispositivo e della scheda.',
    shown: 'Mostrata. Se non ha visto nulla, controlli le impostazioni del sistema.',
    denied:
      'Il Suo browser non permette a questa pagina di mostrare notifiche. Può cambiarlo nelle impostazioni del browser per questa pagina.',
    unsupported: 'Questo browser non mostra notifiche.',
    tried: 'Così La chiama un’allerta.',
  },
} as const satisfies Translation<typeof english, 'it'>;
