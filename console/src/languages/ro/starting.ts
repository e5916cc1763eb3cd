import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Trei pași către o rețea care funcționează',
    factor: 'Protejați-vă contul: o cheie de acces sau codurile unei aplicații.',
    toFactor: 'La contul dumneavoastră',
    admit: 'Admiteți prima organizație a societății civile și prima platformă.',
    toAdmit: 'La organizații',
    drill: 'Desfășurați un prim exercițiu și vedeți cine răspunde și când.',
    toDrill: 'La exerciții',
    done: 'Gata',
    dismiss: 'Ascundeți acești pași',
    empty: {
      cso: 'Ce emiteți stă aici, cu cine o are și cine a răspuns; la fel și ce emit alții și puteți vedea.',
      platform:
        'Alertele apar aici de la sine pe măsură ce sunt emise. Cele care așteaptă răspunsul dumneavoastră o spun.',
      coordinator: 'Alertele tuturor membrilor apar aici pe măsură ce sunt emise.',
      observer: 'Alertele apar aici pe măsură ce sunt emise, în limita nivelului dumneavoastră de acces.',
    },
    unsubscribed:
      'Organizația dumneavoastră nu urmărește nimic: nicio alertă nu îi așteaptă răspunsul și nimeni nu primește e-mail.',
    toSubscriptions: 'Stabiliți ce urmăriți',
    practise: 'Exersați emiterea unei alerte',
  },
  practice: {
    title: 'Pentru exersare',
    lead: 'Emiteți un test: formularul real și pagina reală, dar îl văd numai organizația dumneavoastră și coordonatorul. Nimeni nu este alarmat. Opriți-vă când doriți; ce ați făcut rămâne pe acest dispozitiv.',
    progress: 'Pasul {{step}} din {{of}}: {{what}}',
    raise: 'Emiteți-o',
    raiseMeans: 'Formularul este completat. Schimbați ce doriți; alături scrie la cine ar ajunge. Apoi emiteți alerta.',
    reach: 'Vedeți la cine ajunge',
    reachMeans:
      'Lista „Cine o are” numește pe cei care au primit, au văzut și au răspuns la o alertă. Acum este goală, fiindcă un test nu cere nimic nimănui.',
    revise: 'Modificați-o',
    reviseMeans:
      'Apăsați „Modificați” și schimbați un cuvânt. Cititorii văd ce s-a schimbat; dacă alerta devine mai gravă, se cere din nou un răspuns.',
    clear: 'Anunțați încetarea alertei',
    clearMeans: 'Apăsați „Încetarea alertei” și spuneți de ce s-a terminat. Află toți cei care aveau alerta.',
    over: 'Foarte bine. Ați emis, urmărit, modificat și retras o alertă; cu una reală este la fel.',
    seen: 'Am văzut',
    toForm: 'La formular',
    toWarning: 'La alerta dumneavoastră de exersare',
    steps: 'Toți pașii',
    again: 'Exersați din nou',
    headline: 'Pentru exersare: îndemnuri la adunare în fața unui adăpost',
    text: 'Aceasta este o exersare; nu se întâmplă nimic. De azi-dimineață, postări numesc un adăpost și o oră de adunare acolo.',
  },
} as const satisfies Translation<typeof english, 'ro'>;
