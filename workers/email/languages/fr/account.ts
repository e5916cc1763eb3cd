import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Ouvrir Tocsin',
  unexpected: 'Si vous n’attendiez pas ce message, vous n’avez rien à faire.',
  buttonFails: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  role: 'Rôle',
  kind: 'Type',
  reason: 'Motif',
  confirmation: {
    subject: 'Confirmez cette adresse pour les alertes adressées à {{organisation}}',
    heading: 'Confirmez cette adresse',
    what: '{{organisation}} souhaite que cette adresse soit prévenue lorsque des alertes sur la haine en ligne la concernent ou attendent sa réponse.',
    how: 'Si c’est exact, ouvrez la page et appuyez sur le bouton. Rien n’est envoyé à cette adresse auparavant.',
    action: 'Confirmer l’adresse',
    holds_one: 'Le lien est valable {{count}} jour.',
    holds_many: 'Le lien est valable {{count}} de jours.',
    holds_other: 'Le lien est valable {{count}} jours.',
  },
  signIn: {
    heading: 'Connexion à Tocsin',
    how: 'Quelqu’un (vous, nous l’espérons) a demandé à se connecter avec cette adresse. Ouvrez la page et appuyez sur le bouton.',
    keepIt: 'Personne dans le réseau ne vous demandera jamais ce lien. Ne le transmettez pas.',
    action: 'Se connecter',
    until: 'Le lien fonctionne une seule fois, jusqu’au {{until}}.',
    notYou: 'Si vous ne l’avez pas demandé, vous n’avez rien à faire : sans le lien, personne n’entre.',
  },
  signInByProvider: {
    heading: 'Connectez-vous par votre organisation',
    why: 'Quelqu’un (vous, nous l’espérons) a demandé un lien pour se connecter à Tocsin avec cette adresse. Les membres de l’organisation {{organisation}} se connectent par le fournisseur d’identité de celle-ci : il n’y a donc pas de lien.',
    how: 'Ouvrez la page de connexion, écrivez votre adresse et choisissez « Single sign-on (SSO) ».',
    action: 'Ouvrir la page de connexion',
  },
  invitation: {
    heading: 'Rejoignez {{organisation}} sur Tocsin',
    by: '{{by}} ({{organisation}}) vous invite.',
    invited: 'Vous avez reçu une invitation à rejoindre {{organisation}}.',
    what: 'Tocsin est le réseau dans lequel des organisations de la société civile alertent tôt les plateformes sur des événements susceptibles de déclencher la haine en ligne.',
    action: 'Voir l’invitation',
    until: 'Le lien fonctionne une seule fois, jusqu’au {{until}}.',
    notYou:
      'Si vous n’attendiez pas ce message, vous n’avez rien à faire : sans vous, personne ne rejoint l’organisation.',
  },
  member: {
    removed: 'Vous n’êtes plus membre de l’organisation {{organisation}}',
    removedMeans:
      'Votre appartenance à {{organisation}} sur Tocsin a pris fin et toutes vos sessions ont été fermées. Vous ne recevrez plus de courriels à ce titre.',
    address: 'Votre adresse électronique chez {{organisation}} a été modifiée',
    addressMeans:
      'À partir de maintenant, vous vous connectez à {{organisation}} et recevez vos messages à l’adresse que vous avez confirmée, et non plus à celle-ci. Toutes vos sessions précédentes ont été fermées.',
    role: 'Votre rôle chez {{organisation}} a changé',
    roleMeans: 'Voici votre rôle à partir de maintenant.',
    unexpected: 'Si vous ne vous y attendiez pas, adressez-vous aux responsables de votre organisation.',
    visit: 'Aller sur Tocsin',
  },
  ownAddress: {
    heading: 'Utiliser cette adresse sur Tocsin',
    what: 'Un membre de l’organisation {{organisation}} (vous, nous l’espérons) souhaite désormais se connecter et recevoir ses messages à cette adresse.',
    how: 'Si c’est exact, ouvrez la page dans le navigateur où votre session est ouverte et appuyez sur son bouton. Rien ne change avant cela.',
    action: 'Utiliser cette adresse',
    until: 'Le lien fonctionne une seule fois, jusqu’au {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'Une clé d’accès a été ajoutée',
      what: 'Une clé d’accès a été ajoutée à votre compte. Elle suffit à elle seule pour se connecter.',
    },
    'passkey-removed': {
      heading: 'Une clé d’accès a été supprimée',
      what: 'Une clé d’accès a été supprimée de votre compte.',
    },
    'totp-added': {
      heading: 'Les codes à usage unique ont été activés',
      what: 'Une application générant des codes à usage unique a été ajoutée à votre compte.',
    },
    'totp-removed': {
      heading: 'Les codes à usage unique ont été désactivés',
      what: 'Les codes de votre application ne sont plus acceptés.',
    },
    'recovery-codes-made': {
      heading: 'De nouveaux codes de secours ont été créés',
      what: 'De nouveaux codes de secours ont été créés pour votre compte ; les précédents ne sont plus valables.',
    },
    'recovery-code-used': {
      heading: 'Un code de secours a été utilisé',
      what: 'Un de vos codes de secours a été utilisé. Il n’est plus valable ; créez-en de nouveaux quand il en reste peu.',
    },
    'factors-reset': {
      heading: 'Vos clés d’accès et vos codes ont été supprimés',
      what: 'Un gestionnaire de votre organisation a supprimé vos clés d’accès et vos codes et fermé vos sessions. Connectez-vous avec un lien et ajoutez-en de nouveaux.',
    },
    yours:
      'Si c’était vous, il n’y a rien à faire. Sinon : connectez-vous maintenant, mettez fin aux autres sessions, supprimez ce qui n’est pas à vous et prévenez un gestionnaire de votre organisation.',
    action: 'Ouvrir votre compte',
  },
  application: {
    confirm: {
      heading: 'Confirmez votre candidature à Tocsin',
      what: 'Quelqu’un (vous, nous l’espérons) a demandé l’adhésion de l’organisation {{organisation}} à Tocsin en indiquant cette adresse comme contact.',
      action: 'Confirmer la candidature',
    },
    asked: {
      heading: 'Une question sur votre candidature à Tocsin',
      what: 'La coordination a une question sur la candidature de l’organisation {{organisation}} :',
      action: 'Répondre',
    },
    refused: {
      heading: 'Votre candidature à Tocsin a été refusée',
      what: 'La coordination a refusé la candidature de l’organisation {{organisation}} pour la raison suivante :',
      action: 'Voir la candidature',
    },
    admitted: {
      heading: 'L’organisation {{organisation}} est admise dans Tocsin',
      what: 'L’organisation {{organisation}} est désormais membre du réseau. Un second message vous invite en tant que responsable ; son lien vous permet de vous connecter pour la première fois.',
      action: 'Voir la candidature',
    },
    confirmHow: 'Ouvrez la page et confirmez ; ce n’est qu’ensuite que la coordination voit la candidature.',
    waits: '{{organisation}} demande à adhérer',
    waitsHow: 'Sa candidature vous attend : admettez-la, posez une question ou refusez.',
    waitsAction: 'Ouvrir la candidature',
  },
  organisation: {
    addressErased: 'Une adresse effacée a été retirée de vos réglages',
    addressErasedWhat:
      'Les données d’une personne ont été effacées ; son adresse figurait dans une politique d’escalade ou un abonnement de : {{teams}}. Là où personne d’autre n’était désigné, les responsables de l’organisation sont désormais prévenus.',
    addressErasedDo: 'Vérifiez les deux et désignez quelqu’un d’autre là où c’est nécessaire.',
    left: '{{organisation}} a quitté le réseau',
    leftMeans:
      'Un responsable de l’organisation {{organisation}} a mis fin à son adhésion. Ses clés et ses sessions ne sont plus valables ; ses alertes et ses réponses restent consignées.',
    suspended: {
      heading: 'L’organisation {{organisation}} est suspendue',
      what: 'Ses membres et ses clés n’ont plus accès, et rien ne lui est demandé, jusqu’à ce que la coordination lève la suspension. Rien n’est perdu.',
    },
    resumed: {
      heading: 'L’organisation {{organisation}} est de retour',
      what: 'La suspension a pris fin. Reconnectez-vous ; les clés fonctionnent de nouveau.',
    },
    braked: {
      heading: '{{organisation}} ne peut pas émettre d’alertes pour l’instant',
      what: 'La coordination a bloqué l’émission. La lecture, la levée des alertes et tout le reste continuent ; l’émission reprendra lorsque la coordination la débloquera.',
    },
    released: {
      heading: '{{organisation}} peut de nouveau émettre des alertes',
      what: 'La coordination a débloqué l’émission.',
    },
    retracted: {
      heading: 'Les alertes de l’organisation {{organisation}} ont été retirées',
      what: 'La coordination a levé toutes ses alertes en cours, et tous ceux qui les ont reçues en sont informés. Remplacez ce qui a pu tomber en d’autres mains : clés d’API, clés d’accès, sessions.',
    },
    unclear: 'Adressez-vous à la coordination du réseau si quelque chose n’est pas clair.',
  },
  policyGap: {
    what: 'C’est ce qu’a montré un essai de la politique telle qu’elle est aujourd’hui, avant qu’une alerte n’en dépende.',
    do: 'Désignez quelqu’un d’autre, ou faites confirmer l’adresse par le lien qui y a été envoyé.',
    why: 'Ce message est envoyé une fois pour chaque destinataire aux responsables et gestionnaires de l’organisation ; à défaut, à la coordination.',
  },
  suppression: {
    comesBack: {
      heading: 'Les courriels envoyés à l’une de vos adresses reviennent',
      do: 'Demandez à la personne concernée quelle adresse elle utilise. Si elle a changé, modifiez-la ; si elle reçoit de nouveau du courrier, choisissez « Reprendre l’envoi » sur la page de vos membres.',
    },
    complaint: {
      heading: 'L’une de vos adresses a signalé nos courriels comme indésirables',
      do: 'Demandez à la personne concernée ce qu’elle veut recevoir et modifiez ses abonnements. Si c’était une erreur, choisissez « Reprendre l’envoi » sur la page de vos membres.',
    },
    why: {
      'no-mailbox': 'Le serveur de messagerie indique que cette boîte n’existe pas.',
      'not-taken':
        'Plusieurs courriels de suite n’ont pas pu y être remis : la boîte est pleine ou son serveur n’accepte pas de courrier.',
      complaint: 'La personne qui la lit a signalé un courriel de ce réseau comme indésirable.',
    },
    means:
      'Désormais, seul l’indispensable y est envoyé : plus aucune alerte issue d’un abonnement. Les escalades sont toujours tentées, ainsi que ce que quelqu’un demande, comme un lien de connexion ; ne comptez pas dessus.',
    address: 'Adresse',
    since: 'Depuis',
    said: 'Réponse reçue',
    action: 'Ouvrir les membres de votre organisation',
    once: 'Cet avis n’est envoyé qu’une fois par adresse.',
  },
} as const satisfies Translation<typeof english, 'fr'>;
