import type { Translation } from '../../../../core/contract/translation.ts';
import type { answering as english } from '../en/answering.ts';

export const answering = {
  answerLink: {
    opening: 'Răspundeți la alertă',
    open: 'O preluați?',
    used: 'Ați transmis-o mai departe',
    usedLead:
      'Acest link a fost folosit. A fost întrebată persoana următoare. După conectare puteți răspunde în continuare.',
    answered: 'Cineva a răspuns',
    taken: 'Ați preluat-o',
    takenLead:
      'Escaladarea s-a încheiat pentru întreaga echipă. Conectați-vă ca să spuneți ce constatați și ce faceți.',
    over: 'Aici nu mai este nimic de răspuns',
    overLead: 'Alerta s-a încheiat sau întreabă un mesaj mai nou.',
    signedIn: 'Conectați-vă ca să răspundeți',
    signedInLead: 'O alertă marcată TLP:RED este afișată numai celor de pe lista ei, și numai ei îi pot răspunde.',
    nothing: 'Cine are voie să o citească află după conectare despre ce este vorba.',
    unnamed: 'un sistem al organizației dumneavoastră',
    facts: 'Alerta',
    team: 'Trebuie să răspundă',
    step: 'Escaladare',
    stepOf: 'pasul {{step}} din {{of}}, fără răspuns de',
    what: 'Ce',
    where: 'Unde',
    from: 'De la',
    until: 'Până la',
    choose: 'Răspunsul dumneavoastră',
    take: 'O preiau',
    takeMeans: 'Alerta este preluată în numele echipei, iar escaladarea se încheie.',
    pass: 'Nu eu: întrebați acum persoana următoare',
    passMeans: 'Cei prevăzuți la pasul următor sunt întrebați imediat. Alerta rămâne fără răspuns.',
    last: 'Acesta a fost ultimul pas: după dumneavoastră nu mai este nimeni de întrebat.',
    none: 'Alegeți mai întâi unul dintre răspunsuri.',
    submit: 'Trimiteți acest răspuns',
    more: 'Deschideți alerta (după conectare)',
  },
} as const satisfies Translation<typeof english, 'ro'>;
