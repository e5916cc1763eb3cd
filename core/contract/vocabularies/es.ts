import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antigitanismo',
      definition: 'Odio contra el pueblo gitano, los sinti, los nómadas y quienes son percibidos como tales.',
    },
    antisemitism: {
      label: 'Antisemitismo',
      definition: 'Odio contra las personas judías y quienes son percibidos como tales.',
    },
    anti_muslim_hatred: {
      label: 'Odio antimusulmán',
      definition: 'Odio contra las personas musulmanas y quienes son percibidos como tales.',
    },
    anti_black_racism: {
      label: 'Racismo contra las personas negras',
      definition: 'Odio contra las personas negras y afrodescendientes.',
    },
    anti_asian_racism: {
      label: 'Racismo antiasiático',
      definition: 'Odio contra las personas de ascendencia asiática.',
    },
    xenophobia: {
      label: 'Xenofobia',
      definition: 'Odio contra las personas extranjeras, incluidas las migrantes y refugiadas.',
    },
    race_or_colour: {
      label: 'Supuesta raza o color de la piel',
      definition: 'Odio por una supuesta raza o por el color de la piel.',
    },
    ethnic_origin: { label: 'Origen étnico', definition: 'Odio por el origen étnico.' },
    national_origin: { label: 'Origen nacional', definition: 'Odio por la nacionalidad o el origen nacional.' },
    descent: { label: 'Ascendencia', definition: 'Odio por la ascendencia.' },
    religion_or_belief: {
      label: 'Religión o convicciones',
      definition: 'Odio por cualquier otra religión o convicción, o por no tener ninguna.',
    },
    sexual_orientation: {
      label: 'Orientación sexual',
      definition: 'Odio contra las personas lesbianas, gais y bisexuales.',
    },
    gender_identity: {
      label: 'Identidad de género',
      definition: 'Odio contra las personas trans, no binarias e intersexuales.',
    },
    sex_or_gender: { label: 'Sexo o género', definition: 'Odio por razón de sexo o género, incluida la misoginia.' },
    disability: { label: 'Discapacidad', definition: 'Odio contra las personas con discapacidad.' },
    age: { label: 'Edad', definition: 'Odio por la edad.' },
    language_or_minority: { label: 'Lengua o minoría', definition: 'Odio contra una minoría lingüística o nacional.' },
    other: { label: 'Otro motivo', definition: 'Otro motivo; la descripción indica cuál.' },
  },
  trigger: {
    attack: { label: 'Atentado', definition: 'Un atentado terrorista o un delito de odio.' },
    crime: { label: 'Delito', definition: 'Un delito que se atribuye a un grupo.' },
    trial: { label: 'Juicio', definition: 'Un juicio o una sentencia.' },
    election: { label: 'Elecciones', definition: 'Unas elecciones o un referéndum.' },
    political_debate: { label: 'Debate político', definition: 'Un debate o un discurso político.' },
    legislation: { label: 'Legislación', definition: 'Una ley propuesta, debatida o aprobada.' },
    protest: { label: 'Protesta', definition: 'Una manifestación, una marcha o una contramanifestación.' },
    commemoration: { label: 'Conmemoración', definition: 'Un aniversario o un día de recuerdo.' },
    religious_event: { label: 'Acto religioso', definition: 'Una fiesta o una reunión religiosa.' },
    sports_event: { label: 'Acontecimiento deportivo', definition: 'Un partido o un torneo.' },
    cultural_event: {
      label: 'Acontecimiento cultural',
      definition: 'Un festival, un Orgullo, un concierto, una película.',
    },
    migration_event: {
      label: 'Acontecimiento migratorio',
      definition: 'Una llegada, un centro de acogida, un accidente en el camino.',
    },
    conflict_abroad: {
      label: 'Conflicto en el extranjero',
      definition: 'Una guerra o un conflicto en otro lugar que tiene eco aquí.',
    },
    public_health: { label: 'Salud pública', definition: 'Un brote o una medida de salud pública.' },
    media_report: { label: 'Noticia en los medios', definition: 'Una información en los medios.' },
    viral_content: {
      label: 'Contenido viral',
      definition: 'Una publicación, un vídeo o una canción que se difunde por sí sola.',
    },
    disinformation_campaign: {
      label: 'Campaña de desinformación',
      definition: 'Falsedades difundidas a propósito sobre un grupo.',
    },
    coordinated_harassment: { label: 'Acoso coordinado', definition: 'Muchos contra una persona o una organización.' },
    policy_change: {
      label: 'Cambio en las normas de una plataforma',
      definition: 'Un cambio en las normas o la práctica de una plataforma.',
    },
    other: { label: 'Otro acontecimiento', definition: 'Otro tipo de acontecimiento.' },
  },
  severity: {
    extreme: { label: 'Extrema', definition: 'La incitación a la violencia es inminente o está en curso.' },
    severe: {
      label: 'Grave',
      definition: 'Es probable una oleada contra un grupo, o ya está en curso en algún lugar.',
    },
    moderate: { label: 'Moderada', definition: 'Cabe esperar un aumento notable.' },
    minor: { label: 'Leve', definition: 'Conviene saberlo.' },
  },
  urgency: {
    immediate: { label: 'Inmediata', definition: 'Actuar ahora.' },
    expected: { label: 'Prevista (en las próximas 24 horas)', definition: 'Actuar en las próximas 24 horas.' },
    future: { label: 'Futura', definition: 'Más allá de las próximas 24 horas.' },
    past: { label: 'Pasada', definition: 'Ya pasó; esto nunca se escala.' },
  },
  certainty: {
    observed: { label: 'Observada', definition: 'Ha ocurrido o está ocurriendo.' },
    likely: { label: 'Probable', definition: 'Más probable que improbable (p > 50 %).' },
    possible: { label: 'Posible', definition: 'Posible, pero no probable (p ≤ 50 %).' },
    unlikely: { label: 'Improbable', definition: 'No se espera, pero no se descarta.' },
  },
  status: {
    actual: { label: 'Real', definition: 'Una alerta real.' },
    exercise: { label: 'Simulacro', definition: 'Actúe como en un caso real; no ocurre nada.' },
    test: { label: 'Prueba', definition: 'Una prueba técnica: nadie tiene que actuar.' },
  },
  tlp: {
    'TLP:RED': { label: 'TLP:RED', definition: 'Solo para los destinatarios individuales; no se puede divulgar.' },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Solo para la organización de los destinatarios.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'Dentro de la organización de los destinatarios y entre sus clientes, según la necesidad de conocer.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Para la comunidad: los miembros de la red.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Para cualquier persona.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Reforzar la vigilancia',
      definition: 'Vigilar más de cerca los países, lenguas y términos indicados.',
    },
    brief_reviewers: {
      label: 'Informar a los equipos de moderación',
      definition: 'Decir a los equipos de moderación de estas lenguas qué pueden esperar.',
    },
    review_terms: {
      label: 'Revisar los términos',
      definition: 'Contrastar los términos indicados con sus propias listas.',
    },
    check_recommendations: {
      label: 'Revisar las recomendaciones',
      definition: 'Evitar que las recomendaciones y las tendencias lo difundan.',
    },
    protect_accounts: { label: 'Proteger las cuentas', definition: 'Proteger las cuentas que están siendo atacadas.' },
    contact_us: {
      label: 'Ponerse en contacto con nosotros',
      definition: 'Ponerse en contacto con la organización emisora.',
    },
    share_findings: {
      label: 'Compartir los hallazgos',
      definition: 'Decir a la organización emisora qué se observa en su plataforma.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Vigilancia reforzada', definition: 'Hay una vigilancia más estrecha.' },
    queue_prioritised: {
      label: 'Denuncias tratadas con prioridad',
      definition: 'Las denuncias sobre esto se revisan primero.',
    },
    reviewers_briefed: {
      label: 'Equipos de moderación informados',
      definition: 'Los equipos de moderación afectados lo saben.',
    },
    terms_added: { label: 'Términos añadidos', definition: 'Se añadieron términos a la detección.' },
    reach_limited: { label: 'Alcance limitado', definition: 'Los contenidos se recomiendan o se muestran menos.' },
    content_removed: {
      label: 'Contenidos retirados',
      definition: 'Se retiraron contenidos o se impidió el acceso a ellos.',
    },
    content_labelled: {
      label: 'Contenidos etiquetados',
      definition: 'Se etiquetaron contenidos o se pusieron tras un aviso.',
    },
    accounts_actioned: {
      label: 'Medidas contra cuentas',
      definition: 'Se restringieron, suspendieron o eliminaron cuentas.',
    },
    accounts_protected: { label: 'Cuentas protegidas', definition: 'Se protegieron las cuentas atacadas.' },
    law_enforcement_informed: { label: 'Autoridades informadas', definition: 'Se informó a las autoridades.' },
    other: { label: 'Otra medida', definition: 'Otra medida; la nota indica cuál.' },
  },
  reason: {
    not_found: { label: 'No se encontró nada', definition: 'No se encontró nada semejante en el servicio.' },
    not_enough_context: { label: 'Contexto insuficiente', definition: 'La alerta no dice lo suficiente para actuar.' },
    not_our_service: { label: 'No afecta a nuestro servicio', definition: 'No se refiere a este servicio.' },
    duplicate: { label: 'Duplicada', definition: 'Se trata en otra alerta.' },
    lawful: { label: 'Lícito', definition: 'Lo que se encontró es lícito.' },
    within_policy: {
      label: 'Conforme a las normas del servicio',
      definition: 'Lo que se encontró cumple las normas del servicio.',
    },
    too_late: { label: 'Demasiado tarde', definition: 'Terminó antes de que se pudiera actuar.' },
    other: { label: 'Otra razón', definition: 'Otra razón; la nota indica cuál.' },
  },
  usefulness: {
    helped: { label: 'Ayudó', definition: 'Ayudó a actuar antes o mejor.' },
    somewhat: { label: 'Un poco', definition: 'Ayudó un poco.' },
    not_helpful: { label: 'No ayudó', definition: 'No cambió nada.' },
    too_late: { label: 'Demasiado tarde', definition: 'Llegó cuando ya se sabía todo.' },
  },
  acknowledgementState: {
    pending: { label: 'Pendiente', definition: 'Nadie del equipo ha respondido todavía.' },
    acknowledged: { label: 'Asumida', definition: 'Alguien la ha asumido.' },
    working: { label: 'En curso', definition: 'Alguien está trabajando en ella.' },
    actioned: { label: 'Medidas adoptadas', definition: 'Se adoptaron medidas.' },
    no_action: { label: 'Sin medidas', definition: 'Examinada; no se hizo nada, y por qué.' },
    declined: { label: 'Rechazada', definition: 'No asumida, y por qué.' },
  },
  termKind: {
    hashtag: { label: 'Etiqueta', definition: 'Una etiqueta (hashtag).' },
    keyword: { label: 'Palabra clave', definition: 'Una palabra o una expresión.' },
    coded_term: { label: 'Término en clave', definition: 'Una palabra que significa otra cosa para los iniciados.' },
    slogan: { label: 'Lema', definition: 'Un lema o un cántico.' },
    emoji: { label: 'Emoji', definition: 'Un emoji o una secuencia de ellos.' },
    domain: { label: 'Dominio', definition: 'Un nombre de dominio.' },
  },
  state: {
    active: { label: 'Activa', definition: 'En vigor.' },
    cancelled: { label: 'Levantada', definition: 'Levantada por la organización emisora.' },
    expired: { label: 'Caducada', definition: 'Ha pasado su plazo.' },
  },
  kind: {
    cso: { label: 'Organización de la sociedad civil', definition: 'Emite alertas.' },
    platform: { label: 'Plataforma', definition: 'Recibe alertas y las responde.' },
    coordinator: { label: 'Coordinación', definition: 'Dirige la red.' },
    observer: { label: 'Observación', definition: 'Lee, hasta donde llega su habilitación.' },
  },
  role: {
    owner: { label: 'Responsable', definition: 'Responde por la organización.' },
    manager: { label: 'Gestión', definition: 'Se ocupa de los ajustes, las claves y las personas.' },
    responder: { label: 'Respuesta', definition: 'Emite alertas o responde a ellas.' },
    viewer: { label: 'Lectura', definition: 'Lee.' },
  },
  scope: {
    'warnings:read': { label: 'Leer alertas', definition: 'Leer alertas, acontecimientos y ajustes.' },
    'warnings:write': {
      label: 'Emitir alertas',
      definition: 'Emitir, modificar, levantar, corroborar, comentar, previsualizar.',
    },
    'warnings:red': { label: 'Leer TLP:RED', definition: 'Estar en la lista RED de la organización, además de leer.' },
    'acknowledgements:write': { label: 'Responder alertas', definition: 'Responder, escalar, comentar.' },
    'subscriptions:write': {
      label: 'Cambiar suscripciones',
      definition: 'Cambiar suscripciones y políticas de escalado.',
    },
    admin: {
      label: 'Administrar',
      definition: 'Equipos, claves, personas, la organización; no incluye ningún otro permiso.',
    },
  },
  keyState: {
    active: { label: 'Activa', definition: 'En uso.' },
    expiring: { label: 'Caduca pronto', definition: 'Termina en un plazo de catorce días.' },
    expired: { label: 'Caducada', definition: 'Ha pasado su plazo.' },
    revoked: { label: 'Revocada', definition: 'Alguien le puso fin.' },
  },
} as const satisfies Translation<typeof english, 'es'>;
