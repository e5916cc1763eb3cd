import type { Translation } from '../../../../core/contract/translation.ts';
import type { sections as english } from '../en/sections.ts';

export const sections = {
  sections: {
    organisation: 'Organización',
    network: 'Red',
    part: {
      people: 'Personas',
      subscriptions: 'Suscripciones',
      escalation: 'Escalado',
      keys: 'Claves de API',
      singleSignOn: 'Inicio de sesión único',
      about: 'Sobre nosotros',
      mail: 'Por correo',
      deliveries: 'Correos enviados',
      audit: 'Auditoría',
      applications: 'Solicitudes',
      organisations: 'Organizaciones',
      health: 'Estado',
      drills: 'Simulacros',
    },
  },
} as const satisfies Translation<typeof english, 'es'>;
