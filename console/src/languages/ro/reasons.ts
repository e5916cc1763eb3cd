import type { reasons as english } from '../../../../core/contract/reasons.ts';
import type { Translation } from '../../../../core/contract/translation.ts';

export const reasons = {
  linkUnknown: 'Acest link este necunoscut sau nu este întreg. Deschideți-l din nou din e-mail sau cereți unul nou.',
  linkSpent: 'Acest link a fost deja folosit; fiecare este valabil o dată. Cereți unul nou.',
  linkExpired: 'Acest link este prea vechi. Cereți unul nou.',
  linkOld: 'Acest link este prea vechi. Cereți altul.',
  mailLink:
    'Acest link este necunoscut sau prea vechi ori e-mailurile lui s-au încheiat. Scrieți adresa dumneavoastră pe pagina de e-mailuri ca să primiți unul nou.',
  providerAlone:
    'Organizația dumneavoastră se conectează numai prin propriul furnizor de identitate. Folosiți Single sign-on (SSO).',
  signedOut: 'Aici sesiunea este încheiată. Conectați-vă din nou.',
  signedInLong: 'V-ați conectat aici cu prea mult timp în urmă. Conectați-vă din nou.',
  passkeyUnknown: 'Această cheie de acces este necunoscută aici sau răspunsul ei nu este valabil. Încercați alta.',
  passkeyNobody: 'Această cheie de acces nu este a niciunui membru al acestei rețele.',
  passkeyKnown: 'Această cheie de acces este deja cunoscută.',
  passkeysMost: 'Numărul cheilor dumneavoastră de acces: {{most}}. Eliminați una pe care nu o mai folosiți.',
  begunLong: 'A început cu prea mult timp în urmă sau a primit deja un răspuns. Începeți din nou.',
  codesWrong: 'Prea multe coduri greșite; următorul contează peste {{seconds}} s.',
  requestsMany: 'Prea multe cereri; următoarea poate veni peste {{seconds}} s.',
  invitationAccepted:
    'Această invitație a fost deja acceptată. Conectați-vă cu un link trimis la adresa dumneavoastră.',
  invitationWithdrawn: 'Această invitație a fost retrasă. Întrebați persoana care a trimis-o.',
  invitationReplaced: 'O invitație mai nouă a luat locul acesteia. Deschideți linkul din ultimul e-mail.',
  invitationOld: 'Această invitație este prea veche. Cereți una nouă persoanei care a trimis-o.',
  memberAlready: '{{address}} este deja adresa unui membru.',
  addressChanged: 'Adresa dumneavoastră s-a schimbat de când a fost trimis acest link. Cereți altul.',
  addressProvider:
    'Furnizorul de identitate al organizației dumneavoastră spune care este adresa. Cereți schimbarea ei acolo, apoi cereți o invitație nouă.',
  answerLink:
    'Acest link nu funcționează: este prea vechi, nu este întreg sau cine l-a primit nu mai poate răspunde. Conectați-vă ca să vedeți ce așteaptă.',
  answerUsed: 'Acest link a fost deja folosit.',
  answerGiven: 'Cineva din echipa dumneavoastră a răspuns între timp.',
  answerOver: 'Alerta s-a încheiat sau întreabă un e-mail mai nou.',
  answerRed: 'La ce poartă TLP:RED răspund cei care s-au conectat.',
  answerLast: 'Acesta a fost ultimul pas: nu mai este nimeni de întrebat.',
  answerFirst: 'De la „{{from}}” un răspuns nu trece la „{{to}}”; mai întâi trebuie să fie din nou în lucru.',
  answerWorking: 'De la „{{from}}” un răspuns nu trece la „{{to}}”: cineva lucrează deja la el.',
  warningOver: 'Starea alertei: {{state}}. Numai una activă poate fi modificată.',
  revisionNewer: 'Alerta este la versiunea {{revision}}; priviți-o, apoi modificați-o pe aceea.',
  commentsMost: 'Numărul maxim de comentarii la o alertă: {{most}}.',
  ownerLast: 'O organizație are un responsabil, iar acesta este ultimul. Numiți mai întâi pe altcineva.',
  ownerMakes: 'Numai un responsabil conectat numește un responsabil.',
  ownerChanges: 'Numai un responsabil modifică un responsabil.',
  ownerRemoves: 'Numai un responsabil elimină un responsabil.',
  ownerRed: 'Numai un responsabil conectat trece persoane pe lista TLP:RED sau le scoate de acolo.',
  ownRole: 'Nimeni nu își schimbă propriul rol; întrebați alt responsabil sau administrator.',
  teamLast: 'Aceasta este ultima echipă a organizației, iar una rămâne. Adăugați mai întâi alta.',
  teamKeys: 'Chei API care sunt numai ale acestei echipe: {{keys}}. Revocați-le, apoi eliminați-o.',
  domainClaimed: '{{name}} este deja revendicat.',
  domainElsewhere: 'Altă organizație a dovedit {{name}}. Întrebați coordonatorul.',
  recordMissing: 'Nu există o înregistrare TXT la {{name}}. O schimbare poate dura o oră până se vede peste tot.',
  recordOther:
    'Înregistrarea TXT la {{name}} are altă valoare decât cea cerută. O schimbare poate dura o oră până se vede peste tot.',
  keysMost: 'Numărul maxim de chei al unei organizații: {{most}}. Revocați-le pe cele pe care nu le folosește nimeni.',
  subscriptionsMost: 'Numărul maxim de abonamente al unei organizații: {{most}}. Eliminați unul sau lărgiți un filtru.',
  calendarsMost:
    'Numărul adreselor dumneavoastră de calendar: {{most}}; mai multe nu sunt prevăzute. Încheiați una pe care nu o citește niciun calendar.',
  storeAway: 'Baza de date nu poate fi contactată acum. Nimic nu s-a pierdut: încercați din nou.',
  storeAwayNow: 'Baza de date nu poate fi contactată acum; nu s-a salvat nimic. Încercați din nou.',
} as const satisfies Translation<typeof english, 'ro'>;
