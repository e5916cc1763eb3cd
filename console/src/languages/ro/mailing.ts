import type { Translation } from '../../../../core/contract/translation.ts';
import type { mailing as english } from '../en/mailing.ts';

export const mailing = {
  mail: {
    title: 'Alerte prin e-mail',
    lead: 'Oricine poate primi prin e-mail alertele publice Tocsin, fără cont. Introduceți adresa, alegeți ce doriți și când; apoi un mesaj vă cere confirmarea.',
    address: 'Adresa dumneavoastră de e-mail',
    addressHint:
      'Înainte de confirmare trimitem un singur mesaj, cel care o cere. Dacă primiți deja alerte, vă trimitem un link către setările dumneavoastră; nimic nu se schimbă până nu îl folosiți.',
    what: 'Ce primiți',
    whatMeans:
      'Alertele marcate TLP:CLEAR; și cele marcate TLP:GREEN, odată ce o organizație membră garantează pentru adresa dumneavoastră. Ce lăsați gol nu restrânge nimic.',
    when: 'Când primiți',
    rhythm: 'Cât de des',
    rhythms: {
      instant: { label: 'Imediat', definition: 'Câte un mesaj pentru fiecare eveniment.' },
      daily: { label: 'Zilnic', definition: 'Un rezumat pe zi, dacă s-a întâmplat ceva.' },
      weekly: { label: 'Săptămânal', definition: 'Un rezumat pe săptămână, dacă s-a întâmplat ceva.' },
    },
    day: 'Ziua',
    hour: 'Ora',
    timeZone: 'Fusul orar',
    language: 'Limba mesajelor',
    submit: 'Cereți alerte prin e-mail',
    done: 'Verificați-vă e-mailul',
    doneMeans:
      'Un mesaj este pe drum către {{address}}. Deschideți linkul din el ca să confirmați sau, dacă ați confirmat deja, ca să vedeți ce primiți.',
    again:
      'Dacă nu vine nimic: mesajul de confirmare se trimite o singură dată, iar linkul lui funcționează 7 zile; un link către setările dumneavoastră, o dată pe zi.',
  },
  mailConfirmation: {
    title: 'Confirmați adresa',
    lead: 'Apăsați butonul și Tocsin vă trimite de acum înainte ce ați cerut. Puteți schimba sau încheia oricând.',
    noToken: 'Deschideți linkul din mesaj: duce aici.',
    confirm: 'Confirmați adresa',
    done: 'Confirmat. De acum înainte primiți mesaje.',
  },
  mailPreferences: {
    title: 'Alertele dumneavoastră prin e-mail',
    noToken: 'Deschideți linkul dintr-unul dintre mesaje: duce la ce primiți.',
    opening: 'Se deschid setările…',
    newLink: 'Cereți un link nou',
    instant: 'Primiți imediat câte un mesaj pentru fiecare eveniment.',
    daily: 'Primiți un rezumat pe zi, la {{hour}} ({{timeZone}}), dacă s-a întâmplat ceva.',
    weekly: 'Primiți un rezumat pe săptămână, {{day}} la {{hour}} ({{timeZone}}), dacă s-a întâmplat ceva.',
    address: 'Adresa',
    marked: 'Marcaj',
    vouched: 'O organizație membră garantează pentru dumneavoastră.',
    next: 'Următorul rezumat',
    everything: 'Toate',
    change: 'Schimbați ce primiți',
    changed: 'Salvat.',
    pausedUntil: 'Suspendat până la {{moment}}. Ce se întâmplă între timp vine după aceea.',
    pause: 'Suspendați',
    pauseFor: 'Cât timp',
    pauseMeans:
      'Între timp nu se trimite nimic și nu se pierde nimic: vine în primul mesaj de după. Puteți relua mai devreme.',
    days: { '7': 'O săptămână', '30': '30 de zile', '90': '90 de zile', '365': 'Un an sau până reluați' },
    pauseIt: 'Suspendați mesajele',
    paused: 'Suspendat.',
    resume: 'Reluați acum',
    resumed: 'Mesajele au fost reluate.',
    end: 'Încheiați mesajele',
    endMeans: 'Adresa dumneavoastră este ștearsă și nu i se mai trimite nimic. Puteți cere din nou oricând.',
    endIt: 'Ștergeți adresa mea',
    ended: 'Mesajele s-au încheiat. Adresa dumneavoastră a fost ștearsă. Puteți închide această pagină.',
  },
  vouches: {
    title: 'Alerte prin e-mail',
    lead: 'Cine primește alerte prin e-mail la o adresă pentru care garantați poate primi, pe lângă TLP:CLEAR, și ce este marcat TLP:GREEN. Nu aflați dacă cineva face acest lucru.',
    page: 'Pagina de abonare',
    none: 'Nu garantați pentru nimeni.',
    add: 'Garantați pentru o adresă',
    addIt: 'Garantați',
    address: 'Adresă de e-mail',
    since: 'Din',
    withdraw: 'Retrageți garanția',
    withdrawIt: 'Nu mai garantați',
    withdrawMeans:
      'De acum înainte această adresă primește numai TLP:CLEAR, dacă nu garantează pentru ea și altă organizație.',
  },
} as const satisfies Translation<typeof english, 'ro'>;
