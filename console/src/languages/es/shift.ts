import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Teclas',
    on: 'Las teclas sueltas funcionan',
    onHint: 'Fuera de los campos. Desactívelas si dicta o si las pulsa sin querer.',
    does: {
      j: 'La siguiente alerta del tablero',
      k: 'La anterior',
      Enter: 'Abrirla',
      a: 'Acusar recibo: la hemos visto',
      w: 'Estamos trabajando en ella',
      '/': 'Acotar el tablero',
      '?': 'Esta lista',
    },
  },
  views: {
    title: 'Vistas guardadas',
    name: 'Guardar como vista',
    nameHint: 'En este dispositivo.',
    nameMissing: 'Póngale primero un nombre.',
    notKept: 'Este dispositivo no guarda nada: la dirección de esta página también es la vista.',
    save: 'Guardar la vista',
    saved: 'Guardada: {{name}}.',
    drop: 'Olvidar la vista {{name}}',
  },
  alerts: {
    title: 'Sonido y notificaciones',
    lead: 'Mientras esta consola está abierta, puede avisarle cuando llega una alerta o cuando vuelve a pedir respuesta. Los simulacros también avisan; las pruebas, no.',
    sound: 'Emitir un sonido',
    notification: 'Mostrar una notificación',
    notificationHint: 'Indica la gravedad y los países, nunca el titular: puede que otros vean su pantalla.',
    never: 'Nunca',
    always: 'Con cada alerta',
    trySound: 'Probar el sonido',
    tryNotification: 'Probar una notificación',
    silent: 'Este navegador no ha permitido ningún sonido.',
    played: 'Emitido. Si no ha oído nada, revise el volumen del dispositivo y de la pestaña.',
    shown: 'Mostrada. Si no ha visto nada, revise los ajustes de su sistema.',
    denied:
      'Su navegador no permite que esta página muestre notificaciones. Puede cambiarlo en los ajustes del navegador para esta página.',
    unsupported: 'Este navegador no muestra notificaciones.',
    tried: 'Así le avisa una alerta.',
  },
} as const satisfies Translation<typeof english, 'es'>;
