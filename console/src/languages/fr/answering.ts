import type { Translation } from '../../../../core/contract/translation.ts';
import type { answering as english } from '../en/answering.ts';

export const answering = {
  answerLink: {
    opening: 'Répondre à l’alerte',
    open: 'La prenez-vous en charge ?',
    used: 'Vous l’avez passée au suivant',
    usedLead:
      'Ce lien a servi. La personne suivante a été sollicitée. Vous pouvez encore répondre une fois connecté(e).',
    answered: 'Une réponse a été donnée',
    taken: 'Vous l’avez prise en charge',
    takenLead: 'L’escalade est terminée pour toute l’équipe. Connectez-vous pour dire ce que vous trouvez et faites.',
    over: 'Il n’y a plus rien à répondre ici',
    overLead: 'L’alerte est terminée, ou un courriel plus récent pose la question.',
    signedIn: 'Connectez-vous pour répondre',
    signedInLead: 'Une alerte marquée TLP:RED n’est montrée qu’aux personnes de sa liste, qui seules y répondent.',
    nothing: 'Une fois connecté, qui a le droit de la lire voit de quoi il s’agit.',
    unnamed: 'une machine de votre organisation',
    facts: 'L’alerte',
    team: 'Réponse attendue de',
    step: 'Escalade',
    stepOf: 'étape {{step}} sur {{of}}, sans réponse depuis',
    what: 'Quoi',
    where: 'Où',
    from: 'Du',
    until: 'Au',
    choose: 'Votre réponse',
    take: 'Je la prends en charge',
    takeMeans: 'L’alerte est prise en charge pour l’équipe, et l’escalade prend fin.',
    pass: 'Pas moi : demander au suivant',
    passMeans: 'Les personnes de l’étape suivante sont sollicitées aussitôt. L’alerte reste sans réponse.',
    last: 'C’était la dernière étape : il n’y a plus personne à solliciter après vous.',
    none: 'Choisissez d’abord une des réponses.',
    submit: 'Envoyer cette réponse',
    more: 'Ouvrir l’alerte (avec connexion)',
  },
} as const satisfies Translation<typeof english, 'fr'>;
