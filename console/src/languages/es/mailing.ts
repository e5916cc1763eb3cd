import type { Translation } from '../../../../core/contract/translation.ts';
import type { mailing as english } from '../en/mailing.ts';

export const mailing = {
  mail: {
    title: 'Alertas por correo',
    lead: 'Cualquiera puede recibir por correo las alertas públicas de Tocsin, sin cuenta. Introduzca su dirección, elija qué quiere y cuándo; después un correo le pide que confirme.',
    address: 'Su dirección de correo',
    addressHint:
      'Antes de que confirme solo se envía ese correo. Si ya tiene una suscripción, recibe un enlace a lo que le llega, y nada cambia hasta que lo use.',
    what: 'Qué recibe',
    whatMeans:
      'Las alertas marcadas TLP:CLEAR; también las marcadas TLP:GREEN cuando una organización miembro responde por su dirección. Lo que deje vacío no restringe nada.',
    when: 'Cuándo lo recibe',
    rhythm: 'Con qué frecuencia',
    rhythms: {
      instant: { label: 'Al momento', definition: 'Un correo por cada suceso.' },
      daily: { label: 'Cada día', definition: 'Un resumen al día, si ocurrió algo.' },
      weekly: { label: 'Cada semana', definition: 'Un resumen a la semana, si ocurrió algo.' },
    },
    day: 'Día',
    hour: 'Hora',
    timeZone: 'Zona horaria',
    language: 'Lengua de los correos',
    submit: 'Pedir alertas por correo',
    done: 'Mire su correo',
    doneMeans:
      'Va un correo en camino a {{address}}. Abra su enlace para confirmar, o para ver qué recibe si ya confirmó antes.',
    again:
      'Si no llega ninguno: se envía un solo correo de confirmación, cuyo enlace funciona 7 días; un enlace a lo que recibe, una vez al día.',
  },
  mailConfirmation: {
    title: 'Confirme su dirección',
    lead: 'Pulse el botón y Tocsin le enviará lo que pidió a partir de ahora. Puede cambiarlo o terminarlo en cualquier momento.',
    noToken: 'Abra el enlace de su correo: lleva aquí.',
    confirm: 'Confirmar la dirección',
    done: 'Confirmado. A partir de ahora le llegan los correos.',
  },
  mailPreferences: {
    title: 'Sus alertas por correo',
    noToken: 'Abra el enlace de uno de sus correos: lleva a lo que recibe.',
    opening: 'Abriendo lo que recibe …',
    newLink: 'Pedir un enlace nuevo',
    instant: 'Recibe al momento un correo por cada suceso.',
    daily: 'Recibe un resumen al día, a las {{hour}} ({{timeZone}}), si ocurrió algo.',
    weekly: 'Recibe un resumen a la semana, el {{day}} a las {{hour}} ({{timeZone}}), si ocurrió algo.',
    address: 'Dirección',
    marked: 'Marca',
    vouched: 'Una organización miembro responde por usted.',
    next: 'Próximo resumen',
    everything: 'Todo',
    change: 'Cambiar lo que recibe',
    changed: 'Guardado.',
    pausedUntil: 'En pausa hasta el {{moment}}. Lo que ocurra entretanto llegará después.',
    pause: 'Pausar',
    pauseFor: 'Por cuánto tiempo',
    pauseMeans:
      'Entretanto no se envía nada, y nada se pierde: llega en el primer correo posterior. Puede reanudar antes.',
    days: { '7': 'Una semana', '30': '30 días', '90': '90 días', '365': 'Un año, o hasta que reanude' },
    pauseIt: 'Pausar los correos',
    paused: 'En pausa.',
    resume: 'Reanudar ahora',
    resumed: 'Los correos continúan.',
    end: 'Terminar los correos',
    endMeans: 'Su dirección se borra y no se le envía nada más. Puede pedirlo de nuevo en cualquier momento.',
    endIt: 'Borrar mi dirección',
    ended: 'Los correos han terminado. Su dirección se ha borrado. Puede cerrar esta página.',
  },
  vouches: {
    title: 'Alertas por correo',
    lead: 'Quien se suscriba a las alertas por correo con una dirección por la que usted responde puede recibir lo marcado TLP:GREEN, además de TLP:CLEAR. Usted no sabrá si se suscribe.',
    page: 'La página para suscribirse',
    none: 'No responde por nadie.',
    add: 'Responder por una dirección',
    addIt: 'Responder por ella',
    address: 'Dirección de correo',
    since: 'Desde',
    withdraw: 'Retirar',
    withdrawIt: 'Dejar de responder por ella',
    withdrawMeans:
      'A partir de ahora esta dirección recibe solo TLP:CLEAR, salvo que otra organización también responda por ella.',
  },
} as const satisfies Translation<typeof english, 'es'>;
