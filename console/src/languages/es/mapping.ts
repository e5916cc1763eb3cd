import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Alertas activas por país',
    picture: 'Un mapa de Europa: cada país con el color de su alerta activa más grave. La tabla dice lo mismo.',
    hint: 'Una alerta cuenta en cada país que nombra. Los simulacros y las pruebas no se cuentan.',
    country: 'País',
    severity: 'La más grave',
    active: 'Activas',
    waiting: 'Esperan su respuesta',
    tally_one: '{{count}} alerta activa',
    tally_many: '{{count}} de alertas activas',
    tally_other: '{{count}} alertas activas',
    none: 'Ninguna alerta activa',
  },
} as const satisfies Translation<typeof english, 'es'>;
