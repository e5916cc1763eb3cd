import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Confirme que quiere recibir alertas por correo',
    what: 'Alguien, esperamos que usted, ha introducido esta dirección para recibir avisos de acontecimientos que pueden desatar odio en línea.',
    how: 'Si es correcto, abra la página y pulse su botón. Hasta entonces no se envía nada más a esta dirección, la introduzca quien la introduzca.',
    action: 'Confirmar la dirección',
    holds_one: 'El enlace funciona durante {{count}} día; después se borra la dirección.',
    holds_many: 'El enlace funciona durante {{count}} días; después se borra la dirección.',
    holds_other: 'El enlace funciona durante {{count}} días; después se borra la dirección.',
  },
  link: {
    heading: 'Sus alertas por correo',
    what: 'Alguien, esperamos que usted, ha introducido esta dirección, que ya recibe alertas. En el enlace ve cuáles y puede cambiarlas, pausarlas o terminarlas.',
    action: 'Ver lo que recibe',
    holds_one: 'El enlace funciona durante {{count}} día. No lo comparta: quien lo tenga puede cambiar sus correos.',
    holds_many: 'El enlace funciona durante {{count}} días. No lo comparta: quien lo tenga puede cambiar sus correos.',
    holds_other: 'El enlace funciona durante {{count}} días. No lo comparta: quien lo tenga puede cambiar sus correos.',
  },
  digest: {
    heading: 'Alertas desde el {{since}}',
    more: 'Este resumen abarca más de lo habitual: uno anterior se aplazó o no se envió.',
    new: 'Nueva',
    changed: 'Modificada',
    'called-off': 'Levantada',
    retracted: 'Retirada',
    expired: 'Caducada',
    ahead: 'En los próximos 14 días',
    added: 'añadido: {{names}}',
    removed: 'eliminado: {{names}}',
    rewritten: 'nueva redacción',
    amended: 'con cambios',
    why: 'Recibe este correo porque esta dirección lo pidió.',
    action: 'Cambiar, pausar o terminar estos correos',
    end: 'Terminar estos correos ahora: {{url}}',
  },
} as const satisfies Translation<typeof english, 'es'>;
