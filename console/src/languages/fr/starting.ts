import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Trois étapes vers un réseau qui fonctionne',
    factor: 'Protégez votre compte : une clé d’accès, ou les codes d’une application.',
    toFactor: 'Vers votre compte',
    admit: 'Admettez la première organisation de la société civile et la première plateforme.',
    toAdmit: 'Vers les organisations',
    drill: 'Lancez un premier exercice, et voyez qui répond quand.',
    toDrill: 'Vers les exercices',
    done: 'Fait',
    dismiss: 'Masquer ces étapes',
    empty: {
      cso: 'Ce que vous émettez figure ici, avec qui l’a reçu et qui a répondu ; de même ce que d’autres émettent et que vous pouvez voir.',
      platform:
        'Les alertes apparaissent ici d’elles-mêmes dès qu’elles sont émises. Celles qui attendent votre réponse le disent.',
      coordinator: 'Les alertes de tous les membres apparaissent ici dès qu’elles sont émises.',
      observer: 'Les alertes apparaissent ici dès qu’elles sont émises, dans la limite de votre habilitation.',
    },
    unsubscribed:
      'Votre organisation ne suit rien : aucune alerte n’attend sa réponse, et personne ne reçoit de courriel.',
    toSubscriptions: 'Définir ce que vous suivez',
    practise: 'S’entraîner à émettre une alerte',
  },
  practice: {
    title: 'Entraînement',
    lead: 'Vous émettez un test : le vrai formulaire et la vraie page, mais seules votre organisation et la coordination le voient. Personne n’est alarmé. Arrêtez quand vous voulez ; ce que vous avez fait reste sur cet appareil.',
    progress: 'Étape {{step}} sur {{of}} : {{what}}',
    raise: 'L’émettre',
    raiseMeans:
      'Le formulaire est rempli. Changez ce que vous voulez ; à côté figure qui il atteindrait. Puis émettez l’alerte.',
    reach: 'Voir qui elle atteint',
    reachMeans:
      'La liste « Qui l’a » nomme ceux qui ont reçu, vu et répondu. Elle est vide ici, car un test ne demande rien à personne.',
    revise: 'La modifier',
    reviseMeans:
      'Appuyez sur « Modifier » et changez un mot. Les lecteurs voient ce qui a changé ; si l’alerte s’aggrave, une nouvelle réponse est demandée.',
    clear: 'Donner la fin d’alerte',
    clearMeans:
      'Appuyez sur « Fin d’alerte » et dites pourquoi c’est fini. Tous ceux qui avaient l’alerte l’apprennent.',
    over: 'Bravo. Vous avez émis, suivi, modifié et levé une alerte ; une vraie se passe de la même façon.',
    seen: 'J’ai vu',
    toForm: 'Vers le formulaire',
    toWarning: 'Vers votre alerte d’entraînement',
    steps: 'Toutes les étapes',
    again: 'S’entraîner encore',
    headline: 'Entraînement : appels à se rassembler devant un centre d’hébergement',
    text: 'Ceci est un entraînement ; il ne se passe rien. Depuis ce matin, des publications citent un centre d’hébergement et une heure pour s’y rassembler.',
  },
} as const satisfies Translation<typeof english, 'fr'>;
