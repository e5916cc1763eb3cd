import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antiziganismo',
      definition: 'Odio verso rom, sinti, camminanti e chi è percepito come tale.',
    },
    antisemitism: { label: 'Antisemitismo', definition: 'Odio verso gli ebrei e chi è percepito come tale.' },
    anti_muslim_hatred: {
      label: 'Odio antimusulmano',
      definition: 'Odio verso i musulmani e chi è percepito come tale.',
    },
    anti_black_racism: {
      label: 'Razzismo contro le persone nere',
      definition: 'Odio verso le persone nere e di origine africana.',
    },
    anti_asian_racism: { label: 'Razzismo antiasiatico', definition: 'Odio verso le persone di origine asiatica.' },
    xenophobia: { label: 'Xenofobia', definition: 'Odio verso gli stranieri, compresi migranti e rifugiati.' },
    race_or_colour: {
      label: 'Presunta razza o colore della pelle',
      definition: 'Odio per una presunta razza o per il colore della pelle.',
    },
    ethnic_origin: { label: 'Origine etnica', definition: 'Odio per l’origine etnica.' },
    national_origin: { label: 'Origine nazionale', definition: 'Odio per la nazionalità o l’origine nazionale.' },
    descent: { label: 'Ascendenza', definition: 'Odio per l’ascendenza.' },
    religion_or_belief: {
      label: 'Religione o convinzioni personali',
      definition: 'Odio per qualunque altra religione o convinzione, o per l’assenza di religione.',
    },
    sexual_orientation: {
      label: 'Orientamento sessuale',
      definition: 'Odio verso le persone lesbiche, gay e bisessuali.',
    },
    gender_identity: {
      label: 'Identità di genere',
      definition: 'Odio verso le persone trans, non binarie e intersex.',
    },
    sex_or_gender: { label: 'Sesso o genere', definition: 'Odio per il sesso o il genere, compresa la misoginia.' },
    disability: { label: 'Disabilità', definition: 'Odio verso le persone con disabilità.' },
    age: { label: 'Età', definition: 'Odio per l’età.' },
    language_or_minority: {
      label: 'Lingua o minoranza',
      definition: 'Odio verso una minoranza linguistica o nazionale.',
    },
    other: { label: 'Altro motivo', definition: 'Un altro motivo; la descrizione dice quale.' },
  },
  trigger: {
    attack: { label: 'Attentato', definition: 'Un attentato terroristico o un crimine d’odio.' },
    crime: { label: 'Reato', definition: 'Un reato attribuito a un gruppo.' },
    trial: { label: 'Processo', definition: 'Un processo o una sentenza.' },
    election: { label: 'Elezioni', definition: 'Un’elezione o un referendum.' },
    political_debate: { label: 'Dibattito politico', definition: 'Un dibattito o un discorso politico.' },
    legislation: { label: 'Legislazione', definition: 'Una legge proposta, discussa o approvata.' },
    protest: { label: 'Protesta', definition: 'Una manifestazione, un corteo o una contromanifestazione.' },
    commemoration: { label: 'Commemorazione', definition: 'Un anniversario o una giornata della memoria.' },
    religious_event: { label: 'Evento religioso', definition: 'Una festa o un raduno religioso.' },
    sports_event: { label: 'Evento sportivo', definition: 'Una partita o un torneo.' },
    cultural_event: { label: 'Evento culturale', definition: 'Un festival, un pride, un concerto, un film.' },
    migration_event: {
      label: 'Evento migratorio',
      definition: 'Un arrivo, un centro di accoglienza, un incidente lungo il cammino.',
    },
    conflict_abroad: { label: 'Conflitto all’estero', definition: 'Una guerra o un conflitto altrove che ha eco qui.' },
    public_health: { label: 'Salute pubblica', definition: 'Un’epidemia o una misura di salute pubblica.' },
    media_report: { label: 'Notizia dei media', definition: 'Una notizia nei media.' },
    viral_content: { label: 'Contenuto virale', definition: 'Un post, un video o una canzone che si diffonde da sé.' },
    disinformation_campaign: {
      label: 'Campagna di disinformazione',
      definition: 'Falsità diffuse di proposito su un gruppo.',
    },
    coordinated_harassment: {
      label: 'Molestie coordinate',
      definition: 'Molti contro una sola persona o una sola organizzazione.',
    },
    policy_change: {
      label: 'Modifica delle regole di una piattaforma',
      definition: 'Una modifica delle regole o delle prassi di una piattaforma.',
    },
    other: { label: 'Altro evento', definition: 'Un evento di altro tipo.' },
  },
  severity: {
    extreme: { label: 'Estrema', definition: 'L’istigazione alla violenza è imminente o in corso.' },
    severe: { label: 'Grave', definition: 'È probabile un’ondata contro un gruppo, o è già in corso in un luogo.' },
    moderate: { label: 'Moderata', definition: 'È da attendersi un aumento marcato.' },
    minor: { label: 'Lieve', definition: 'Utile da sapere.' },
  },
  urgency: {
    immediate: { label: 'Immediata', definition: 'Agire subito.' },
    expected: { label: 'Attesa (entro 24 ore)', definition: 'Agire entro le prossime 24 ore.' },
    future: { label: 'Futura', definition: 'Oltre le prossime 24 ore.' },
    past: { label: 'Passata', definition: 'È passato; non dà mai luogo a escalation.' },
  },
  certainty: {
    observed: { label: 'Osservata', definition: 'È accaduto o sta accadendo.' },
    likely: { label: 'Probabile', definition: 'Più probabile che no (p > 50 %).' },
    possible: { label: 'Possibile', definition: 'Possibile, non probabile (p ≤ 50 %).' },
    unlikely: { label: 'Improbabile', definition: 'Non atteso, ma non da escludere.' },
  },
  status: {
    actual: { label: 'Reale', definition: 'Un’allerta reale.' },
    exercise: { label: 'Esercitazione', definition: 'Agisca come in un caso reale; non sta succedendo nulla.' },
    test: { label: 'Test', definition: 'Una prova tecnica: nessuno deve agire.' },
  },
  tlp: {
    'TLP:RED': { label: 'TLP:RED', definition: 'Solo per i singoli destinatari; nessuna ulteriore divulgazione.' },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Solo per l’organizzazione dei destinatari.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'All’interno dell’organizzazione dei destinatari e presso i suoi clienti, secondo necessità.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Per la comunità: i membri della rete.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Per chiunque.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Rafforzare il monitoraggio',
      definition: 'Osservare più da vicino i Paesi, le lingue e i termini indicati.',
    },
    brief_reviewers: {
      label: 'Informare i gruppi di moderazione',
      definition: 'Dire ai gruppi di moderazione di queste lingue che cosa aspettarsi.',
    },
    review_terms: { label: 'Verificare i termini', definition: 'Confrontare i termini indicati con i propri elenchi.' },
    check_recommendations: {
      label: 'Verificare le raccomandazioni',
      definition: 'Evitare che le raccomandazioni e le tendenze lo diffondano.',
    },
    protect_accounts: { label: 'Proteggere gli account', definition: 'Proteggere gli account presi di mira.' },
    contact_us: { label: 'Contattarci', definition: 'Mettersi in contatto con chi ha emesso l’allerta.' },
    share_findings: {
      label: 'Condividere i riscontri',
      definition: 'Dire a chi ha emesso l’allerta che cosa si osserva dalla propria parte.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Monitoraggio rafforzato', definition: 'È in atto un monitoraggio più stretto.' },
    queue_prioritised: {
      label: 'Segnalazioni trattate con priorità',
      definition: 'Le segnalazioni in merito sono esaminate per prime.',
    },
    reviewers_briefed: {
      label: 'Gruppi di moderazione informati',
      definition: 'I gruppi di moderazione interessati ne sono al corrente.',
    },
    terms_added: { label: 'Termini aggiunti', definition: 'Sono stati aggiunti termini al rilevamento.' },
    reach_limited: { label: 'Portata limitata', definition: 'I contenuti sono raccomandati o mostrati di meno.' },
    content_removed: { label: 'Contenuti rimossi', definition: 'Sono stati rimossi contenuti o resi inaccessibili.' },
    content_labelled: {
      label: 'Contenuti etichettati',
      definition: 'Sono stati etichettati contenuti o messi dietro un avviso.',
    },
    accounts_actioned: {
      label: 'Provvedimenti contro account',
      definition: 'Sono stati limitati, sospesi o rimossi account.',
    },
    accounts_protected: { label: 'Account protetti', definition: 'Gli account presi di mira sono stati protetti.' },
    law_enforcement_informed: { label: 'Autorità informate', definition: 'Le autorità sono state informate.' },
    other: { label: 'Altra misura', definition: 'Un’altra misura; la nota dice quale.' },
  },
  reason: {
    not_found: { label: 'Nulla di trovato', definition: 'Sul servizio non si è trovato nulla del genere.' },
    not_enough_context: { label: 'Contesto insufficiente', definition: 'L’allerta non dice abbastanza per agire.' },
    not_our_service: { label: 'Non riguarda il nostro servizio', definition: 'Non riguarda questo servizio.' },
    duplicate: { label: 'Doppione', definition: 'Trattata in un’altra allerta.' },
    lawful: { label: 'Lecito', definition: 'Ciò che si è trovato è lecito.' },
    within_policy: {
      label: 'Conforme alle regole del servizio',
      definition: 'Ciò che si è trovato rispetta le regole del servizio.',
    },
    too_late: { label: 'Troppo tardi', definition: 'Era già finito prima che si potesse agire.' },
    other: { label: 'Altra ragione', definition: 'Un’altra ragione; la nota dice quale.' },
  },
  usefulness: {
    helped: { label: 'Utile', definition: 'Ha aiutato ad agire prima o meglio.' },
    somewhat: { label: 'In parte', definition: 'Ha aiutato un poco.' },
    not_helpful: { label: 'Non utile', definition: 'Non ha cambiato nulla.' },
    too_late: { label: 'Troppo tardi', definition: 'È arrivata quando tutto era già noto.' },
  },
  acknowledgementState: {
    pending: { label: 'In attesa', definition: 'Nessuno del gruppo ha ancora risposto.' },
    acknowledged: { label: 'Presa in carico', definition: 'Qualcuno l’ha presa in carico.' },
    working: { label: 'In lavorazione', definition: 'Qualcuno ci sta lavorando.' },
    actioned: { label: 'Misure adottate', definition: 'Sono state adottate misure.' },
    no_action: { label: 'Nessuna misura', definition: 'Esaminata; non si è fatto nulla, e perché.' },
    declined: { label: 'Rifiutata', definition: 'Non presa in carico, e perché.' },
  },
  termKind: {
    hashtag: { label: 'Hashtag', definition: 'Un hashtag.' },
    keyword: { label: 'Parola chiave', definition: 'Una parola o un’espressione.' },
    coded_term: { label: 'Termine in codice', definition: 'Una parola che per gli iniziati significa altro.' },
    slogan: { label: 'Slogan', definition: 'Uno slogan o un coro.' },
    emoji: { label: 'Emoji', definition: 'Un’emoji o una sequenza di emoji.' },
    domain: { label: 'Dominio', definition: 'Un nome di dominio.' },
  },
  state: {
    active: { label: 'Attiva', definition: 'In vigore.' },
    cancelled: { label: 'Revocata', definition: 'Revocata da chi l’ha emessa.' },
    expired: { label: 'Scaduta', definition: 'Il suo termine è passato.' },
  },
  kind: {
    cso: { label: 'Organizzazione della società civile', definition: 'Emette allerte.' },
    platform: { label: 'Piattaforma', definition: 'Riceve allerte e vi risponde.' },
    coordinator: { label: 'Coordinamento', definition: 'Gestisce la rete.' },
    observer: { label: 'Osservazione', definition: 'Legge, fin dove arriva la sua abilitazione.' },
  },
  role: {
    owner: { label: 'Responsabile', definition: 'Risponde per l’organizzazione.' },
    manager: { label: 'Gestione', definition: 'Si occupa di impostazioni, chiavi e persone.' },
    responder: { label: 'Risposta', definition: 'Emette allerte o vi risponde.' },
    viewer: { label: 'Lettura', definition: 'Legge.' },
  },
  scope: {
    'warnings:read': { label: 'Leggere le allerte', definition: 'Leggere allerte, eventi e impostazioni.' },
    'warnings:write': {
      label: 'Emettere allerte',
      definition: 'Emettere, modificare, revocare, avvalorare, commentare, vedere l’anteprima.',
    },
    'warnings:red': {
      label: 'Leggere TLP:RED',
      definition: 'Essere nell’elenco RED dell’organizzazione, oltre a leggere.',
    },
    'acknowledgements:write': {
      label: 'Rispondere alle allerte',
      definition: 'Rispondere, avviare l’escalation, commentare.',
    },
    'subscriptions:write': {
      label: 'Modificare gli abbonamenti',
      definition: 'Modificare abbonamenti e politiche di escalation.',
    },
    admin: {
      label: 'Amministrare',
      definition: 'Gruppi, chiavi, persone, organizzazione; non comprende altri permessi.',
    },
  },
  keyState: {
    active: { label: 'Attiva', definition: 'In uso.' },
    expiring: { label: 'In scadenza', definition: 'Termina entro quattordici giorni.' },
    expired: { label: 'Scaduta', definition: 'Il suo termine è passato.' },
    revoked: { label: 'Revocata', definition: 'Qualcuno vi ha posto fine.' },
  },
} as const satisfies Translation<typeof english, 'it'>;
