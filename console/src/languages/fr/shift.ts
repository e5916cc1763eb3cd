import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Touches',
    on: 'Les touches seules agissent',
    onHint: 'En dehors des champs. Désactivez-les si vous dictez ou si vous les pressez par mégarde.',
    does: {
      j: 'L’alerte suivante du tableau',
      k: 'La précédente',
      Enter: 'L’ouvrir',
      a: 'En accuser réception : nous l’avons vue',
      w: 'Nous y travaillons',
      '/': 'Restreindre le tableau',
      '?': 'Cette liste',
    },
  },
  views: {
    title: 'Vues enregistrées',
    name: 'Enregistrer comme vue',
    nameHint: 'Sur cet appareil.',
    nameMissing: 'Donnez-lui d’abord un nom.',
    notKept: 'Cet appareil ne garde rien : l’adresse de cette page est aussi la vue.',
    save: 'Enregistrer la vue',
    saved: 'Enregistrée : {{name}}.',
    drop: 'Oublier la vue {{name}}',
  },
  alerts: {
    title: 'Son et notifications',
    lead: 'Tant que cette console est ouverte, elle peut vous appeler quand une alerte arrive ou redemande une réponse. Les exercices appellent aussi, les tests non.',
    sound: 'Émettre un son',
    notification: 'Afficher une notification',
    notificationHint: 'Elle indique la gravité et les pays, jamais le titre : d’autres voient peut-être votre écran.',
    never: 'Jamais',
    always: 'Pour chaque alerte',
    trySound: 'Essayer le son',
    tryNotification: 'Essayer une notification',
    silent: 'Ce navigateur n’a laissé passer aucun son.',
    played: 'Émis. Si vous n’avez rien entendu, vérifiez le volume de l’appareil et de l’onglet.',
    shown: 'Affichée. Si vous n’avez rien vu, vérifiez les réglages de votre système.',
    denied:
      'Votre navigateur ne laisse pas cette page afficher de notifications. Ses réglages pour cette page permettent de le changer.',
    unsupported: 'Ce navigateur n’affiche pas de notifications.',
    tried: 'Voici comment une alerte vous appelle.',
  },
} as const satisfies Translation<typeof english, 'fr'>;
