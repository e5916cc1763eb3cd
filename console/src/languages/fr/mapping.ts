import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Alertes actives par pays',
    picture:
      'Une carte de l’Europe : chaque pays dans la couleur de son alerte active la plus grave. Le tableau dit la même chose.',
    hint: 'Une alerte compte dans chaque pays qu’elle nomme. Les exercices et les tests ne sont pas comptés.',
    country: 'Pays',
    severity: 'La plus grave',
    active: 'Actives',
    waiting: 'Attendent votre réponse',
    tally_one: '{{count}} alerte active',
    tally_many: '{{count}} d’alertes actives',
    tally_other: '{{count}} alertes actives',
    none: 'Aucune alerte active',
  },
} as const satisfies Translation<typeof english, 'fr'>;
