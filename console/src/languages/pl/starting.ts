import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Trzy kroki do działającej sieci',
    factor: 'Zabezpiecz swoje konto: kluczem dostępu albo kodami z aplikacji.',
    toFactor: 'Do Twojego konta',
    admit: 'Przyjmij pierwszą organizację społeczną i pierwszą platformę.',
    toAdmit: 'Do organizacji',
    drill: 'Przeprowadź pierwsze ćwiczenie i zobacz, kto kiedy odpowiada.',
    toDrill: 'Do ćwiczeń',
    done: 'Zrobione',
    dismiss: 'Ukryj te kroki',
    empty: {
      cso: 'Tu stoi to, co wydajesz, wraz z tym, kto to ma i kto odpowiedział; także to, co wydają inni, a Ty możesz zobaczyć.',
      platform:
        'Ostrzeżenia pojawiają się tu same, gdy zostaną wydane. Te, które czekają na Waszą odpowiedź, mówią o tym.',
      coordinator: 'Ostrzeżenia wszystkich członków pojawiają się tu, gdy zostaną wydane.',
      observer: 'Ostrzeżenia pojawiają się tu, gdy zostaną wydane, w granicach Waszego poziomu dostępu.',
    },
    unsubscribed:
      'Twoja organizacja niczego nie obserwuje: żadne ostrzeżenie nie czeka na jej odpowiedź i nikt nie dostaje wiadomości.',
    toSubscriptions: 'Ustaw, co obserwujecie',
    practise: 'Przećwicz wydawanie ostrzeżenia',
  },
  practice: {
    title: 'Na próbę',
    lead: 'Wydajesz test: prawdziwy formularz i prawdziwa strona, ale widzi go tylko Twoja organizacja i koordynator. Nikt nie jest alarmowany. Przerwij, kiedy chcesz; to, co zrobisz, zostaje na tym urządzeniu.',
    progress: 'Krok {{step}} z {{of}}: {{what}}',
    raise: 'Wydaj je',
    raiseMeans: 'Formularz jest wypełniony. Zmień, co chcesz; obok widać, do kogo by dotarło. Potem je wydaj.',
    reach: 'Zobacz, do kogo dociera',
    reachMeans:
      'Lista „Kto je ma” wymienia tych, którzy ostrzeżenie dostali, widzieli i na nie odpowiedzieli. Teraz jest pusta, bo test nikogo o nic nie prosi.',
    revise: 'Zmień je',
    reviseMeans:
      'Naciśnij „Zmień” i zmień jedno słowo. Czytający widzą, co się zmieniło; gdy ostrzeżenie staje się poważniejsze, trzeba odpowiedzieć ponownie.',
    clear: 'Odwołaj alarm',
    clearMeans: 'Naciśnij „Koniec zagrożenia” i napisz, dlaczego to już koniec. Dowiedzą się wszyscy, którzy je mieli.',
    over: 'Dobra robota. Ostrzeżenie zostało wydane, obejrzane, zmienione i odwołane; z prawdziwym jest tak samo.',
    seen: 'Widzę',
    toForm: 'Do formularza',
    toWarning: 'Do Twojego ostrzeżenia na próbę',
    steps: 'Wszystkie kroki',
    again: 'Przećwicz jeszcze raz',
    headline: 'Na próbę: wezwania do zebrania się przed ośrodkiem',
    text: 'To tylko próba; nic się nie dzieje. Od dziś rana wpisy podają ośrodek i godzinę zebrania się przed nim.',
  },
} as const satisfies Translation<typeof english, 'pl'>;
