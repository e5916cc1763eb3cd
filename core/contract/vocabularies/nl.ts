import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antiziganisme',
      definition: 'Haat tegen Roma, Sinti, woonwagenbewoners en wie daarvoor wordt aangezien.',
    },
    antisemitism: { label: 'Antisemitisme', definition: 'Haat tegen Joden en wie daarvoor wordt aangezien.' },
    anti_muslim_hatred: { label: 'Moslimhaat', definition: 'Haat tegen moslims en wie daarvoor wordt aangezien.' },
    anti_black_racism: {
      label: 'Antizwart racisme',
      definition: 'Haat tegen Zwarte mensen en mensen van Afrikaanse afkomst.',
    },
    anti_asian_racism: { label: 'Anti-Aziatisch racisme', definition: 'Haat tegen mensen van Aziatische afkomst.' },
    xenophobia: {
      label: 'Vreemdelingenhaat',
      definition: 'Haat tegen vreemdelingen, ook tegen migranten en vluchtelingen.',
    },
    race_or_colour: {
      label: 'Vermeend ras of huidskleur',
      definition: 'Haat wegens een toegeschreven ras of de huidskleur.',
    },
    ethnic_origin: { label: 'Etnische afkomst', definition: 'Haat wegens etnische afkomst.' },
    national_origin: { label: 'Nationale afkomst', definition: 'Haat wegens nationaliteit of nationale afkomst.' },
    descent: { label: 'Afstamming', definition: 'Haat wegens voorouders.' },
    religion_or_belief: {
      label: 'Godsdienst of overtuiging',
      definition: 'Haat wegens een andere godsdienst of overtuiging, of het ontbreken ervan.',
    },
    sexual_orientation: {
      label: 'Seksuele gerichtheid',
      definition: 'Haat tegen lesbische, homoseksuele en biseksuele mensen.',
    },
    gender_identity: {
      label: 'Genderidentiteit',
      definition: 'Haat tegen transgender, non-binaire en intersekse mensen.',
    },
    sex_or_gender: { label: 'Geslacht of gender', definition: 'Haat wegens geslacht of gender, ook vrouwenhaat.' },
    disability: { label: 'Handicap', definition: 'Haat tegen mensen met een handicap.' },
    age: { label: 'Leeftijd', definition: 'Haat wegens leeftijd.' },
    language_or_minority: {
      label: 'Taal of minderheid',
      definition: 'Haat tegen een taalkundige of nationale minderheid.',
    },
    other: { label: 'Andere grond', definition: 'Een andere grond; de beschrijving zegt welke.' },
  },
  trigger: {
    attack: { label: 'Aanslag', definition: 'Een terroristische aanslag of een haatmisdrijf.' },
    crime: { label: 'Misdrijf', definition: 'Een misdrijf dat aan een groep wordt toegeschreven.' },
    trial: { label: 'Rechtszaak', definition: 'Een rechtszaak of een vonnis.' },
    election: { label: 'Verkiezingen', definition: 'Verkiezingen of een referendum.' },
    political_debate: { label: 'Politiek debat', definition: 'Een debat of een toespraak in de politiek.' },
    legislation: { label: 'Wetgeving', definition: 'Een wet die wordt voorgesteld, behandeld of aangenomen.' },
    protest: { label: 'Protest', definition: 'Een demonstratie, een mars of een tegenmars.' },
    commemoration: { label: 'Herdenking', definition: 'Een jaardag of een herdenkingsdag.' },
    religious_event: { label: 'Religieuze gebeurtenis', definition: 'Een religieus feest of een bijeenkomst.' },
    sports_event: { label: 'Sportevenement', definition: 'Een wedstrijd of een toernooi.' },
    cultural_event: { label: 'Cultureel evenement', definition: 'Een festival, een pride, een concert, een film.' },
    migration_event: {
      label: 'Gebeurtenis rond migratie',
      definition: 'Een aankomst, een opvang, een ongeluk onderweg.',
    },
    conflict_abroad: {
      label: 'Conflict in het buitenland',
      definition: 'Een oorlog of conflict elders dat hier weerklank vindt.',
    },
    public_health: {
      label: 'Volksgezondheid',
      definition: 'Een uitbraak of een maatregel voor de volksgezondheid.',
    },
    media_report: { label: 'Bericht in de media', definition: 'Een bericht in de media.' },
    viral_content: {
      label: 'Virale inhoud',
      definition: 'Een bericht, een video of een lied dat zich vanzelf verspreidt.',
    },
    disinformation_campaign: {
      label: 'Desinformatiecampagne',
      definition: 'Onwaarheden over een groep, met opzet verspreid.',
    },
    coordinated_harassment: {
      label: 'Gecoördineerde intimidatie',
      definition: 'Velen tegen één persoon of één organisatie.',
    },
    policy_change: {
      label: 'Wijziging van de regels van een platform',
      definition: 'Een wijziging van de eigen regels of praktijk van een platform.',
    },
    other: { label: 'Andere gebeurtenis', definition: 'Een andere soort gebeurtenis.' },
  },
  severity: {
    extreme: { label: 'Extreem', definition: 'Aansporing tot geweld staat op het punt te beginnen of is gaande.' },
    severe: { label: 'Ernstig', definition: 'Een golf tegen een groep is waarschijnlijk, of op één plaats gaande.' },
    moderate: { label: 'Matig', definition: 'Er is een duidelijke toename te verwachten.' },
    minor: { label: 'Gering', definition: 'Goed om te weten.' },
  },
  urgency: {
    immediate: { label: 'Onmiddellijk', definition: 'Handel nu.' },
    expected: { label: 'Binnenkort (binnen 24 uur)', definition: 'Handel in de komende 24 uur.' },
    future: { label: 'Later', definition: 'Later dan de komende 24 uur.' },
    past: { label: 'Voorbij', definition: 'Het is voorbij; dit escaleert nooit.' },
  },
  certainty: {
    observed: { label: 'Waargenomen', definition: 'Het is gebeurd of gebeurt nu.' },
    likely: { label: 'Waarschijnlijk', definition: 'Eerder wel dan niet te verwachten (p > 50 %).' },
    possible: { label: 'Mogelijk', definition: 'Mogelijk, niet waarschijnlijk (p ≤ 50 %).' },
    unlikely: { label: 'Onwaarschijnlijk', definition: 'Niet te verwachten, maar niet uit te sluiten.' },
  },
  status: {
    actual: { label: 'Echt', definition: 'Een echte waarschuwing.' },
    exercise: { label: 'Oefening', definition: 'Handel zoals in het echt; er is niets aan de hand.' },
    test: { label: 'Test', definition: 'Een technische test: niemand hoeft iets te doen.' },
  },
  tlp: {
    'TLP:RED': { label: 'TLP:RED', definition: 'Alleen voor de afzonderlijke ontvangers; niet verder verspreiden.' },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Alleen voor de organisatie van de ontvangers.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'Binnen de organisatie van de ontvangers en bij haar klanten, voor zover zij het moeten weten.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Voor de gemeenschap: de leden van het netwerk.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Voor iedereen.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Scherper volgen',
      definition: 'De genoemde landen, talen en termen scherper volgen.',
    },
    brief_reviewers: {
      label: 'Moderatieteams inlichten',
      definition: 'De moderatieteams van deze talen zeggen wat zij kunnen verwachten.',
    },
    review_terms: { label: 'Termen nagaan', definition: 'De genoemde termen met de eigen lijsten vergelijken.' },
    check_recommendations: {
      label: 'Aanbevelingen nagaan',
      definition: 'Voorkomen dat aanbevelingen en trends het verder dragen.',
    },
    protect_accounts: { label: 'Accounts beschermen', definition: 'De accounts beschermen waartegen het zich richt.' },
    contact_us: {
      label: 'Contact met ons opnemen',
      definition: 'Contact opnemen met de organisatie die waarschuwde.',
    },
    share_findings: {
      label: 'Bevindingen delen',
      definition: 'De organisatie die waarschuwde, laten weten wat er aan uw kant te zien is.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Scherper gevolgd', definition: 'Er wordt scherper gevolgd.' },
    queue_prioritised: {
      label: 'Meldingen met voorrang behandeld',
      definition: 'Meldingen hierover worden het eerst beoordeeld.',
    },
    reviewers_briefed: {
      label: 'Moderatieteams ingelicht',
      definition: 'De betrokken moderatieteams weten ervan.',
    },
    terms_added: { label: 'Termen toegevoegd', definition: 'Er zijn termen aan de detectie toegevoegd.' },
    reach_limited: { label: 'Bereik beperkt', definition: 'Inhoud wordt minder aanbevolen of getoond.' },
    content_removed: { label: 'Inhoud verwijderd', definition: 'Inhoud is verwijderd of ontoegankelijk gemaakt.' },
    content_labelled: {
      label: 'Inhoud van een label voorzien',
      definition: 'Inhoud is van een label voorzien of achter een mededeling geplaatst.',
    },
    accounts_actioned: {
      label: 'Tegen accounts opgetreden',
      definition: 'Accounts zijn beperkt, geschorst of verwijderd.',
    },
    accounts_protected: {
      label: 'Accounts beschermd',
      definition: 'Accounts waartegen het zich richtte, zijn beschermd.',
    },
    law_enforcement_informed: { label: 'Autoriteiten ingelicht', definition: 'De autoriteiten zijn ingelicht.' },
    other: { label: 'Andere maatregel', definition: 'Een andere maatregel; de opmerking zegt welke.' },
  },
  reason: {
    not_found: { label: 'Niets gevonden', definition: 'Op de dienst is niets van dien aard gevonden.' },
    not_enough_context: {
      label: 'Te weinig context',
      definition: 'De waarschuwing zegt te weinig om ernaar te handelen.',
    },
    not_our_service: { label: 'Niet onze dienst', definition: 'Het gaat deze dienst niet aan.' },
    duplicate: { label: 'Dubbel', definition: 'Wordt onder een andere waarschuwing behandeld.' },
    lawful: { label: 'Rechtmatig', definition: 'Wat is gevonden, is rechtmatig.' },
    within_policy: {
      label: 'Binnen de regels van de dienst',
      definition: 'Wat is gevonden, valt binnen de regels van de dienst.',
    },
    too_late: { label: 'Te laat', definition: 'Het was voorbij voordat er iets kon worden gedaan.' },
    other: { label: 'Andere reden', definition: 'Een andere reden; de opmerking zegt welke.' },
  },
  usefulness: {
    helped: { label: 'Heeft geholpen', definition: 'Er kon eerder of beter worden gehandeld.' },
    somewhat: { label: 'Enigszins', definition: 'Het heeft een beetje geholpen.' },
    not_helpful: { label: 'Niet nuttig', definition: 'Het maakte geen verschil.' },
    too_late: { label: 'Te laat', definition: 'De waarschuwing kwam toen alles al bekend was.' },
  },
  acknowledgementState: {
    pending: { label: 'Open', definition: 'Niemand van het team heeft nog geantwoord.' },
    acknowledged: { label: 'Aangenomen', definition: 'Iemand heeft de waarschuwing aangenomen.' },
    working: { label: 'In behandeling', definition: 'Iemand is ermee bezig.' },
    actioned: { label: 'Maatregelen genomen', definition: 'Er zijn maatregelen genomen.' },
    no_action: { label: 'Geen maatregelen', definition: 'Bekeken; er is niets gedaan, met de reden.' },
    declined: { label: 'Afgewezen', definition: 'Niet opgepakt, met de reden.' },
  },
  termKind: {
    hashtag: { label: 'Hashtag', definition: 'Een hashtag.' },
    keyword: { label: 'Trefwoord', definition: 'Een woord of een zinsnede.' },
    coded_term: { label: 'Codewoord', definition: 'Een woord dat voor ingewijden iets anders betekent.' },
    slogan: { label: 'Leus', definition: 'Een leus of een spreekkoor.' },
    emoji: { label: 'Emoji', definition: 'Een emoji of een reeks emoji.' },
    domain: { label: 'Domein', definition: 'Een domeinnaam.' },
  },
  state: {
    active: { label: 'Lopend', definition: 'Van kracht.' },
    cancelled: { label: 'Ingetrokken', definition: 'Ingetrokken door de organisatie die waarschuwde.' },
    expired: { label: 'Verlopen', definition: 'De looptijd is voorbij.' },
  },
  kind: {
    cso: { label: 'Maatschappelijke organisatie', definition: 'Geeft waarschuwingen.' },
    platform: { label: 'Platform', definition: 'Ontvangt waarschuwingen en beantwoordt ze.' },
    coordinator: { label: 'Coördinator', definition: 'Beheert het netwerk.' },
    observer: { label: 'Waarnemer', definition: 'Leest mee, tot zijn leesniveau.' },
  },
  role: {
    owner: { label: 'Eindverantwoordelijke', definition: 'Staat in voor de organisatie.' },
    manager: { label: 'Beheerder', definition: 'Zorgt voor instellingen, sleutels en mensen.' },
    responder: { label: 'Behandelaar', definition: 'Geeft waarschuwingen of beantwoordt ze.' },
    viewer: { label: 'Lezer', definition: 'Leest mee.' },
  },
  scope: {
    'warnings:read': {
      label: 'Waarschuwingen lezen',
      definition: 'Waarschuwingen, gebeurtenissen en instellingen lezen.',
    },
    'warnings:write': {
      label: 'Waarschuwingen geven',
      definition: 'Geven, wijzigen, intrekken, waarnemingen melden, reageren, voorvertonen.',
    },
    'warnings:red': {
      label: 'TLP:RED lezen',
      definition: 'Op de RED-lijst van de organisatie staan, naast het lezen.',
    },
    'acknowledgements:write': {
      label: 'Waarschuwingen beantwoorden',
      definition: 'Antwoorden, escaleren, reageren.',
    },
    'subscriptions:write': {
      label: 'Abonnementen wijzigen',
      definition: 'Abonnementen en escalatiebeleid wijzigen.',
    },
    admin: {
      label: 'Beheren',
      definition: 'Teams, sleutels, mensen, de organisatie; omvat geen ander recht.',
    },
  },
  keyState: {
    active: { label: 'Geldig', definition: 'In gebruik.' },
    expiring: { label: 'Loopt af', definition: 'Eindigt binnen veertien dagen.' },
    expired: { label: 'Verlopen', definition: 'De looptijd is voorbij.' },
    revoked: { label: 'Ongeldig gemaakt', definition: 'Door iemand beëindigd.' },
  },
} as const satisfies Translation<typeof english, 'nl'>;
