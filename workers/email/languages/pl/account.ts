import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Otwórz Tocsin',
  unexpected: 'Jeśli nie spodziewali się Państwo tej wiadomości, nie trzeba nic robić.',
  buttonFails: 'Jeśli przycisk nie działa, prosimy otworzyć ten adres:',
  role: 'Rola',
  kind: 'Rodzaj',
  reason: 'Powód',
  confirmation: {
    subject: 'Prosimy potwierdzić ten adres dla ostrzeżeń: {{organisation}}',
    heading: 'Prosimy potwierdzić ten adres',
    what: '{{organisation}} prosi o powiadamianie tego adresu, gdy ostrzeżenia przed nienawiścią w internecie dotyczą tej organizacji lub czekają na jej odpowiedź.',
    how: 'Jeśli to się zgadza, prosimy otworzyć stronę i nacisnąć przycisk. Wcześniej nic nie jest wysyłane na ten adres.',
    action: 'Potwierdź adres',
    holds_one: 'Link jest ważny przez {{count}} dzień.',
    holds_few: 'Link jest ważny przez {{count}} dni.',
    holds_many: 'Link jest ważny przez {{count}} dni.',
    holds_other: 'Link jest ważny przez {{count}} dnia.',
  },
  signIn: {
    heading: 'Logowanie do Tocsin',
    how: 'Ktoś, mamy nadzieję, że Państwo, chce się zalogować przy użyciu tego adresu. Prosimy otworzyć stronę i nacisnąć przycisk.',
    keepIt: 'Nikt z sieci nigdy nie poprosi Państwa o ten link. Prosimy go nikomu nie przekazywać.',
    action: 'Zaloguj się',
    until: 'Link działa tylko raz, do {{until}}.',
    notYou: 'Jeśli to nie Państwo o niego prosili, nie trzeba nic robić: bez tego linku nikt nie wejdzie.',
  },
  signInByProvider: {
    heading: 'Logowanie przez Państwa organizację',
    why: 'Ktoś, mamy nadzieję, że Państwo, poprosił o link do logowania do Tocsin dla tego adresu. Członkowie organizacji {{organisation}} logują się przez jej własnego dostawcę tożsamości, dlatego linku nie ma.',
    how: 'Prosimy otworzyć stronę logowania, wpisać adres i wybrać „Single sign-on (SSO)”.',
    action: 'Otwórz stronę logowania',
  },
  invitation: {
    heading: 'Zaproszenie do organizacji {{organisation}} w Tocsin',
    by: '{{by}} z organizacji {{organisation}} zaprasza Państwa.',
    invited: 'Mają Państwo zaproszenie do organizacji {{organisation}}.',
    what: 'Tocsin to sieć, w której organizacje społeczeństwa obywatelskiego wcześnie ostrzegają platformy przed wydarzeniami mogącymi wywołać nienawiść w internecie.',
    action: 'Zobacz zaproszenie',
    until: 'Link działa tylko raz, do {{until}}.',
    notYou: 'Jeśli nie spodziewali się Państwo tej wiadomości, nie trzeba nic robić: bez Państwa nikt nie dołączy.',
  },
  member: {
    removed: 'Nie należą już Państwo do organizacji {{organisation}}',
    removedMeans:
      'Państwa członkostwo w organizacji {{organisation}} w Tocsin zakończyło się, a wszystkie sesje zamknięto. Nie będą Państwo otrzymywać z tego tytułu więcej wiadomości.',
    address: 'Państwa adres e-mail w organizacji {{organisation}} został zmieniony',
    addressMeans:
      'Od teraz logują się Państwo do organizacji {{organisation}} potwierdzonym adresem i na niego otrzymują wiadomości, a nie na ten. Wszystkie pozostałe sesje zamknięto.',
    role: 'Państwa rola w organizacji {{organisation}} się zmieniła',
    roleMeans: 'Od teraz mają Państwo tę rolę.',
    unexpected: 'Jeśli się Państwo tego nie spodziewali, prosimy zapytać osobę kierującą organizacją.',
    visit: 'Przejdź do Tocsin',
  },
  ownAddress: {
    heading: 'Używanie tego adresu w Tocsin',
    what: 'Członek organizacji {{organisation}}, mamy nadzieję, że to Państwo, chce odtąd logować się i otrzymywać wiadomości pod tym adresem.',
    how: 'Jeśli to prawda, prosimy otworzyć stronę tam, gdzie są Państwo zalogowani, i nacisnąć przycisk. Wcześniej nic się nie zmieni.',
    action: 'Używaj tego adresu',
    until: 'Link działa tylko raz, do {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'Dodano klucz dostępu',
      what: 'Do Państwa konta dodano klucz dostępu. Sam wystarcza do zalogowania.',
    },
    'passkey-removed': {
      heading: 'Usunięto klucz dostępu',
      what: 'Z Państwa konta usunięto klucz dostępu.',
    },
    'totp-added': {
      heading: 'Ustawiono kody jednorazowe',
      what: 'Do Państwa konta dodano aplikację tworzącą kody jednorazowe.',
    },
    'totp-removed': {
      heading: 'Usunięto kody jednorazowe',
      what: 'Kody z Państwa aplikacji nie są już przyjmowane.',
    },
    'recovery-codes-made': {
      heading: 'Utworzono nowe kody odzyskiwania',
      what: 'Dla Państwa konta utworzono nowe kody odzyskiwania; wcześniejsze już nie działają.',
    },
    'recovery-code-used': {
      heading: 'Użyto kodu odzyskiwania',
      what: 'Użyto jednego z Państwa kodów odzyskiwania. Już nie działa; gdy zostanie ich niewiele, prosimy utworzyć nowe.',
    },
    'factors-reset': {
      heading: 'Usunięto Państwa klucze dostępu i kody',
      what: 'Osoba zarządzająca organizacją usunęła Państwa klucze dostępu i kody oraz zamknęła sesje. Prosimy zalogować się linkiem i dodać nowe.',
    },
    yours:
      'Jeśli to Państwo, nie trzeba nic robić. Jeśli nie: prosimy od razu się zalogować, zakończyć pozostałe sesje, usunąć to, co obce, i powiadomić osobę zarządzającą organizacją.',
    action: 'Otwórz konto',
  },
  application: {
    confirm: {
      heading: 'Prosimy potwierdzić wniosek o przyjęcie do Tocsin',
      what: 'Ktoś, mamy nadzieję, że Państwo, złożył wniosek o przyjęcie organizacji {{organisation}} do Tocsin i podał ten adres do kontaktu.',
      action: 'Potwierdź wniosek',
    },
    asked: {
      heading: 'Pytanie o Państwa wniosek o przyjęcie do Tocsin',
      what: 'Koordynator ma pytanie dotyczące wniosku organizacji {{organisation}}:',
      action: 'Odpowiedz',
    },
    refused: {
      heading: 'Państwa wniosek o przyjęcie do Tocsin odrzucono',
      what: 'Koordynator odrzucił wniosek organizacji {{organisation}}, podając taki powód:',
      action: 'Zobacz wniosek',
    },
    admitted: {
      heading: 'Przyjęto do Tocsin: {{organisation}}',
      what: '{{organisation}} należy odtąd do sieci. Druga wiadomość zaprasza Państwa do kierowania organizacją; jej link pozwala zalogować się po raz pierwszy.',
      action: 'Zobacz wniosek',
    },
    confirmHow: 'Prosimy otworzyć stronę i potwierdzić; dopiero wtedy koordynator zobaczy wniosek.',
    waits: '{{organisation}} prosi o przyjęcie',
    waitsHow: 'Wniosek czeka na Państwa: można go przyjąć, odrzucić albo zadać pytanie.',
    waitsAction: 'Otwórz wniosek',
  },
  organisation: {
    addressErased: 'Usunięty adres nie występuje już w ustawieniach',
    addressErasedWhat:
      'Usunięto osobę, której adres był wskazany w zasadach eskalacji lub w subskrypcji zespołu: {{teams}}. Tam, gdzie nie wskazano nikogo innego, powiadamiane są teraz osoby kierujące organizacją.',
    addressErasedDo: 'Prosimy sprawdzić jedno i drugie oraz w razie potrzeby wskazać kogoś innego.',
    left: 'Sieć opuściła organizacja {{organisation}}',
    leftMeans:
      'Osoba kierująca organizacją {{organisation}} zakończyła jej członkostwo. Klucze i sesje już nie działają; ostrzeżenia i odpowiedzi pozostają zapisane.',
    suspended: {
      heading: 'Zawieszono organizację {{organisation}}',
      what: 'Osoby z tej organizacji i jej klucze nie mają dostępu i niczego się od niej nie wymaga, dopóki koordynator nie cofnie zawieszenia. Nic nie przepada.',
    },
    resumed: {
      heading: 'Organizacja {{organisation}} wraca do sieci',
      what: 'Zawieszenie się skończyło. Można się znów zalogować; klucze ponownie działają.',
    },
    braked: {
      heading: 'Organizacja {{organisation}} na razie nie może wydawać ostrzeżeń',
      what: 'Koordynator wstrzymał wydawanie. Czytanie, odwoływanie i wszystko inne działa dalej; wydawać będzie można znowu, gdy koordynator na to pozwoli.',
    },
    released: {
      heading: 'Organizacja {{organisation}} może znów wydawać ostrzeżenia',
      what: 'Koordynator zniósł wstrzymanie.',
    },
    retracted: {
      heading: 'Wycofano ostrzeżenia organizacji {{organisation}}',
      what: 'Koordynator odwołał wszystkie jej trwające ostrzeżenia, a wszyscy, którzy je otrzymali, dowiadują się o tym. Prosimy zmienić to, co mogło trafić w obce ręce: klucze, klucze dostępu, sesje.',
    },
    unclear: 'Jeśli coś jest niejasne, prosimy pytać koordynatora sieci.',
  },
  policyGap: {
    what: 'Wykazała to próba zasad w ich dzisiejszym brzmieniu, zanim będzie od nich zależeć ostrzeżenie.',
    do: 'Prosimy wskazać kogoś innego albo potwierdzić adres linkiem, który na niego wysłano.',
    why: 'Ta wiadomość trafia raz dla każdego odbiorcy do osób, które kierują organizacją lub nią zarządzają; gdy ich nie ma, do koordynatora.',
  },
  suppression: {
    comesBack: {
      heading: 'Wiadomości na jeden z Państwa adresów wracają',
      do: 'Prosimy zapytać osobę, która go czyta, jakiego adresu używa. Jeśli jest już inny, prosimy go zmienić; jeśli znów przyjmuje pocztę, prosimy wybrać „Wznów wysyłkę” na stronie z osobami.',
    },
    complaint: {
      heading: 'Z jednego z Państwa adresów zgłoszono nasze wiadomości jako niechciane',
      do: 'Prosimy zapytać osobę, która go czyta, co chce otrzymywać, i zmienić jej subskrypcje. Jeśli to pomyłka, prosimy wybrać „Wznów wysyłkę” na stronie z osobami.',
    },
    why: {
      'no-mailbox': 'Tamtejszy serwer pocztowy odpowiada, że takiej skrzynki nie ma.',
      'not-taken':
        'Kilku wiadomości z rzędu nie udało się tam doręczyć: skrzynka jest pełna albo jej serwer nie przyjmuje poczty.',
      complaint: 'Osoba, która go czyta, zgłosiła wiadomość tej sieci jako spam.',
    },
    means:
      'Odtąd nie wysyłamy tam niczego, bez czego można się obejść: żadnych ostrzeżeń z subskrypcji. Eskalacje nadal próbujemy tam wysyłać, podobnie jak to, o co ktoś prosi, np. link do logowania; prosimy na to nie liczyć.',
    address: 'Adres',
    since: 'Od',
    said: 'Odpowiedź',
    action: 'Otwórz listę osób w organizacji',
    once: 'O każdym adresie informujemy raz.',
  },
} as const satisfies Translation<typeof english, 'pl'>;
