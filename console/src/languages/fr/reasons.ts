import type { reasons as english } from '../../../../core/contract/reasons.ts';
import type { Translation } from '../../../../core/contract/translation.ts';

export const reasons = {
  linkUnknown: 'Ce lien est inconnu ou incomplet. Ouvrez-le de nouveau depuis le courriel, ou demandez-en un autre.',
  linkSpent: 'Ce lien a déjà servi ; chacun sert une fois. Demandez-en un nouveau.',
  linkExpired: 'Ce lien est trop ancien. Demandez-en un nouveau.',
  linkOld: 'Ce lien est trop ancien. Demandez-en un autre.',
  mailLink:
    'Ce lien est inconnu, trop ancien, ou ses courriels ont pris fin. Saisissez votre adresse sur la page des courriels pour en recevoir un nouveau.',
  providerAlone:
    'Votre organisation se connecte uniquement par son propre fournisseur d’identité. Utilisez la connexion unique (SSO).',
  signedOut: 'Vous êtes déconnecté(e) ici. Connectez-vous de nouveau.',
  signedInLong: 'Votre connexion ici est trop ancienne. Connectez-vous de nouveau.',
  passkeyUnknown: 'Cette clé d’accès est inconnue ici, ou sa réponse n’est pas valable. Essayez-en une autre.',
  passkeyNobody: 'Cette clé d’accès n’appartient à aucun membre de ce réseau.',
  passkeyKnown: 'Cette clé d’accès est déjà connue.',
  passkeysMost: 'Vous avez {{most}} clés d’accès ; retirez-en une qui ne sert plus.',
  begunLong: 'Cela a commencé il y a trop longtemps, ou a déjà reçu une réponse. Recommencez.',
  codesWrong: 'Trop de codes faux ; le prochain comptera dans {{seconds}} s.',
  requestsMany: 'Trop de demandes ; la prochaine peut venir dans {{seconds}} s.',
  invitationAccepted: 'Cette invitation a déjà été acceptée. Connectez-vous par un lien envoyé à votre adresse.',
  invitationWithdrawn: 'Cette invitation a été retirée. Adressez-vous à la personne qui l’a envoyée.',
  invitationReplaced: 'Une invitation plus récente a remplacé celle-ci. Ouvrez le lien du dernier courriel.',
  invitationOld: 'Cette invitation est trop ancienne. Demandez-en une nouvelle à la personne qui l’a envoyée.',
  memberAlready: '{{address}} est déjà l’adresse d’un membre.',
  addressChanged: 'Votre adresse a changé depuis l’envoi de ce lien. Demandez-en un autre.',
  addressProvider:
    'C’est le fournisseur d’identité de votre organisation qui indique votre adresse. Faites-la changer là-bas, et demandez une nouvelle invitation.',
  answerLink:
    'Ce lien ne fonctionne pas : il est trop ancien ou incomplet, ou son destinataire ne peut plus répondre. Connectez-vous pour voir ce qui attend.',
  answerUsed: 'Ce lien a déjà servi.',
  answerGiven: 'Quelqu’un de votre équipe a répondu entre-temps.',
  answerOver: 'L’alerte est terminée, ou un courriel plus récent pose la question.',
  answerRed: 'Seules les personnes connectées répondent à ce qui porte TLP:RED.',
  answerLast: 'C’était la dernière étape : il n’y a plus personne à qui demander.',
  answerFirst: 'De « {{from}} », une réponse ne passe pas à « {{to}} » ; remettez-la d’abord en cours de traitement.',
  answerWorking: 'De « {{from}} », une réponse ne passe pas à « {{to}} » : quelqu’un y travaille déjà.',
  warningOver: 'État de l’alerte : {{state}}. Seule une alerte active peut être modifiée.',
  revisionNewer: 'L’alerte en est à la version {{revision}} ; regardez-la, puis modifiez celle-là.',
  commentsMost: 'Une alerte porte au plus {{most}} commentaires.',
  ownerLast: 'Une organisation a un responsable, et c’est le dernier. Nommez-en d’abord un autre.',
  ownerMakes: 'Seul un responsable connecté peut nommer un responsable.',
  ownerChanges: 'Seul un responsable peut modifier un responsable.',
  ownerRemoves: 'Seul un responsable peut retirer un responsable.',
  ownerRed: 'Seul un responsable connecté peut mettre quelqu’un sur la liste TLP:RED ou l’en retirer.',
  ownRole: 'Personne ne change son propre rôle ; demandez à un autre responsable ou gestionnaire.',
  teamLast: 'C’est la dernière équipe de l’organisation, et il en reste une. Ajoutez-en d’abord une autre.',
  teamKeys: 'Clés d’API qui n’appartiennent qu’à cette équipe : {{keys}}. Révoquez-les, puis retirez-la.',
  domainClaimed: '{{name}} est déjà revendiqué.',
  domainElsewhere: 'Une autre organisation a prouvé {{name}}. Adressez-vous à la coordination.',
  recordMissing:
    'Il n’y a pas d’enregistrement TXT à {{name}}. Une modification peut mettre une heure à être visible partout.',
  recordOther:
    'L’enregistrement TXT à {{name}} contient une autre valeur que celle demandée. Une modification peut mettre une heure à être visible partout.',
  keysMost: 'Une organisation a au plus {{most}} clés. Révoquez celles dont personne ne se sert.',
  subscriptionsMost: 'Une organisation a au plus {{most}} abonnements. Retirez-en un, ou élargissez un filtre.',
  calendarsMost:
    'Vous avez {{most}} adresses de calendrier ; il n’en est pas prévu davantage. Mettez fin à une qu’aucun calendrier ne lit.',
  storeAway: 'La base de données est injoignable pour le moment. Rien n’est perdu : réessayez.',
  storeAwayNow: 'La base de données est injoignable pour le moment ; rien n’a été enregistré. Réessayez.',
} as const satisfies Translation<typeof english, 'fr'>;
