import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antiziganismus',
      definition: 'Hass auf Sinti und Roma, Fahrende und alle, die dafür gehalten werden.',
    },
    antisemitism: {
      label: 'Antisemitismus',
      definition: 'Hass auf Jüdinnen und Juden und alle, die dafür gehalten werden.',
    },
    anti_muslim_hatred: {
      label: 'Muslimfeindlichkeit',
      definition: 'Hass auf Musliminnen und Muslime und alle, die dafür gehalten werden.',
    },
    anti_black_racism: {
      label: 'Anti-Schwarzer Rassismus',
      definition: 'Hass auf Schwarze Menschen und Menschen afrikanischer Herkunft.',
    },
    anti_asian_racism: { label: 'Antiasiatischer Rassismus', definition: 'Hass auf Menschen asiatischer Herkunft.' },
    xenophobia: {
      label: 'Fremdenfeindlichkeit',
      definition: 'Hass auf Fremde, auch auf Zugewanderte und Geflüchtete.',
    },
    race_or_colour: {
      label: '„Rasse“ oder Hautfarbe',
      definition: 'Hass wegen einer zugeschriebenen „Rasse“ oder der Hautfarbe.',
    },
    ethnic_origin: { label: 'Ethnische Herkunft', definition: 'Hass wegen der ethnischen Herkunft.' },
    national_origin: {
      label: 'Nationale Herkunft',
      definition: 'Hass wegen der Staatsangehörigkeit oder der nationalen Herkunft.',
    },
    descent: { label: 'Abstammung', definition: 'Hass wegen der Abstammung.' },
    religion_or_belief: {
      label: 'Religion oder Weltanschauung',
      definition: 'Hass wegen einer anderen Religion oder Weltanschauung, oder weil jemand keine hat.',
    },
    sexual_orientation: {
      label: 'Sexuelle Ausrichtung',
      definition: 'Hass auf lesbische, schwule und bisexuelle Menschen.',
    },
    gender_identity: {
      label: 'Geschlechtsidentität',
      definition: 'Hass auf trans, nichtbinäre und intergeschlechtliche Menschen.',
    },
    sex_or_gender: { label: 'Geschlecht', definition: 'Hass wegen des Geschlechts, auch Frauenhass.' },
    disability: { label: 'Behinderung', definition: 'Hass auf Menschen mit Behinderungen.' },
    age: { label: 'Alter', definition: 'Hass wegen des Alters.' },
    language_or_minority: {
      label: 'Sprache oder Minderheit',
      definition: 'Hass auf eine sprachliche oder nationale Minderheit.',
    },
    other: { label: 'Anderer Grund', definition: 'Ein anderer Grund; die Beschreibung nennt ihn.' },
  },
  trigger: {
    attack: { label: 'Anschlag', definition: 'Ein Terroranschlag oder eine Hasstat.' },
    crime: { label: 'Straftat', definition: 'Eine Straftat, die einer Gruppe zugeschrieben wird.' },
    trial: { label: 'Gerichtsverfahren', definition: 'Ein Prozess oder ein Urteil.' },
    election: { label: 'Wahl', definition: 'Eine Wahl oder eine Volksabstimmung.' },
    political_debate: { label: 'Politische Debatte', definition: 'Eine Debatte oder Rede in der Politik.' },
    legislation: { label: 'Gesetzgebung', definition: 'Ein Gesetz, das vorgeschlagen, beraten oder beschlossen wird.' },
    protest: { label: 'Protest', definition: 'Eine Demonstration, ein Aufmarsch oder ein Gegenprotest.' },
    commemoration: { label: 'Gedenken', definition: 'Ein Jahrestag oder Gedenktag.' },
    religious_event: { label: 'Religiöser Anlass', definition: 'Ein religiöses Fest oder eine Zusammenkunft.' },
    sports_event: { label: 'Sportveranstaltung', definition: 'Ein Spiel oder ein Turnier.' },
    cultural_event: {
      label: 'Kulturveranstaltung',
      definition: 'Ein Festival, eine Pride-Parade, ein Konzert, ein Film.',
    },
    migration_event: {
      label: 'Ereignis im Bereich Migration',
      definition: 'Eine Ankunft, eine Unterkunft, ein Unglück auf dem Weg.',
    },
    conflict_abroad: {
      label: 'Konflikt im Ausland',
      definition: 'Ein Krieg oder Konflikt anderswo, der hier nachhallt.',
    },
    public_health: {
      label: 'Öffentliche Gesundheit',
      definition: 'Ein Krankheitsausbruch oder eine Maßnahme zum Schutz der Gesundheit.',
    },
    media_report: { label: 'Medienbericht', definition: 'Ein Bericht in den Medien.' },
    viral_content: {
      label: 'Viraler Inhalt',
      definition: 'Ein Beitrag, ein Video oder ein Lied, das sich von selbst verbreitet.',
    },
    disinformation_campaign: {
      label: 'Desinformationskampagne',
      definition: 'Falschbehauptungen über eine Gruppe, mit Absicht verbreitet.',
    },
    coordinated_harassment: {
      label: 'Koordinierte Belästigung',
      definition: 'Viele gegen eine Person oder eine Organisation.',
    },
    policy_change: {
      label: 'Änderung der Plattformregeln',
      definition: 'Eine Änderung der Regeln oder der Praxis einer Plattform.',
    },
    other: { label: 'Anderes Ereignis', definition: 'Ein Ereignis anderer Art.' },
  },
  severity: {
    extreme: { label: 'Extrem', definition: 'Aufrufe zur Gewalt stehen unmittelbar bevor oder laufen bereits.' },
    severe: {
      label: 'Schwer',
      definition: 'Eine Welle gegen eine Gruppe ist wahrscheinlich oder läuft an einem Ort bereits.',
    },
    moderate: { label: 'Mittel', definition: 'Ein deutlicher Anstieg ist zu erwarten.' },
    minor: { label: 'Gering', definition: 'Gut zu wissen.' },
  },
  urgency: {
    immediate: { label: 'Sofort', definition: 'Jetzt handeln.' },
    expected: { label: 'Bald (binnen 24 Stunden)', definition: 'In den nächsten 24 Stunden handeln.' },
    future: { label: 'Später', definition: 'Später als in den nächsten 24 Stunden.' },
    past: { label: 'Vergangen', definition: 'Es ist vorbei; so etwas eskaliert nie.' },
  },
  certainty: {
    observed: { label: 'Beobachtet', definition: 'Es ist geschehen oder geschieht gerade.' },
    likely: { label: 'Wahrscheinlich', definition: 'Eher wahrscheinlich als nicht (p > 50 %).' },
    possible: { label: 'Möglich', definition: 'Möglich, nicht wahrscheinlich (p ≤ 50 %).' },
    unlikely: { label: 'Unwahrscheinlich', definition: 'Nicht zu erwarten, aber nicht auszuschließen.' },
  },
  status: {
    actual: { label: 'Ernstfall', definition: 'Eine echte Warnung.' },
    exercise: { label: 'Übung', definition: 'Handeln Sie wie im Ernstfall; es geschieht nichts.' },
    test: { label: 'Test', definition: 'Ein technischer Test: Niemand muss handeln.' },
  },
  tlp: {
    'TLP:RED': {
      label: 'TLP:RED',
      definition: 'Nur für die einzelnen Empfängerinnen und Empfänger; keine Weitergabe.',
    },
    'TLP:AMBER+STRICT': {
      label: 'TLP:AMBER+STRICT',
      definition: 'Nur für die Organisation der Empfängerinnen und Empfänger.',
    },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition:
        'In der Organisation der Empfängerinnen und Empfänger und bei deren Kunden, soweit sie es wissen müssen.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Für die Gemeinschaft: die Mitglieder des Netzwerks.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Für alle.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Beobachtung verstärken',
      definition: 'Die genannten Länder, Sprachen und Begriffe genauer beobachten.',
    },
    brief_reviewers: {
      label: 'Prüfteams einweisen',
      definition: 'Den Prüfteams dieser Sprachen sagen, was zu erwarten ist.',
    },
    review_terms: { label: 'Begriffe prüfen', definition: 'Die genannten Begriffe mit den eigenen Listen abgleichen.' },
    check_recommendations: {
      label: 'Empfehlungen prüfen',
      definition: 'Verhindern, dass Empfehlungen und Trends es weitertragen.',
    },
    protect_accounts: { label: 'Konten schützen', definition: 'Die Konten schützen, gegen die es sich richtet.' },
    contact_us: { label: 'Mit uns Kontakt aufnehmen', definition: 'Sich bei der warnenden Organisation melden.' },
    share_findings: {
      label: 'Erkenntnisse teilen',
      definition: 'Der warnenden Organisation sagen, was auf Ihrer Seite zu sehen ist.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Beobachtung verstärkt', definition: 'Es wird genauer beobachtet.' },
    queue_prioritised: { label: 'Meldungen vorgezogen', definition: 'Meldungen dazu werden zuerst geprüft.' },
    reviewers_briefed: { label: 'Prüfteams eingewiesen', definition: 'Die zuständigen Prüfteams wissen Bescheid.' },
    terms_added: { label: 'Begriffe aufgenommen', definition: 'Begriffe wurden in die Erkennung aufgenommen.' },
    reach_limited: { label: 'Reichweite begrenzt', definition: 'Inhalte werden seltener empfohlen oder gezeigt.' },
    content_removed: { label: 'Inhalte entfernt', definition: 'Inhalte wurden entfernt oder gesperrt.' },
    content_labelled: {
      label: 'Inhalte gekennzeichnet',
      definition: 'Inhalte wurden gekennzeichnet oder hinter einen Hinweis gestellt.',
    },
    accounts_actioned: {
      label: 'Gegen Konten vorgegangen',
      definition: 'Konten wurden eingeschränkt, gesperrt oder entfernt.',
    },
    accounts_protected: { label: 'Konten geschützt', definition: 'Angegriffene Konten wurden geschützt.' },
    law_enforcement_informed: { label: 'Strafverfolgung informiert', definition: 'Die Behörden wurden informiert.' },
    other: { label: 'Andere Maßnahme', definition: 'Eine andere Maßnahme; die Notiz nennt sie.' },
  },
  reason: {
    not_found: { label: 'Nichts gefunden', definition: 'Auf dem Dienst wurde nichts dergleichen gefunden.' },
    not_enough_context: {
      label: 'Zu wenig Kontext',
      definition: 'Die Warnung sagt nicht genug, um danach zu handeln.',
    },
    not_our_service: { label: 'Nicht unser Dienst', definition: 'Sie betrifft diesen Dienst nicht.' },
    duplicate: { label: 'Doppelt', definition: 'Wird unter einer anderen Warnung bearbeitet.' },
    lawful: { label: 'Rechtmäßig', definition: 'Was gefunden wurde, ist rechtmäßig.' },
    within_policy: {
      label: 'Mit den Regeln vereinbar',
      definition: 'Was gefunden wurde, entspricht den Regeln des Dienstes.',
    },
    too_late: { label: 'Zu spät', definition: 'Es war vorbei, bevor gehandelt werden konnte.' },
    other: { label: 'Anderer Grund', definition: 'Ein anderer Grund; die Notiz nennt ihn.' },
  },
  usefulness: {
    helped: { label: 'Hat geholfen', definition: 'Mit ihr ließ sich früher oder besser handeln.' },
    somewhat: { label: 'Teilweise', definition: 'Sie hat ein wenig geholfen.' },
    not_helpful: { label: 'Nicht hilfreich', definition: 'Sie hat nichts geändert.' },
    too_late: { label: 'Zu spät', definition: 'Sie kam, als alles schon bekannt war.' },
  },
  acknowledgementState: {
    pending: { label: 'Offen', definition: 'Aus dem Team hat noch niemand geantwortet.' },
    acknowledged: { label: 'Angenommen', definition: 'Jemand hat sie übernommen.' },
    working: { label: 'In Arbeit', definition: 'Jemand arbeitet daran.' },
    actioned: { label: 'Gehandelt', definition: 'Maßnahmen wurden ergriffen.' },
    no_action: { label: 'Keine Maßnahme', definition: 'Geprüft; nichts unternommen, mit Begründung.' },
    declined: { label: 'Abgelehnt', definition: 'Nicht übernommen, mit Begründung.' },
  },
  termKind: {
    hashtag: { label: 'Hashtag', definition: 'Ein Hashtag.' },
    keyword: { label: 'Stichwort', definition: 'Ein Wort oder eine Wendung.' },
    coded_term: { label: 'Codewort', definition: 'Ein Wort, das für Eingeweihte etwas anderes bedeutet.' },
    slogan: { label: 'Parole', definition: 'Eine Parole oder ein Sprechchor.' },
    emoji: { label: 'Emoji', definition: 'Ein Emoji oder eine Folge davon.' },
    domain: { label: 'Domain', definition: 'Ein Domainname.' },
  },
  state: {
    active: { label: 'Aktiv', definition: 'In Kraft.' },
    cancelled: { label: 'Aufgehoben', definition: 'Von der warnenden Organisation aufgehoben.' },
    expired: { label: 'Abgelaufen', definition: 'Ihre Zeit ist vorbei.' },
  },
  kind: {
    cso: { label: 'Zivilgesellschaftliche Organisation', definition: 'Gibt Warnungen heraus.' },
    platform: { label: 'Plattform', definition: 'Erhält Warnungen und beantwortet sie.' },
    coordinator: { label: 'Koordinierungsstelle', definition: 'Betreibt das Netzwerk.' },
    observer: { label: 'Beobachtend', definition: 'Liest, soweit die Freigabe reicht.' },
  },
  role: {
    owner: { label: 'Leitung', definition: 'Steht für die Organisation ein.' },
    manager: { label: 'Verwaltung', definition: 'Kümmert sich um Einstellungen, Schlüssel und Personen.' },
    responder: { label: 'Bearbeitung', definition: 'Gibt Warnungen heraus oder beantwortet sie.' },
    viewer: { label: 'Lesezugriff', definition: 'Liest mit.' },
  },
  scope: {
    'warnings:read': { label: 'Warnungen lesen', definition: 'Warnungen, Ereignisse und Einstellungen lesen.' },
    'warnings:write': {
      label: 'Warnungen herausgeben',
      definition: 'Herausgeben, ändern, aufheben, bekräftigen, kommentieren, Vorschau ansehen.',
    },
    'warnings:red': {
      label: 'TLP:RED lesen',
      definition: 'Auf der RED-Liste der Organisation stehen, zusätzlich zum Lesen.',
    },
    'acknowledgements:write': { label: 'Warnungen beantworten', definition: 'Antworten, eskalieren, kommentieren.' },
    'subscriptions:write': { label: 'Abonnements ändern', definition: 'Abonnements und Eskalationsregeln ändern.' },
    admin: {
      label: 'Verwalten',
      definition: 'Teams, Schlüssel, Personen, die Organisation; schließt keine andere Berechtigung ein.',
    },
  },
  keyState: {
    active: { label: 'Aktiv', definition: 'In Gebrauch.' },
    expiring: { label: 'Läuft ab', definition: 'Endet binnen vierzehn Tagen.' },
    expired: { label: 'Abgelaufen', definition: 'Seine Zeit ist vorbei.' },
    revoked: { label: 'Widerrufen', definition: 'Von jemandem beendet.' },
  },
} as const satisfies Translation<typeof english, 'de'>;
