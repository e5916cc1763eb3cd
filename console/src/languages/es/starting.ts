import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Tres pasos para una red que funciona',
    factor: 'Proteja su cuenta: una clave de acceso o los códigos de una aplicación.',
    toFactor: 'A su cuenta',
    admit: 'Admita la primera organización de la sociedad civil y la primera plataforma.',
    toAdmit: 'A las organizaciones',
    drill: 'Haga un primer simulacro y vea quién responde y cuándo.',
    toDrill: 'A los simulacros',
    done: 'Hecho',
    dismiss: 'Ocultar estos pasos',
    empty: {
      cso: 'Lo que usted emite figura aquí, con quién lo tiene y quién respondió; también lo que emiten otros y usted puede ver.',
      platform: 'Las alertas aparecen aquí por sí solas a medida que se emiten. Las que esperan su respuesta lo dicen.',
      coordinator: 'Las alertas de todos los miembros aparecen aquí a medida que se emiten.',
      observer: 'Las alertas aparecen aquí a medida que se emiten, hasta donde llega su acreditación.',
    },
    unsubscribed: 'Su organización no sigue nada: ninguna alerta espera su respuesta y nadie recibe correos.',
    toSubscriptions: 'Definir lo que siguen',
    practise: 'Practicar cómo emitir una alerta',
  },
  practice: {
    title: 'Práctica',
    lead: 'Usted emite una prueba: el formulario y la página reales, pero solo los ven su propia organización y la coordinación. No se alarma a nadie. Déjelo cuando quiera; lo que ha hecho queda en este dispositivo.',
    progress: 'Paso {{step}} de {{of}}: {{what}}',
    raise: 'Emitirla',
    raiseMeans:
      'El formulario está relleno. Cambie lo que quiera; al lado se ve a quién llegaría. Después emita la alerta.',
    reach: 'Ver a quién llega',
    reachMeans:
      'La lista «Quién la tiene» nombra a quienes recibieron, vieron y respondieron una alerta. Ahora está vacía, porque una prueba no pide nada a nadie.',
    revise: 'Modificarla',
    reviseMeans:
      'Pulse «Modificar» y cambie una palabra. Quien la lee ve qué cambió; si se agrava, se vuelve a pedir respuesta.',
    clear: 'Dar el fin de la alerta',
    clearMeans: 'Pulse «Fin de la alerta» y diga por qué terminó. Se avisa a todos los que tenían la alerta.',
    over: 'Bien hecho. Ha emitido, seguido, modificado y retirado una alerta; con una real es igual.',
    seen: 'Ya lo he visto',
    toForm: 'Al formulario',
    toWarning: 'A su alerta de práctica',
    steps: 'Todos los pasos',
    again: 'Practicar otra vez',
    headline: 'Práctica: llamamientos a reunirse ante un centro de acogida',
    text: 'Esto es una práctica; no ocurre nada. Desde esta mañana, publicaciones nombran un centro de acogida y una hora para reunirse allí.',
  },
} as const satisfies Translation<typeof english, 'es'>;
