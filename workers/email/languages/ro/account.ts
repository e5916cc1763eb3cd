import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Deschideți Tocsin',
  unexpected: 'Dacă nu așteptați acest mesaj, nu trebuie să faceți nimic.',
  buttonFails: 'Dacă butonul nu funcționează, deschideți această adresă:',
  role: 'Rol',
  kind: 'Tip',
  reason: 'Motiv',
  confirmation: {
    subject: 'Confirmați această adresă pentru alertele către {{organisation}}',
    heading: 'Confirmați această adresă',
    what: '{{organisation}} dorește ca această adresă să fie anunțată când alerte privind ura online o privesc sau îi așteaptă răspunsul.',
    how: 'Dacă este corect, deschideți pagina și apăsați butonul. Până atunci nu se trimite nimic la această adresă.',
    action: 'Confirmați adresa',
    holds_one: 'Linkul este valabil {{count}} zi.',
    holds_few: 'Linkul este valabil {{count}} zile.',
    holds_other: 'Linkul este valabil {{count}} de zile.',
  },
  signIn: {
    heading: 'Conectare la Tocsin',
    how: 'Cineva, sperăm că dumneavoastră, a cerut să se conecteze cu această adresă. Deschideți pagina și apăsați butonul.',
    keepIt: 'Nimeni din rețea nu vă va cere vreodată acest link. Nu îl dați mai departe.',
    action: 'Conectați-vă',
    until: 'Linkul funcționează o singură dată, până la {{until}}.',
    notYou: 'Dacă nu l-ați cerut, nu trebuie să faceți nimic: fără link nu intră nimeni.',
  },
  signInByProvider: {
    heading: 'Conectați-vă prin organizația dumneavoastră',
    why: 'Cineva, sperăm că dumneavoastră, a cerut un link de conectare la Tocsin cu această adresă. Membrii {{organisation}} se conectează prin furnizorul de identitate al organizației, așa că nu există niciun link.',
    how: 'Deschideți pagina de conectare, scrieți adresa și alegeți „Single sign-on (SSO)”.',
    action: 'Deschideți pagina de conectare',
  },
  invitation: {
    heading: 'Invitație la {{organisation}} pe Tocsin',
    by: '{{by}} de la {{organisation}} vă invită.',
    invited: 'Aveți o invitație de la {{organisation}}.',
    what: 'Tocsin este rețeaua în care organizații ale societății civile avertizează din timp platformele despre evenimente care pot stârni ură online.',
    action: 'Vedeți invitația',
    until: 'Linkul funcționează o singură dată, până la {{until}}.',
    notYou: 'Dacă nu așteptați acest mesaj, nu trebuie să faceți nimic: fără dumneavoastră nu se alătură nimeni.',
  },
  member: {
    removed: 'Nu mai sunteți membru al organizației {{organisation}}',
    removedMeans:
      'Apartenența dumneavoastră la {{organisation}} pe Tocsin s-a încheiat și ați fost deconectat de peste tot. Nu veți mai primi mesaje pentru ea.',
    address: 'Adresa dumneavoastră de e-mail la {{organisation}} a fost schimbată',
    addressMeans:
      'De acum înainte vă conectați la {{organisation}} și primiți mesajele la adresa pe care ați confirmat-o, nu la aceasta. Ați fost deconectat oriunde vă conectaserăți înainte.',
    role: 'Rolul dumneavoastră la {{organisation}} s-a schimbat',
    roleMeans: 'De acum înainte acesta este rolul dumneavoastră.',
    unexpected: 'Dacă nu vă așteptați la acest lucru, întrebați responsabilul organizației dumneavoastră.',
    visit: 'Mergeți la Tocsin',
  },
  ownAddress: {
    heading: 'Folosirea acestei adrese pe Tocsin',
    what: 'Un membru al organizației {{organisation}}, sperăm că dumneavoastră, dorește să se conecteze și să primească mesajele la această adresă de acum înainte.',
    how: 'Dacă este corect, deschideți pagina acolo unde sunteți conectat și apăsați butonul. Până atunci nu se schimbă nimic.',
    action: 'Folosiți această adresă',
    until: 'Linkul funcționează o singură dată, până la {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'A fost adăugată o cheie de acces',
      what: 'La contul dumneavoastră a fost adăugată o cheie de acces. Este suficientă singură pentru conectare.',
    },
    'passkey-removed': {
      heading: 'A fost eliminată o cheie de acces',
      what: 'Din contul dumneavoastră a fost eliminată o cheie de acces.',
    },
    'totp-added': {
      heading: 'Au fost configurate coduri de unică folosință',
      what: 'La contul dumneavoastră a fost adăugată o aplicație care generează coduri de unică folosință.',
    },
    'totp-removed': {
      heading: 'Au fost eliminate codurile de unică folosință',
      what: 'Codurile aplicației dumneavoastră nu mai sunt acceptate.',
    },
    'recovery-codes-made': {
      heading: 'Au fost create coduri de recuperare noi',
      what: 'Pentru contul dumneavoastră au fost create coduri de recuperare noi; cele vechi nu mai sunt valabile.',
    },
    'recovery-code-used': {
      heading: 'A fost folosit un cod de recuperare',
      what: 'A fost folosit unul dintre codurile dumneavoastră de recuperare. Nu mai este valabil; creați altele când rămân puține.',
    },
    'factors-reset': {
      heading: 'Cheile de acces și codurile dumneavoastră au fost eliminate',
      what: 'Un administrator al organizației v-a eliminat cheile de acces și codurile, iar sesiunile au fost închise. Conectați-vă cu un link și adăugați altele noi.',
    },
    yours:
      'Dacă ați fost dumneavoastră, nu trebuie să faceți nimic. Dacă nu: conectați-vă acum, încheiați celelalte sesiuni, eliminați ce nu este al dumneavoastră și anunțați un administrator al organizației.',
    action: 'Deschideți contul',
  },
  application: {
    confirm: {
      heading: 'Confirmați cererea de aderare la Tocsin',
      what: 'Cineva, sperăm că dumneavoastră, a cerut aderarea organizației {{organisation}} la Tocsin și a dat această adresă drept contact.',
      action: 'Confirmați cererea',
    },
    asked: {
      heading: 'O întrebare despre cererea dumneavoastră de aderare la Tocsin',
      what: 'Coordonatorul are o întrebare despre cererea organizației {{organisation}}:',
      action: 'Răspundeți',
    },
    refused: {
      heading: 'Cererea dumneavoastră de aderare la Tocsin a fost respinsă',
      what: 'Coordonatorul a respins cererea organizației {{organisation}} din acest motiv:',
      action: 'Vedeți cererea',
    },
    admitted: {
      heading: 'Organizația {{organisation}} a fost admisă în Tocsin',
      what: '{{organisation}} face parte de acum din rețea. Un al doilea mesaj vă invită ca responsabil; cu linkul lui vă conectați pentru prima dată.',
      action: 'Vedeți cererea',
    },
    confirmHow: 'Deschideți pagina și confirmați; abia atunci coordonatorul vede cererea.',
    waits: '{{organisation}} cere să adere',
    waitsHow: 'Cererea vă așteaptă: admiteți-o, puneți o întrebare sau respingeți-o.',
    waitsAction: 'Deschideți cererea',
  },
  organisation: {
    addressErased: 'O adresă ștearsă a fost scoasă din setările dumneavoastră',
    addressErasedWhat:
      'A fost ștearsă o persoană a cărei adresă figura într-o politică de escaladare sau într-un abonament: {{teams}}. Acolo unde nu era indicat nimeni altcineva, sunt anunțați acum responsabilii organizației.',
    addressErasedDo: 'Verificați-le pe amândouă și indicați pe altcineva unde este nevoie.',
    left: '{{organisation}} a părăsit rețeaua',
    leftMeans:
      'Un responsabil al organizației {{organisation}} a încheiat participarea. Cheile și sesiunile nu mai sunt valabile; alertele și răspunsurile rămân înregistrate.',
    suspended: {
      heading: 'Organizația {{organisation}} este suspendată',
      what: 'Persoanele și cheile ei nu au acces și nu i se cere nimic până când coordonatorul ridică suspendarea. Nu se pierde nimic.',
    },
    resumed: {
      heading: 'Organizația {{organisation}} este din nou activă',
      what: 'Suspendarea s-a încheiat. Conectați-vă din nou; cheile funcționează iar.',
    },
    braked: {
      heading: '{{organisation}} nu poate emite alerte deocamdată',
      what: 'Coordonatorul a blocat emiterea. Citirea, ridicarea alertelor și tot restul continuă; emiterea va fi posibilă când coordonatorul o deblochează.',
    },
    released: {
      heading: '{{organisation}} poate emite din nou alerte',
      what: 'Coordonatorul a deblocat emiterea.',
    },
    retracted: {
      heading: 'Alertele organizației {{organisation}} au fost retrase',
      what: 'Coordonatorul a ridicat toate alertele ei active, iar cei care le-au primit sunt anunțați. Schimbați ce a putut ajunge în alte mâini: chei, chei de acces, sesiuni.',
    },
    unclear: 'Întrebați coordonatorul rețelei dacă ceva nu este clar.',
  },
  policyGap: {
    what: 'A reieșit dintr-o probă a politicii așa cum este astăzi, înainte ca o alertă să depindă de ea.',
    do: 'Indicați pe altcineva sau cereți confirmarea adresei prin linkul trimis acolo.',
    why: 'Acest mesaj se trimite o singură dată pentru fiecare destinatar responsabililor și administratorilor organizației; dacă nu există, coordonatorului.',
  },
  suppression: {
    comesBack: {
      heading: 'Mesajele către o adresă a dumneavoastră se întorc',
      do: 'Întrebați persoana care o citește ce adresă folosește. Dacă s-a schimbat, modificați-o; dacă primește din nou mesaje, alegeți „Reluați trimiterea” pe pagina cu membrii.',
    },
    complaint: {
      heading: 'O adresă a dumneavoastră a raportat mesajele noastre ca nedorite',
      do: 'Întrebați persoana care o citește ce dorește să primească și modificați-i abonamentele. Dacă a fost o greșeală, alegeți „Reluați trimiterea” pe pagina cu membrii.',
    },
    why: {
      'no-mailbox': 'Serverul de acolo spune că această căsuță nu există.',
      'not-taken':
        'Mai multe mesaje la rând nu au putut fi livrate: căsuța este plină sau serverul ei nu acceptă mesaje.',
      complaint: 'Persoana care o citește a raportat un mesaj al acestei rețele ca spam.',
    },
    means:
      'De acum înainte se trimite acolo numai strictul necesar: nicio alertă dintr-un abonament. Încercăm în continuare să trimitem escaladările și ceea ce cere cineva, cum ar fi un link de conectare; nu vă bazați pe ele.',
    address: 'Adresa',
    since: 'Din',
    said: 'Ce s-a răspuns',
    action: 'Vedeți membrii organizației',
    once: 'Sunteți anunțat o singură dată pentru fiecare adresă.',
  },
} as const satisfies Translation<typeof english, 'ro'>;
