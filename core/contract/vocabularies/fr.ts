import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antitsiganisme',
      definition: 'Haine envers les Roms, les Sintés, les Gens du voyage et les personnes perçues comme telles.',
    },
    antisemitism: {
      label: 'Antisémitisme',
      definition: 'Haine envers les Juifs et les personnes perçues comme telles.',
    },
    anti_muslim_hatred: {
      label: 'Haine antimusulmane',
      definition: 'Haine envers les musulmans et les personnes perçues comme telles.',
    },
    anti_black_racism: {
      label: 'Racisme anti-Noirs',
      definition: 'Haine envers les personnes noires et d’ascendance africaine.',
    },
    anti_asian_racism: {
      label: 'Racisme anti-Asiatiques',
      definition: 'Haine envers les personnes d’ascendance asiatique.',
    },
    xenophobia: {
      label: 'Xénophobie',
      definition: 'Haine envers les étrangers, y compris les personnes migrantes et réfugiées.',
    },
    race_or_colour: {
      label: 'Prétendue race ou couleur de peau',
      definition: 'Haine en raison d’une prétendue race ou de la couleur de peau.',
    },
    ethnic_origin: { label: 'Origine ethnique', definition: 'Haine en raison de l’origine ethnique.' },
    national_origin: {
      label: 'Origine nationale',
      definition: 'Haine en raison de la nationalité ou de l’origine nationale.',
    },
    descent: { label: 'Ascendance', definition: 'Haine en raison de l’ascendance.' },
    religion_or_belief: {
      label: 'Religion ou convictions',
      definition: 'Haine en raison de toute autre religion ou conviction, ou de l’absence de religion.',
    },
    sexual_orientation: {
      label: 'Orientation sexuelle',
      definition: 'Haine envers les personnes lesbiennes, gays et bisexuelles.',
    },
    gender_identity: {
      label: 'Identité de genre',
      definition: 'Haine envers les personnes trans, non binaires et intersexes.',
    },
    sex_or_gender: { label: 'Sexe ou genre', definition: 'Haine en raison du sexe ou du genre, misogynie comprise.' },
    disability: { label: 'Handicap', definition: 'Haine envers les personnes handicapées.' },
    age: { label: 'Âge', definition: 'Haine en raison de l’âge.' },
    language_or_minority: {
      label: 'Langue ou minorité',
      definition: 'Haine envers une minorité linguistique ou nationale.',
    },
    other: { label: 'Autre motif', definition: 'Un autre motif, que la description précise.' },
  },
  trigger: {
    attack: { label: 'Attentat', definition: 'Un attentat terroriste ou un crime de haine.' },
    crime: { label: 'Crime ou délit', definition: 'Un crime ou un délit attribué à un groupe.' },
    trial: { label: 'Procès', definition: 'Un procès ou un verdict.' },
    election: { label: 'Élection', definition: 'Une élection ou un référendum.' },
    political_debate: { label: 'Débat politique', definition: 'Un débat ou un discours politique.' },
    legislation: { label: 'Législation', definition: 'Une loi proposée, débattue ou adoptée.' },
    protest: { label: 'Manifestation', definition: 'Une manifestation, une marche ou une contre-manifestation.' },
    commemoration: { label: 'Commémoration', definition: 'Un anniversaire ou une journée du souvenir.' },
    religious_event: { label: 'Événement religieux', definition: 'Une fête ou un rassemblement religieux.' },
    sports_event: { label: 'Événement sportif', definition: 'Un match ou un tournoi.' },
    cultural_event: {
      label: 'Événement culturel',
      definition: 'Un festival, une marche des fiertés, un concert, un film.',
    },
    migration_event: {
      label: 'Événement migratoire',
      definition: 'Une arrivée, un lieu d’accueil, un accident en route.',
    },
    conflict_abroad: {
      label: 'Conflit à l’étranger',
      definition: 'Une guerre ou un conflit ailleurs, qui trouve un écho ici.',
    },
    public_health: { label: 'Santé publique', definition: 'Une épidémie ou une mesure de santé publique.' },
    media_report: { label: 'Article ou reportage', definition: 'Un article ou un reportage dans les médias.' },
    viral_content: {
      label: 'Contenu viral',
      definition: 'Une publication, une vidéo ou une chanson qui se propage d’elle-même.',
    },
    disinformation_campaign: {
      label: 'Campagne de désinformation',
      definition: 'Des contrevérités répandues à dessein au sujet d’un groupe.',
    },
    coordinated_harassment: {
      label: 'Harcèlement coordonné',
      definition: 'Beaucoup contre une seule personne ou une seule organisation.',
    },
    policy_change: {
      label: 'Changement des règles d’une plateforme',
      definition: 'Un changement des règles ou des pratiques d’une plateforme.',
    },
    other: { label: 'Autre événement', definition: 'Un événement d’un autre genre.' },
  },
  severity: {
    extreme: { label: 'Extrême', definition: 'Une incitation à la violence est imminente ou en cours.' },
    severe: { label: 'Grave', definition: 'Une vague contre un groupe est probable, ou en cours à un endroit.' },
    moderate: { label: 'Modérée', definition: 'Une hausse marquée est à prévoir.' },
    minor: { label: 'Mineure', definition: 'Bon à savoir.' },
  },
  urgency: {
    immediate: { label: 'Immédiate', definition: 'Agir maintenant.' },
    expected: { label: 'Attendue (dans les 24 heures)', definition: 'Agir dans les 24 prochaines heures.' },
    future: { label: 'Future', definition: 'Au-delà des 24 prochaines heures.' },
    past: { label: 'Passée', definition: 'C’est terminé ; cela n’escalade jamais.' },
  },
  certainty: {
    observed: { label: 'Observée', definition: 'Cela s’est produit ou se produit.' },
    likely: { label: 'Probable', definition: 'Plus probable qu’improbable (p > 50 %).' },
    possible: { label: 'Possible', definition: 'Possible, mais pas probable (p ≤ 50 %).' },
    unlikely: { label: 'Improbable', definition: 'Peu attendu, mais pas exclu.' },
  },
  status: {
    actual: { label: 'Réel', definition: 'Une véritable alerte.' },
    exercise: { label: 'Exercice', definition: 'Agissez comme en situation réelle ; il ne se passe rien.' },
    test: { label: 'Test', definition: 'Un test technique : personne n’a à agir.' },
  },
  tlp: {
    'TLP:RED': { label: 'TLP:RED', definition: 'Réservé aux destinataires individuels ; aucune autre divulgation.' },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Réservé à l’organisation des destinataires.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'Dans l’organisation des destinataires et chez ses clients, selon le besoin d’en connaître.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Pour la communauté : les membres du réseau.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Pour tout le monde.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Renforcer la veille',
      definition: 'Surveiller de plus près les pays, langues et termes indiqués.',
    },
    brief_reviewers: {
      label: 'Informer les équipes de modération',
      definition: 'Dire aux équipes de modération de ces langues à quoi s’attendre.',
    },
    review_terms: { label: 'Vérifier les termes', definition: 'Comparer les termes indiqués avec vos propres listes.' },
    check_recommendations: {
      label: 'Vérifier les recommandations',
      definition: 'Éviter que les recommandations et les tendances ne le relaient.',
    },
    protect_accounts: { label: 'Protéger les comptes', definition: 'Protéger les comptes pris pour cible.' },
    contact_us: { label: 'Nous contacter', definition: 'Prendre contact avec l’organisation émettrice.' },
    share_findings: {
      label: 'Partager les constats',
      definition: 'Dire à l’organisation émettrice ce que vous constatez de votre côté.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Veille renforcée', definition: 'Une veille plus étroite est en place.' },
    queue_prioritised: {
      label: 'Signalements traités en priorité',
      definition: 'Les signalements à ce sujet sont examinés en premier.',
    },
    reviewers_briefed: {
      label: 'Équipes de modération informées',
      definition: 'Les équipes de modération concernées sont au courant.',
    },
    terms_added: { label: 'Termes ajoutés', definition: 'Des termes ont été ajoutés à la détection.' },
    reach_limited: { label: 'Portée limitée', definition: 'Les contenus sont moins recommandés ou moins montrés.' },
    content_removed: { label: 'Contenus retirés', definition: 'Des contenus ont été retirés ou rendus inaccessibles.' },
    content_labelled: {
      label: 'Contenus assortis d’un avertissement',
      definition: 'Des contenus ont été signalés comme tels ou placés derrière un avertissement.',
    },
    accounts_actioned: {
      label: 'Mesures contre des comptes',
      definition: 'Des comptes ont été restreints, suspendus ou supprimés.',
    },
    accounts_protected: { label: 'Comptes protégés', definition: 'Les comptes visés ont été protégés.' },
    law_enforcement_informed: { label: 'Autorités informées', definition: 'Les autorités ont été informées.' },
    other: { label: 'Autre mesure', definition: 'Une autre mesure, que la note précise.' },
  },
  reason: {
    not_found: { label: 'Rien trouvé', definition: 'Rien de tel n’a été trouvé sur le service.' },
    not_enough_context: { label: 'Contexte insuffisant', definition: 'L’alerte n’en dit pas assez pour agir.' },
    not_our_service: { label: 'Ne concerne pas notre service', definition: 'Elle ne concerne pas ce service.' },
    duplicate: { label: 'Doublon', definition: 'Traité dans une autre alerte.' },
    lawful: { label: 'Licite', definition: 'Ce qui a été trouvé est licite.' },
    within_policy: {
      label: 'Conforme aux règles du service',
      definition: 'Ce qui a été trouvé est conforme aux règles du service.',
    },
    too_late: { label: 'Trop tard', definition: 'C’était terminé avant qu’il soit possible d’agir.' },
    other: { label: 'Autre raison', definition: 'Une autre raison, que la note précise.' },
  },
  usefulness: {
    helped: { label: 'Utile', definition: 'Elle a aidé à agir plus tôt ou mieux.' },
    somewhat: { label: 'Un peu utile', definition: 'Elle a un peu aidé.' },
    not_helpful: { label: 'Inutile', definition: 'Elle n’a rien changé.' },
    too_late: { label: 'Trop tardive', definition: 'Elle est arrivée quand tout était déjà connu.' },
  },
  acknowledgementState: {
    pending: { label: 'En attente', definition: 'Personne dans l’équipe n’a encore répondu.' },
    acknowledged: { label: 'Prise en charge', definition: 'Quelqu’un l’a prise en charge.' },
    working: { label: 'En cours de traitement', definition: 'Quelqu’un y travaille.' },
    actioned: { label: 'Mesures prises', definition: 'Des mesures ont été prises.' },
    no_action: { label: 'Aucune mesure', definition: 'Examinée ; rien n’a été fait, avec le motif.' },
    declined: { label: 'Déclinée', definition: 'Non prise en charge, avec le motif.' },
  },
  termKind: {
    hashtag: { label: 'Mot-dièse', definition: 'Un mot-dièse (hashtag).' },
    keyword: { label: 'Mot-clé', definition: 'Un mot ou une expression.' },
    coded_term: { label: 'Terme codé', definition: 'Un mot qui a un autre sens pour les initiés.' },
    slogan: { label: 'Slogan', definition: 'Un slogan ou un chant.' },
    emoji: { label: 'Émoji', definition: 'Un émoji ou une suite d’émojis.' },
    domain: { label: 'Domaine', definition: 'Un nom de domaine.' },
  },
  state: {
    active: { label: 'Active', definition: 'En vigueur.' },
    cancelled: { label: 'Levée', definition: 'Levée par l’organisation émettrice.' },
    expired: { label: 'Expirée', definition: 'Son délai est passé.' },
  },
  kind: {
    cso: { label: 'Organisation de la société civile', definition: 'Émet des alertes.' },
    platform: { label: 'Plateforme', definition: 'Reçoit des alertes et y répond.' },
    coordinator: { label: 'Coordination', definition: 'Anime le réseau.' },
    observer: { label: 'Observation', definition: 'Lit, dans la limite de son habilitation.' },
  },
  role: {
    owner: { label: 'Responsable', definition: 'Répond de l’organisation.' },
    manager: { label: 'Gestionnaire', definition: 'S’occupe des réglages, des clés et des personnes.' },
    responder: { label: 'Réponse', definition: 'Émet des alertes ou y répond.' },
    viewer: { label: 'Lecture', definition: 'Lit.' },
  },
  scope: {
    'warnings:read': { label: 'Lire les alertes', definition: 'Lire les alertes, les événements et les réglages.' },
    'warnings:write': {
      label: 'Émettre des alertes',
      definition: 'Émettre, modifier, lever, corroborer, commenter, prévisualiser.',
    },
    'warnings:red': {
      label: 'Lire TLP:RED',
      definition: 'Figurer sur la liste RED de l’organisation, en plus de la lecture.',
    },
    'acknowledgements:write': { label: 'Répondre aux alertes', definition: 'Répondre, escalader, commenter.' },
    'subscriptions:write': {
      label: 'Modifier les abonnements',
      definition: 'Modifier les abonnements et les politiques d’escalade.',
    },
    admin: {
      label: 'Administrer',
      definition: 'Équipes, clés, personnes, organisation ; ne comprend aucun autre droit.',
    },
  },
  keyState: {
    active: { label: 'Active', definition: 'Utilisée.' },
    expiring: { label: 'Expire bientôt', definition: 'Prend fin dans les quatorze jours.' },
    expired: { label: 'Expirée', definition: 'Son délai est passé.' },
    revoked: { label: 'Révoquée', definition: 'Quelqu’un y a mis fin.' },
  },
} as const satisfies Translation<typeof english, 'fr'>;
