import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antițigănism',
      definition: 'Ură împotriva romilor, sinti, comunităților nomade și a celor considerați astfel.',
    },
    antisemitism: { label: 'Antisemitism', definition: 'Ură împotriva evreilor și a celor considerați astfel.' },
    anti_muslim_hatred: {
      label: 'Ură împotriva musulmanilor',
      definition: 'Ură împotriva musulmanilor și a celor considerați astfel.',
    },
    anti_black_racism: {
      label: 'Rasism împotriva persoanelor de culoare',
      definition: 'Ură împotriva persoanelor de culoare și a celor de origine africană.',
    },
    anti_asian_racism: {
      label: 'Rasism împotriva persoanelor de origine asiatică',
      definition: 'Ură împotriva persoanelor de origine asiatică.',
    },
    xenophobia: { label: 'Xenofobie', definition: 'Ură împotriva străinilor, inclusiv a migranților și refugiaților.' },
    race_or_colour: {
      label: 'Presupusă rasă sau culoare a pielii',
      definition: 'Ură pe motivul unei rase atribuite sau al culorii pielii.',
    },
    ethnic_origin: { label: 'Origine etnică', definition: 'Ură pe motivul originii etnice.' },
    national_origin: {
      label: 'Origine națională',
      definition: 'Ură pe motivul cetățeniei sau al originii naționale.',
    },
    descent: { label: 'Ascendență', definition: 'Ură pe motivul strămoșilor.' },
    religion_or_belief: {
      label: 'Religie sau convingeri',
      definition: 'Ură pe motivul altei religii sau al altor convingeri, ori al lipsei lor.',
    },
    sexual_orientation: {
      label: 'Orientare sexuală',
      definition: 'Ură împotriva persoanelor lesbiene, gay și bisexuale.',
    },
    gender_identity: {
      label: 'Identitate de gen',
      definition: 'Ură împotriva persoanelor trans, nonbinare și intersexuale.',
    },
    sex_or_gender: { label: 'Sex sau gen', definition: 'Ură pe motivul sexului sau al genului, inclusiv misoginie.' },
    disability: { label: 'Dizabilitate', definition: 'Ură împotriva persoanelor cu dizabilități.' },
    age: { label: 'Vârstă', definition: 'Ură pe motivul vârstei.' },
    language_or_minority: {
      label: 'Limbă sau minoritate',
      definition: 'Ură împotriva unei minorități lingvistice sau naționale.',
    },
    other: { label: 'Alt motiv', definition: 'Alt motiv; descrierea spune care.' },
  },
  trigger: {
    attack: { label: 'Atac', definition: 'Un atac terorist sau o infracțiune motivată de ură.' },
    crime: { label: 'Infracțiune', definition: 'O infracțiune atribuită unui grup.' },
    trial: { label: 'Proces', definition: 'Un proces sau o sentință.' },
    election: { label: 'Alegeri', definition: 'Alegeri sau un referendum.' },
    political_debate: { label: 'Dezbatere politică', definition: 'O dezbatere sau un discurs în politică.' },
    legislation: { label: 'Legislație', definition: 'O lege propusă, dezbătută sau adoptată.' },
    protest: { label: 'Protest', definition: 'O demonstrație, un marș sau un contramarș.' },
    commemoration: { label: 'Comemorare', definition: 'O aniversare sau o zi de comemorare.' },
    religious_event: { label: 'Eveniment religios', definition: 'O sărbătoare sau o adunare religioasă.' },
    sports_event: { label: 'Eveniment sportiv', definition: 'Un meci sau un turneu.' },
    cultural_event: { label: 'Eveniment cultural', definition: 'Un festival, un marș Pride, un concert, un film.' },
    migration_event: {
      label: 'Eveniment legat de migrație',
      definition: 'O sosire, un centru de primire, un accident pe drum.',
    },
    conflict_abroad: {
      label: 'Conflict în străinătate',
      definition: 'Un război sau un conflict în altă parte, cu ecou aici.',
    },
    public_health: {
      label: 'Sănătate publică',
      definition: 'Un focar de boală sau o măsură de sănătate publică.',
    },
    media_report: { label: 'Relatare în presă', definition: 'O relatare în presă.' },
    viral_content: {
      label: 'Conținut viral',
      definition: 'O postare, un videoclip sau un cântec care se răspândește de la sine.',
    },
    disinformation_campaign: {
      label: 'Campanie de dezinformare',
      definition: 'Neadevăruri răspândite intenționat despre un grup.',
    },
    coordinated_harassment: {
      label: 'Hărțuire coordonată',
      definition: 'Mulți împotriva unei singure persoane sau organizații.',
    },
    policy_change: {
      label: 'Schimbare a regulilor unei platforme',
      definition: 'O schimbare a regulilor sau a practicii unei platforme.',
    },
    other: { label: 'Alt eveniment', definition: 'Un eveniment de alt fel.' },
  },
  severity: {
    extreme: { label: 'Extremă', definition: 'Incitarea la violență este iminentă sau în desfășurare.' },
    severe: {
      label: 'Gravă',
      definition: 'Un val împotriva unui grup este probabil sau este deja în desfășurare într-un loc.',
    },
    moderate: { label: 'Moderată', definition: 'Este de așteptat o creștere marcată.' },
    minor: { label: 'Minoră', definition: 'Bine de știut.' },
  },
  urgency: {
    immediate: { label: 'Imediată', definition: 'De acționat acum.' },
    expected: { label: 'Așteptată (în 24 de ore)', definition: 'De acționat în următoarele 24 de ore.' },
    future: { label: 'Viitoare', definition: 'Mai târziu de următoarele 24 de ore.' },
    past: { label: 'Trecută', definition: 'S-a încheiat; nu se escaladează niciodată.' },
  },
  certainty: {
    observed: { label: 'Observată', definition: 'S-a întâmplat sau se întâmplă acum.' },
    likely: { label: 'Probabilă', definition: 'Mai degrabă da decât nu (p > 50 %).' },
    possible: { label: 'Posibilă', definition: 'Posibilă, nu probabilă (p ≤ 50 %).' },
    unlikely: { label: 'Improbabilă', definition: 'Nu este de așteptat, dar nu poate fi exclusă.' },
  },
  status: {
    actual: { label: 'Real', definition: 'O alertă reală.' },
    exercise: { label: 'Exercițiu', definition: 'Acționați ca într-o situație reală; nu se întâmplă nimic.' },
    test: { label: 'Test', definition: 'Un test tehnic: nimeni nu trebuie să acționeze.' },
  },
  tlp: {
    'TLP:RED': {
      label: 'TLP:RED',
      definition: 'Numai pentru destinatarii individuali; fără divulgare ulterioară.',
    },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Numai pentru organizația destinatarilor.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'În organizația destinatarilor și la clienții acesteia, în măsura în care trebuie să știe.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Pentru comunitate: membrii rețelei.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Pentru oricine.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Întărirea monitorizării',
      definition: 'Urmărirea mai atentă a țărilor, limbilor și termenilor indicați.',
    },
    brief_reviewers: {
      label: 'Informarea echipelor de moderare',
      definition: 'Echipele de moderare pentru aceste limbi află la ce să se aștepte.',
    },
    review_terms: { label: 'Verificarea termenilor', definition: 'Compararea termenilor indicați cu listele proprii.' },
    check_recommendations: {
      label: 'Verificarea recomandărilor',
      definition: 'Recomandările și tendințele să nu ducă mai departe acest conținut.',
    },
    protect_accounts: { label: 'Protejarea conturilor', definition: 'Protejarea conturilor vizate.' },
    contact_us: { label: 'Contactarea noastră', definition: 'Luarea legăturii cu organizația emitentă.' },
    share_findings: {
      label: 'Împărtășirea constatărilor',
      definition: 'Organizația emitentă află ce se vede de partea platformei.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Monitorizare întărită', definition: 'Se urmărește mai atent.' },
    queue_prioritised: {
      label: 'Sesizări tratate cu prioritate',
      definition: 'Sesizările despre aceasta sunt examinate primele.',
    },
    reviewers_briefed: {
      label: 'Echipe de moderare informate',
      definition: 'Echipele de moderare vizate știu despre aceasta.',
    },
    terms_added: { label: 'Termeni adăugați', definition: 'Au fost adăugați termeni la detectare.' },
    reach_limited: { label: 'Vizibilitate limitată', definition: 'Conținutul este recomandat sau afișat mai puțin.' },
    content_removed: {
      label: 'Conținut eliminat',
      definition: 'Conținutul a fost eliminat sau făcut inaccesibil.',
    },
    content_labelled: {
      label: 'Conținut etichetat',
      definition: 'Conținutul a fost etichetat sau precedat de un avertisment.',
    },
    accounts_actioned: {
      label: 'Măsuri împotriva unor conturi',
      definition: 'Unele conturi au fost restricționate, suspendate sau eliminate.',
    },
    accounts_protected: { label: 'Conturi protejate', definition: 'Conturile vizate au fost protejate.' },
    law_enforcement_informed: { label: 'Autorități informate', definition: 'Autoritățile au fost informate.' },
    other: { label: 'Altă măsură', definition: 'Altă măsură; nota spune care.' },
  },
  reason: {
    not_found: { label: 'Nu s-a găsit nimic', definition: 'Pe serviciu nu s-a găsit nimic de acest fel.' },
    not_enough_context: {
      label: 'Context insuficient',
      definition: 'Alerta nu spune destul ca să se poată acționa.',
    },
    not_our_service: { label: 'Nu privește serviciul nostru', definition: 'Nu privește acest serviciu.' },
    duplicate: { label: 'Dublură', definition: 'Se tratează în cadrul altei alerte.' },
    lawful: { label: 'Legal', definition: 'Ce s-a găsit este legal.' },
    within_policy: {
      label: 'Conform cu regulile serviciului',
      definition: 'Ce s-a găsit respectă regulile serviciului.',
    },
    too_late: { label: 'Prea târziu', definition: 'Se încheiase înainte să se poată acționa.' },
    other: { label: 'Alt motiv', definition: 'Alt motiv; nota spune care.' },
  },
  usefulness: {
    helped: { label: 'A ajutat', definition: 'A ajutat să se acționeze mai devreme sau mai bine.' },
    somewhat: { label: 'Întrucâtva', definition: 'A ajutat puțin.' },
    not_helpful: { label: 'Nu a ajutat', definition: 'Nu a schimbat nimic.' },
    too_late: { label: 'Prea târziu', definition: 'A venit când totul era deja cunoscut.' },
  },
  acknowledgementState: {
    pending: { label: 'În așteptare', definition: 'Nimeni din echipă nu a răspuns încă.' },
    acknowledged: { label: 'Preluată', definition: 'Cineva a preluat-o.' },
    working: { label: 'În lucru', definition: 'Cineva lucrează la ea.' },
    actioned: { label: 'Măsuri luate', definition: 'S-au luat măsuri.' },
    no_action: { label: 'Fără măsuri', definition: 'Examinată; nu s-a făcut nimic, cu motivul.' },
    declined: { label: 'Respinsă', definition: 'Nu a fost preluată, cu motivul.' },
  },
  termKind: {
    hashtag: { label: 'Hashtag', definition: 'Un hashtag.' },
    keyword: { label: 'Cuvânt-cheie', definition: 'Un cuvânt sau o expresie.' },
    coded_term: { label: 'Termen codificat', definition: 'Un cuvânt care înseamnă altceva pentru inițiați.' },
    slogan: { label: 'Slogan', definition: 'Un slogan sau o scandare.' },
    emoji: { label: 'Emoji', definition: 'Un emoji sau un șir de emoji.' },
    domain: { label: 'Domeniu', definition: 'Un nume de domeniu.' },
  },
  state: {
    active: { label: 'Activă', definition: 'În vigoare.' },
    cancelled: { label: 'Ridicată', definition: 'Ridicată de organizația emitentă.' },
    expired: { label: 'Expirată', definition: 'Timpul ei a trecut.' },
  },
  kind: {
    cso: { label: 'Organizație a societății civile', definition: 'Emite alerte.' },
    platform: { label: 'Platformă', definition: 'Primește alerte și răspunde la ele.' },
    coordinator: { label: 'Coordonator', definition: 'Conduce rețeaua.' },
    observer: { label: 'Observator', definition: 'Citește, până la nivelul său de acces.' },
  },
  role: {
    owner: { label: 'Responsabil', definition: 'Răspunde pentru organizație.' },
    manager: { label: 'Administrator', definition: 'Se ocupă de setări, chei și persoane.' },
    responder: { label: 'Răspuns', definition: 'Emite alerte sau răspunde la ele.' },
    viewer: { label: 'Citire', definition: 'Citește.' },
  },
  scope: {
    'warnings:read': { label: 'Citirea alertelor', definition: 'Citirea alertelor, evenimentelor și setărilor.' },
    'warnings:write': {
      label: 'Emiterea alertelor',
      definition: 'Emitere, modificare, ridicare, observații, comentarii, previzualizare.',
    },
    'warnings:red': {
      label: 'Citirea TLP:RED',
      definition: 'Prezența pe lista RED a organizației, pe lângă citire.',
    },
    'acknowledgements:write': {
      label: 'Răspunsul la alerte',
      definition: 'Răspunsuri, escaladare, comentarii.',
    },
    'subscriptions:write': {
      label: 'Modificarea abonamentelor',
      definition: 'Modificarea abonamentelor și a politicilor de escaladare.',
    },
    admin: {
      label: 'Administrare',
      definition: 'Echipe, chei, persoane, organizația; nu cuprinde niciun alt drept.',
    },
  },
  keyState: {
    active: { label: 'Activă', definition: 'În folosință.' },
    expiring: { label: 'Expiră curând', definition: 'Se încheie în cel mult paisprezece zile.' },
    expired: { label: 'Expirată', definition: 'Timpul ei a trecut.' },
    revoked: { label: 'Revocată', definition: 'Încheiată de cineva.' },
  },
} as const satisfies Translation<typeof english, 'ro'>;
