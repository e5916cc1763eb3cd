import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Antycyganizm',
      definition: 'Nienawiść wobec Romów, Sinti, wędrowców i osób za nich uważanych.',
    },
    antisemitism: { label: 'Antysemityzm', definition: 'Nienawiść wobec Żydów i osób za nich uważanych.' },
    anti_muslim_hatred: {
      label: 'Nienawiść wobec muzułmanów',
      definition: 'Nienawiść wobec muzułmanów i osób za nich uważanych.',
    },
    anti_black_racism: {
      label: 'Rasizm wobec osób czarnoskórych',
      definition: 'Nienawiść wobec osób czarnoskórych i osób pochodzenia afrykańskiego.',
    },
    anti_asian_racism: {
      label: 'Rasizm wobec osób pochodzenia azjatyckiego',
      definition: 'Nienawiść wobec osób pochodzenia azjatyckiego.',
    },
    xenophobia: { label: 'Ksenofobia', definition: 'Nienawiść wobec cudzoziemców, także migrantów i uchodźców.' },
    race_or_colour: {
      label: 'Domniemana rasa lub kolor skóry',
      definition: 'Nienawiść ze względu na przypisywaną rasę lub kolor skóry.',
    },
    ethnic_origin: { label: 'Pochodzenie etniczne', definition: 'Nienawiść ze względu na pochodzenie etniczne.' },
    national_origin: {
      label: 'Pochodzenie narodowe',
      definition: 'Nienawiść ze względu na obywatelstwo lub pochodzenie narodowe.',
    },
    descent: { label: 'Pochodzenie rodowe', definition: 'Nienawiść ze względu na przodków.' },
    religion_or_belief: {
      label: 'Religia lub przekonania',
      definition: 'Nienawiść ze względu na inną religię lub przekonania albo ich brak.',
    },
    sexual_orientation: {
      label: 'Orientacja seksualna',
      definition: 'Nienawiść wobec lesbijek, gejów i osób biseksualnych.',
    },
    gender_identity: {
      label: 'Tożsamość płciowa',
      definition: 'Nienawiść wobec osób transpłciowych, niebinarnych i interpłciowych.',
    },
    sex_or_gender: { label: 'Płeć', definition: 'Nienawiść ze względu na płeć, w tym mizoginia.' },
    disability: { label: 'Niepełnosprawność', definition: 'Nienawiść wobec osób z niepełnosprawnościami.' },
    age: { label: 'Wiek', definition: 'Nienawiść ze względu na wiek.' },
    language_or_minority: {
      label: 'Język lub mniejszość',
      definition: 'Nienawiść wobec mniejszości językowej lub narodowej.',
    },
    other: { label: 'Inna podstawa', definition: 'Inna podstawa; opis podaje jaka.' },
  },
  trigger: {
    attack: { label: 'Zamach lub napaść', definition: 'Zamach terrorystyczny lub przestępstwo z nienawiści.' },
    crime: { label: 'Przestępstwo', definition: 'Przestępstwo przypisywane jakiejś grupie.' },
    trial: { label: 'Proces sądowy', definition: 'Proces lub wyrok.' },
    election: { label: 'Wybory', definition: 'Wybory lub referendum.' },
    political_debate: { label: 'Debata polityczna', definition: 'Debata lub przemówienie w polityce.' },
    legislation: { label: 'Prawodawstwo', definition: 'Ustawa proponowana, omawiana lub uchwalona.' },
    protest: { label: 'Protest', definition: 'Demonstracja, marsz lub kontrmarsz.' },
    commemoration: { label: 'Rocznica lub upamiętnienie', definition: 'Rocznica lub dzień pamięci.' },
    religious_event: { label: 'Wydarzenie religijne', definition: 'Święto lub zgromadzenie religijne.' },
    sports_event: { label: 'Wydarzenie sportowe', definition: 'Mecz lub turniej.' },
    cultural_event: {
      label: 'Wydarzenie kulturalne',
      definition: 'Festiwal, marsz równości, koncert, film.',
    },
    migration_event: {
      label: 'Wydarzenie związane z migracją',
      definition: 'Przybycie, ośrodek, wypadek w drodze.',
    },
    conflict_abroad: {
      label: 'Konflikt za granicą',
      definition: 'Wojna lub konflikt gdzie indziej, który odbija się echem tutaj.',
    },
    public_health: {
      label: 'Zdrowie publiczne',
      definition: 'Ognisko choroby lub środek ochrony zdrowia publicznego.',
    },
    media_report: { label: 'Doniesienie medialne', definition: 'Doniesienie w mediach.' },
    viral_content: {
      label: 'Treść wiralowa',
      definition: 'Wpis, film lub piosenka, które rozchodzą się same.',
    },
    disinformation_campaign: {
      label: 'Kampania dezinformacyjna',
      definition: 'Nieprawda o jakiejś grupie, szerzona celowo.',
    },
    coordinated_harassment: {
      label: 'Skoordynowane nękanie',
      definition: 'Wielu przeciw jednej osobie lub jednej organizacji.',
    },
    policy_change: {
      label: 'Zmiana zasad platformy',
      definition: 'Zmiana własnych zasad lub praktyki platformy.',
    },
    other: { label: 'Inne wydarzenie', definition: 'Wydarzenie innego rodzaju.' },
  },
  severity: {
    extreme: { label: 'Skrajny', definition: 'Nawoływanie do przemocy może zacząć się lada chwila lub już trwa.' },
    severe: {
      label: 'Poważny',
      definition: 'Fala wymierzona w jakąś grupę jest prawdopodobna lub w jednym miejscu już trwa.',
    },
    moderate: { label: 'Umiarkowany', definition: 'Należy się spodziewać wyraźnego wzrostu.' },
    minor: { label: 'Niewielki', definition: 'Warto wiedzieć.' },
  },
  urgency: {
    immediate: { label: 'Natychmiastowa', definition: 'Należy działać teraz.' },
    expected: { label: 'Wkrótce (w ciągu 24 godzin)', definition: 'Należy działać w ciągu najbliższych 24 godzin.' },
    future: { label: 'Później', definition: 'Później niż w ciągu najbliższych 24 godzin.' },
    past: { label: 'Minęło', definition: 'Już po wszystkim; takie ostrzeżenie nigdy nie jest eskalowane.' },
  },
  certainty: {
    observed: { label: 'Zaobserwowane', definition: 'Stało się lub właśnie się dzieje.' },
    likely: { label: 'Prawdopodobne', definition: 'Bardziej prawdopodobne niż nie (p > 50 %).' },
    possible: { label: 'Możliwe', definition: 'Możliwe, ale nie prawdopodobne (p ≤ 50 %).' },
    unlikely: { label: 'Mało prawdopodobne', definition: 'Nieoczekiwane, ale nie do wykluczenia.' },
  },
  status: {
    actual: { label: 'Rzeczywiste', definition: 'Prawdziwe ostrzeżenie.' },
    exercise: { label: 'Ćwiczenie', definition: 'Należy działać jak w rzeczywistości; nic się nie dzieje.' },
    test: { label: 'Test', definition: 'Próba techniczna: nikt nie musi działać.' },
  },
  tlp: {
    'TLP:RED': { label: 'TLP:RED', definition: 'Tylko dla poszczególnych odbiorców; bez dalszego ujawniania.' },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Tylko dla organizacji odbiorców.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'W organizacji odbiorców i u jej klientów, w zakresie niezbędnej wiedzy.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Dla społeczności: członków sieci.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Dla wszystkich.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Wzmocnić obserwację',
      definition: 'Uważniej obserwować wskazane kraje, języki i określenia.',
    },
    brief_reviewers: {
      label: 'Uprzedzić zespoły moderacji',
      definition: 'Powiedzieć zespołom moderacji tych języków, czego się spodziewać.',
    },
    review_terms: {
      label: 'Sprawdzić określenia',
      definition: 'Porównać podane określenia z własnymi listami.',
    },
    check_recommendations: {
      label: 'Sprawdzić rekomendacje',
      definition: 'Nie dopuścić, by roznosiły to rekomendacje i trendy.',
    },
    protect_accounts: { label: 'Chronić konta', definition: 'Chronić konta, w które to jest wymierzone.' },
    contact_us: {
      label: 'Skontaktować się z nami',
      definition: 'Skontaktować się z organizacją, która wydała ostrzeżenie.',
    },
    share_findings: {
      label: 'Przekazać ustalenia',
      definition: 'Powiedzieć organizacji, która wydała ostrzeżenie, co widać po stronie platformy.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Wzmocniono obserwację', definition: 'Trwa uważniejsza obserwacja.' },
    queue_prioritised: {
      label: 'Zgłoszenia rozpatrywane w pierwszej kolejności',
      definition: 'Zgłoszenia w tej sprawie są rozpatrywane jako pierwsze.',
    },
    reviewers_briefed: {
      label: 'Uprzedzono zespoły moderacji',
      definition: 'Właściwe zespoły moderacji o tym wiedzą.',
    },
    terms_added: { label: 'Dodano określenia', definition: 'Określenia dodano do wykrywania.' },
    reach_limited: { label: 'Ograniczono zasięg', definition: 'Treści są rzadziej polecane lub pokazywane.' },
    content_removed: { label: 'Usunięto treści', definition: 'Treści usunięto lub zablokowano do nich dostęp.' },
    content_labelled: {
      label: 'Oznaczono treści',
      definition: 'Treści oznaczono lub poprzedzono informacją.',
    },
    accounts_actioned: {
      label: 'Podjęto działania wobec kont',
      definition: 'Konta ograniczono, zawieszono lub usunięto.',
    },
    accounts_protected: {
      label: 'Objęto konta ochroną',
      definition: 'Objęto ochroną konta, w które to było wymierzone.',
    },
    law_enforcement_informed: {
      label: 'Powiadomiono organy ścigania',
      definition: 'Powiadomiono właściwe organy.',
    },
    other: { label: 'Inny środek', definition: 'Inny środek; uwaga podaje jaki.' },
  },
  reason: {
    not_found: { label: 'Nic nie znaleziono', definition: 'W usłudze nie znaleziono niczego takiego.' },
    not_enough_context: {
      label: 'Za mało kontekstu',
      definition: 'Ostrzeżenie mówi za mało, by można było działać.',
    },
    not_our_service: { label: 'Nie dotyczy naszej usługi', definition: 'Ostrzeżenie nie dotyczy tej usługi.' },
    duplicate: { label: 'Powtórzenie', definition: 'Sprawą zajęto się w ramach innego ostrzeżenia.' },
    lawful: { label: 'Zgodne z prawem', definition: 'To, co znaleziono, jest zgodne z prawem.' },
    within_policy: {
      label: 'Zgodne z zasadami usługi',
      definition: 'To, co znaleziono, jest zgodne z zasadami usługi.',
    },
    too_late: { label: 'Za późno', definition: 'Było po wszystkim, zanim można było działać.' },
    other: { label: 'Inny powód', definition: 'Inny powód; uwaga podaje jaki.' },
  },
  usefulness: {
    helped: { label: 'Pomogło', definition: 'Pozwoliło działać wcześniej lub lepiej.' },
    somewhat: { label: 'Trochę', definition: 'Trochę pomogło.' },
    not_helpful: { label: 'Nie pomogło', definition: 'Niczego nie zmieniło.' },
    too_late: { label: 'Za późno', definition: 'Nadeszło, gdy wszystko było już wiadome.' },
  },
  acknowledgementState: {
    pending: { label: 'Bez odpowiedzi', definition: 'Nikt z zespołu jeszcze nie odpowiedział.' },
    acknowledged: { label: 'Przyjęto', definition: 'Ktoś przyjął ostrzeżenie.' },
    working: { label: 'W toku', definition: 'Ktoś nad tym pracuje.' },
    actioned: { label: 'Podjęto działania', definition: 'Podjęto środki.' },
    no_action: { label: 'Bez działań', definition: 'Sprawdzono; nic nie zrobiono, z podaniem powodu.' },
    declined: { label: 'Odrzucono', definition: 'Nie podjęto, z podaniem powodu.' },
  },
  termKind: {
    hashtag: { label: 'Hashtag', definition: 'Hashtag.' },
    keyword: { label: 'Słowo kluczowe', definition: 'Słowo lub wyrażenie.' },
    coded_term: {
      label: 'Określenie zaszyfrowane',
      definition: 'Słowo, które dla wtajemniczonych znaczy co innego.',
    },
    slogan: { label: 'Hasło', definition: 'Hasło lub skandowany okrzyk.' },
    emoji: { label: 'Emoji', definition: 'Emoji lub ciąg emoji.' },
    domain: { label: 'Domena', definition: 'Nazwa domeny.' },
  },
  state: {
    active: { label: 'Trwa', definition: 'Obowiązuje.' },
    cancelled: { label: 'Odwołane', definition: 'Odwołała je organizacja, która je wydała.' },
    expired: { label: 'Wygasłe', definition: 'Jego czas minął.' },
  },
  kind: {
    cso: { label: 'Organizacja społeczeństwa obywatelskiego', definition: 'Wydaje ostrzeżenia.' },
    platform: { label: 'Platforma', definition: 'Otrzymuje ostrzeżenia i na nie odpowiada.' },
    coordinator: { label: 'Koordynator', definition: 'Prowadzi sieć.' },
    observer: { label: 'Obserwator', definition: 'Czyta do swojego poziomu dostępu.' },
  },
  role: {
    owner: { label: 'Kierowanie', definition: 'Odpowiada za organizację.' },
    manager: { label: 'Zarządzanie', definition: 'Zajmuje się ustawieniami, kluczami i osobami.' },
    responder: { label: 'Odpowiadanie', definition: 'Wydaje ostrzeżenia lub na nie odpowiada.' },
    viewer: { label: 'Odczyt', definition: 'Czyta.' },
  },
  scope: {
    'warnings:read': {
      label: 'Czytanie ostrzeżeń',
      definition: 'Czytanie ostrzeżeń, zdarzeń i ustawień.',
    },
    'warnings:write': {
      label: 'Wydawanie ostrzeżeń',
      definition: 'Wydawanie, zmiana, odwoływanie, spostrzeżenia, komentarze, podgląd.',
    },
    'warnings:red': {
      label: 'Czytanie TLP:RED',
      definition: 'Miejsce na liście RED organizacji, oprócz czytania.',
    },
    'acknowledgements:write': {
      label: 'Odpowiadanie na ostrzeżenia',
      definition: 'Odpowiedzi, eskalacja, komentarze.',
    },
    'subscriptions:write': {
      label: 'Zmiana subskrypcji',
      definition: 'Zmiana subskrypcji i zasad eskalacji.',
    },
    admin: {
      label: 'Administrowanie',
      definition: 'Zespoły, klucze, osoby, organizacja; nie obejmuje żadnego innego uprawnienia.',
    },
  },
  keyState: {
    active: { label: 'Ważny', definition: 'W użyciu.' },
    expiring: { label: 'Wygasa', definition: 'Kończy się w ciągu czternastu dni.' },
    expired: { label: 'Wygasły', definition: 'Jego czas minął.' },
    revoked: { label: 'Unieważniony', definition: 'Ktoś zakończył jego ważność.' },
  },
} as const satisfies Translation<typeof english, 'pl'>;
