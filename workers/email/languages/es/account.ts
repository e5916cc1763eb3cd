import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Abrir Tocsin',
  unexpected: 'Si no esperaba este correo, no tiene que hacer nada.',
  buttonFails: 'Si el botón no funciona, abra esta dirección:',
  role: 'Rol',
  kind: 'Tipo',
  reason: 'Motivo',
  confirmation: {
    subject: 'Confirme esta dirección para las alertas dirigidas a {{organisation}}',
    heading: 'Confirme esta dirección',
    what: '{{organisation}} quiere que se avise a esta dirección cuando haya alertas sobre odio en línea que le afecten o que esperen su respuesta.',
    how: 'Si es correcto, abra la página y pulse el botón. Antes no se envía nada a esta dirección.',
    action: 'Confirmar la dirección',
    holds_one: 'El enlace es válido durante {{count}} día.',
    holds_many: 'El enlace es válido durante {{count}} de días.',
    holds_other: 'El enlace es válido durante {{count}} días.',
  },
  signIn: {
    heading: 'Iniciar sesión en Tocsin',
    how: 'Alguien, esperamos que usted, ha pedido iniciar sesión con esta dirección. Abra la página y pulse el botón.',
    keepIt: 'Nadie de la red le pedirá nunca este enlace. No lo comparta.',
    action: 'Iniciar sesión',
    until: 'El enlace funciona una sola vez, hasta el {{until}}.',
    notYou: 'Si no lo ha pedido, no tiene que hacer nada: sin el enlace no entra nadie.',
  },
  signInByProvider: {
    heading: 'Inicie sesión a través de su organización',
    why: 'Alguien, esperamos que usted, ha pedido un enlace para iniciar sesión en Tocsin con esta dirección. Los miembros de {{organisation}} inician sesión con el proveedor de identidad de su organización, así que no hay enlace.',
    how: 'Abra la página de inicio de sesión, escriba su dirección y elija «Single sign-on (SSO)».',
    action: 'Abrir la página de inicio de sesión',
  },
  invitation: {
    heading: 'Únase a {{organisation}} en Tocsin',
    by: '{{by}}, de {{organisation}}, le invita.',
    invited: 'Tiene una invitación de {{organisation}}.',
    what: 'Tocsin es la red en la que las organizaciones de la sociedad civil avisan pronto a las plataformas de acontecimientos que pueden desatar el odio en línea.',
    action: 'Ver la invitación',
    until: 'El enlace funciona una sola vez, hasta el {{until}}.',
    notYou: 'Si no esperaba este correo, no tiene que hacer nada: sin usted no se une nadie.',
  },
  member: {
    removed: 'Ya no es miembro de {{organisation}}',
    removedMeans:
      'Su pertenencia a {{organisation}} en Tocsin ha terminado y se ha cerrado su sesión en todas partes. Ya no recibirá más correos por ella.',
    address: 'Su dirección de correo en {{organisation}} ha cambiado',
    addressMeans:
      'A partir de ahora inicia sesión en {{organisation}} y recibe los correos en la dirección que ha confirmado, y ya no en esta. Se ha cerrado su sesión en todos los demás dispositivos.',
    role: 'Su rol en {{organisation}} ha cambiado',
    roleMeans: 'A partir de ahora, este es su rol.',
    unexpected: 'Si no lo esperaba, pregunte a las personas responsables de su organización.',
    visit: 'Ir a Tocsin',
  },
  ownAddress: {
    heading: 'Usar esta dirección en Tocsin',
    what: 'Un miembro de {{organisation}}, esperamos que usted, quiere iniciar sesión y recibir los correos en esta dirección a partir de ahora.',
    how: 'Si es correcto, abra la página donde tenga la sesión iniciada y pulse su botón. Antes no cambia nada.',
    action: 'Usar esta dirección',
    until: 'El enlace funciona una sola vez, hasta el {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'Se ha añadido una llave de acceso',
      what: 'Se ha añadido una llave de acceso a su cuenta. Basta por sí sola para iniciar sesión.',
    },
    'passkey-removed': {
      heading: 'Se ha eliminado una llave de acceso',
      what: 'Se ha eliminado una llave de acceso de su cuenta.',
    },
    'totp-added': {
      heading: 'Se han configurado códigos de un solo uso',
      what: 'Se ha añadido a su cuenta una aplicación que genera códigos de un solo uso.',
    },
    'totp-removed': {
      heading: 'Se han eliminado los códigos de un solo uso',
      what: 'Los códigos de su aplicación ya no se aceptan.',
    },
    'recovery-codes-made': {
      heading: 'Se han creado nuevos códigos de recuperación',
      what: 'Se han creado nuevos códigos de recuperación para su cuenta; los anteriores ya no valen.',
    },
    'recovery-code-used': {
      heading: 'Se ha usado un código de recuperación',
      what: 'Se ha usado uno de sus códigos de recuperación. Ya no vale; cree otros nuevos cuando queden pocos.',
    },
    'factors-reset': {
      heading: 'Se han retirado sus llaves de acceso y códigos',
      what: 'La gestión de su organización ha retirado sus llaves de acceso y códigos y ha cerrado su sesión. Inicie sesión con un enlace y añada otros nuevos.',
    },
    yours:
      'Si ha sido usted, no tiene que hacer nada. Si no: inicie sesión ahora, cierre las demás sesiones, elimine lo que no sea suyo y avise a la gestión de su organización.',
    action: 'Abrir su cuenta',
  },
  application: {
    confirm: {
      heading: 'Confirme su solicitud de ingreso en Tocsin',
      what: 'Alguien, esperamos que usted, ha solicitado el ingreso de {{organisation}} en Tocsin y ha dado esta dirección como contacto.',
      action: 'Confirmar la solicitud',
    },
    asked: {
      heading: 'Una pregunta sobre su solicitud de ingreso en Tocsin',
      what: 'La coordinación tiene una pregunta sobre la solicitud de {{organisation}}:',
      action: 'Responder',
    },
    refused: {
      heading: 'Su solicitud de ingreso en Tocsin ha sido denegada',
      what: 'La coordinación ha denegado la solicitud de {{organisation}} por este motivo:',
      action: 'Ver la solicitud',
    },
    admitted: {
      heading: '{{organisation}} ha ingresado en Tocsin',
      what: '{{organisation}} es desde ahora miembro de la red. Un segundo correo le invita como responsable; con su enlace podrá iniciar sesión por primera vez.',
      action: 'Ver la solicitud',
    },
    confirmHow: 'Abra la página y confirme; solo entonces verá la coordinación la solicitud.',
    waits: '{{organisation}} solicita el ingreso',
    waitsHow: 'Su solicitud le espera: admítala, haga una pregunta o deniéguela.',
    waitsAction: 'Abrir la solicitud',
  },
  organisation: {
    addressErased: 'Se ha quitado de sus ajustes una dirección borrada',
    addressErasedWhat:
      'Se han borrado los datos de una persona cuya dirección figuraba en una política de escalado o en una suscripción de: {{teams}}. Donde no figuraba nadie más, ahora se avisa a las personas responsables de la organización.',
    addressErasedDo: 'Revise ambas y nombre a otra persona donde haga falta.',
    left: '{{organisation}} ha dejado la red',
    leftMeans:
      'Una persona responsable de {{organisation}} ha puesto fin a su participación. Sus claves y sesiones ya no valen; sus alertas y respuestas siguen registradas.',
    suspended: {
      heading: '{{organisation}}: participación suspendida',
      what: 'Sus personas y claves no tienen acceso, y no se le pide nada, hasta que la coordinación levante la suspensión. No se pierde nada.',
    },
    resumed: {
      heading: '{{organisation}} vuelve a participar',
      what: 'La suspensión ha terminado. Inicie sesión de nuevo; las claves vuelven a funcionar.',
    },
    braked: {
      heading: '{{organisation}} no puede emitir alertas por ahora',
      what: 'La coordinación ha bloqueado la emisión. Leer, levantar alertas y todo lo demás sigue funcionando; se podrá volver a emitir cuando la coordinación la desbloquee.',
    },
    released: {
      heading: '{{organisation}} puede volver a emitir alertas',
      what: 'La coordinación ha desbloqueado la emisión.',
    },
    retracted: {
      heading: 'Se han retirado las alertas de {{organisation}}',
      what: 'La coordinación ha levantado todas sus alertas activas, y se informa a quienes las recibieron. Cambie lo que pueda haber caído en otras manos: claves, llaves de acceso, sesiones.',
    },
    unclear: 'Pregunte a la coordinación de la red si algo no está claro.',
  },
  policyGap: {
    what: 'Lo ha mostrado una prueba de la política tal como está hoy, antes de que una alerta dependa de ella.',
    do: 'Nombre a otra persona, o haga confirmar la dirección con el enlace que se envió a ella.',
    why: 'Este correo se envía una vez por cada destinatario a quienes son responsables de la organización o la gestionan; si no hay nadie, a la coordinación.',
  },
  suppression: {
    comesBack: {
      heading: 'Los correos a una de sus direcciones vuelven',
      do: 'Pregunte a quien la lee qué dirección usa. Si ha cambiado, cámbiela; si vuelve a recibir correo, pulse «Reanudar el envío» en la página de sus miembros.',
    },
    complaint: {
      heading: 'Una de sus direcciones ha marcado nuestros correos como no deseados',
      do: 'Pregunte a quien la lee qué quiere recibir y cambie sus suscripciones. Si fue un descuido, pulse «Reanudar el envío» en la página de sus miembros.',
    },
    why: {
      'no-mailbox': 'El servidor de correo dice que ese buzón no existe.',
      'not-taken':
        'Varios correos seguidos no se pudieron entregar: el buzón está lleno o su servidor no acepta correo.',
      complaint: 'Quien la lee ha marcado un correo de esta red como no deseado.',
    },
    means:
      'Desde ahora no se le envía nada de lo que pueda prescindir: ninguna alerta de una suscripción. Los escalados se siguen intentando, y también lo que alguien pide, como un enlace para entrar; no confíe en ello.',
    address: 'Dirección',
    since: 'Desde',
    said: 'Respuesta recibida',
    action: 'Abrir los miembros de su organización',
    once: 'Se le avisa una vez por cada dirección.',
  },
} as const satisfies Translation<typeof english, 'es'>;
