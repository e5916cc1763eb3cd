import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Confirmez que vous souhaitez recevoir des alertes par courriel',
    what: 'Quelqu’un (vous, nous l’espérons) a saisi cette adresse pour recevoir des alertes sur des événements susceptibles de déclencher la haine en ligne.',
    how: 'Si c’est exact, ouvrez la page et appuyez sur son bouton. D’ici là, rien d’autre n’est envoyé à cette adresse, quelle que soit la personne qui la saisit de nouveau.',
    action: 'Confirmer l’adresse',
    holds_one: 'Le lien fonctionne pendant {{count}} jour ; ensuite, l’adresse est effacée.',
    holds_many: 'Le lien fonctionne pendant {{count}} jours ; ensuite, l’adresse est effacée.',
    holds_other: 'Le lien fonctionne pendant {{count}} jours ; ensuite, l’adresse est effacée.',
  },
  link: {
    heading: 'Vos alertes par courriel',
    what: 'Quelqu’un (vous, nous l’espérons) a saisi cette adresse, qui reçoit déjà des alertes. Le lien montre lesquelles et permet de les modifier, de les suspendre ou d’y mettre fin.',
    action: 'Voir ce qui vous est envoyé',
    holds_one:
      'Le lien fonctionne pendant {{count}} jour. Ne le transmettez pas : qui le possède peut modifier vos courriels.',
    holds_many:
      'Le lien fonctionne pendant {{count}} jours. Ne le transmettez pas : qui le possède peut modifier vos courriels.',
    holds_other:
      'Le lien fonctionne pendant {{count}} jours. Ne le transmettez pas : qui le possède peut modifier vos courriels.',
  },
  digest: {
    heading: 'Alertes depuis le {{since}}',
    more: 'Ce récapitulatif couvre plus que d’habitude : un précédent a été reporté ou manqué.',
    new: 'Nouvelle',
    changed: 'Modifiée',
    'called-off': 'Levée',
    retracted: 'Retirée',
    expired: 'Expirée',
    ahead: 'À venir dans les 14 prochains jours',
    added: 'ajout : {{names}}',
    removed: 'retrait : {{names}}',
    rewritten: 'nouvelle formulation',
    amended: 'avec des changements',
    why: 'Vous recevez ce message parce que cette adresse l’a demandé.',
    action: 'Modifier, suspendre ou arrêter ces courriels',
    end: 'Arrêter ces courriels tout de suite : {{url}}',
  },
} as const satisfies Translation<typeof english, 'fr'>;
