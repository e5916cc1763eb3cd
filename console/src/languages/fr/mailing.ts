import type { Translation } from '../../../../core/contract/translation.ts';
import type { mailing as english } from '../en/mailing.ts';

export const mailing = {
  mail: {
    title: 'Alertes par courriel',
    lead: 'Chacun peut recevoir par courriel les alertes publiques de Tocsin, sans compte. Saisissez votre adresse, choisissez ce que vous voulez et quand ; un courriel vous demande ensuite de confirmer.',
    address: 'Votre adresse électronique',
    addressHint:
      'Avant votre confirmation, seul ce courriel est envoyé. Si vous êtes déjà abonné(e), vous recevez un lien vers vos choix, et rien ne change tant que vous ne l’utilisez pas.',
    what: 'Ce que vous recevez',
    whatMeans:
      'Les alertes marquées TLP:CLEAR ; aussi celles marquées TLP:GREEN dès qu’une organisation membre se porte garante de votre adresse. Ce que vous laissez vide ne restreint rien.',
    when: 'Quand vous le recevez',
    rhythm: 'À quel rythme',
    rhythms: {
      instant: { label: 'Aussitôt', definition: 'Un courriel par événement.' },
      daily: { label: 'Chaque jour', definition: 'Un récapitulatif par jour, s’il s’est passé quelque chose.' },
      weekly: { label: 'Chaque semaine', definition: 'Un récapitulatif par semaine, s’il s’est passé quelque chose.' },
    },
    day: 'Jour',
    hour: 'Heure',
    timeZone: 'Fuseau horaire',
    language: 'Langue des courriels',
    submit: 'Demander les alertes par courriel',
    done: 'Consultez vos courriels',
    doneMeans:
      'Un courriel est en route vers {{address}}. Ouvrez son lien pour confirmer, ou pour voir ce que vous recevez si vous avez déjà confirmé.',
    again:
      'Si rien n’arrive : un seul courriel de confirmation est envoyé, dont le lien fonctionne 7 jours ; un lien vers vos choix l’est une fois par jour.',
  },
  mailConfirmation: {
    title: 'Confirmez votre adresse',
    lead: 'Appuyez sur le bouton, et Tocsin vous envoie désormais ce que vous avez demandé. Vous pouvez le modifier ou l’arrêter à tout moment.',
    noToken: 'Ouvrez le lien de votre courriel : il mène ici.',
    confirm: 'Confirmer l’adresse',
    done: 'Confirmé. Les courriels vous parviennent désormais.',
  },
  mailPreferences: {
    title: 'Vos alertes par courriel',
    noToken: 'Ouvrez le lien d’un de vos courriels : il mène à ce que vous recevez.',
    opening: 'Ouverture de vos choix …',
    newLink: 'Demander un nouveau lien',
    instant: 'Vous recevez aussitôt un courriel par événement.',
    daily: 'Vous recevez un récapitulatif par jour, à {{hour}} ({{timeZone}}), s’il s’est passé quelque chose.',
    weekly:
      'Vous recevez un récapitulatif par semaine, le {{day}} à {{hour}} ({{timeZone}}), s’il s’est passé quelque chose.',
    address: 'Adresse',
    marked: 'Marquage',
    vouched: 'Une organisation membre se porte garante de vous.',
    next: 'Prochain récapitulatif',
    everything: 'Tout',
    change: 'Modifier ce que vous recevez',
    changed: 'Enregistré.',
    pausedUntil: 'Suspendu jusqu’au {{moment}}. Ce qui se passe entre-temps viendra ensuite.',
    pause: 'Suspendre',
    pauseFor: 'Pour combien de temps',
    pauseMeans:
      'Rien n’est envoyé entre-temps, et rien n’est perdu : tout vient dans le premier courriel qui suit. Vous pouvez reprendre plus tôt.',
    days: { '7': 'Une semaine', '30': '30 jours', '90': '90 jours', '365': 'Un an, ou jusqu’à ce que vous repreniez' },
    pauseIt: 'Suspendre les courriels',
    paused: 'Suspendu.',
    resume: 'Reprendre maintenant',
    resumed: 'Les courriels reprennent.',
    end: 'Arrêter les courriels',
    endMeans: 'Votre adresse est effacée et plus rien n’y est envoyé. Vous pouvez refaire une demande à tout moment.',
    endIt: 'Effacer mon adresse',
    ended: 'Les courriels sont arrêtés. Votre adresse est effacée. Vous pouvez fermer cette page.',
  },
  vouches: {
    title: 'Alertes par courriel',
    lead: 'Quiconque s’abonne aux alertes par courriel avec une adresse dont vous vous portez garant peut recevoir ce qui est marqué TLP:GREEN, en plus de TLP:CLEAR. Vous n’apprenez pas si la personne s’abonne.',
    page: 'La page d’abonnement',
    none: 'Vous ne vous portez garant de personne.',
    add: 'Se porter garant d’une adresse',
    addIt: 'S’en porter garant',
    address: 'Adresse électronique',
    since: 'Depuis',
    withdraw: 'Retirer',
    withdrawIt: 'Ne plus s’en porter garant',
    withdrawMeans:
      'Cette adresse ne reçoit désormais que TLP:CLEAR, sauf si une autre organisation s’en porte aussi garante.',
  },
} as const satisfies Translation<typeof english, 'fr'>;
