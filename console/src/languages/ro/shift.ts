import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Taste',
    on: 'Tastele simple funcționează',
    onHint: 'În afara câmpurilor. Dezactivați-le dacă dictați sau dacă le apăsați din greșeală.',
    does: {
      j: 'Alerta următoare de pe panou',
      k: 'Cea dinainte',
      Enter: 'Deschideți-o',
      a: 'O preluăm: alerta este la noi',
      w: 'Lucrăm la ea',
      '/': 'Filtrați panoul',
      '?': 'Această listă',
    },
  },
  views: {
    title: 'Vizualizări salvate',
    name: 'Salvați ca vizualizare',
    nameHint: 'Pe acest dispozitiv.',
    nameMissing: 'Dați-i mai întâi un nume.',
    notKept: 'Acest dispozitiv nu păstrează nimic: adresa acestei pagini este și ea vizualizarea.',
    save: 'Salvați vizualizarea',
    saved: 'Salvată: {{name}}.',
    drop: 'Ștergeți vizualizarea {{name}}',
  },
  alerts: {
    title: 'Sunet și notificări',
    lead: 'Cât timp această consolă este deschisă, vă poate chema când sosește o alertă sau când cere din nou răspuns. Cheamă și exercițiile, testele nu.',
    sound: 'Redați un sunet',
    notification: 'Afișați o notificare',
    notificationHint: 'Spune gravitatea și țările, niciodată titlul: poate și alții vă văd ecranul.',
    never: 'Niciodată',
    always: 'La fiecare alertă',
    trySound: 'Încercați sunetul',
    tryNotification: 'Încercați o notificare',
    silent: 'Acest browser nu a permis niciun sunet.',
    played: 'Redat. Dacă nu ați auzit nimic, verificați volumul dispozitivului și al filei.',
    shown: 'Afișată. Dacă nu ați văzut nimic, verificați setările sistemului.',
    denied:
      'Browserul nu permite acestei pagini să afișeze notificări. Setările lui pentru această pagină pot schimba asta.',
    unsupported: 'Acest browser nu afișează notificări.',
    tried: 'Așa vă cheamă o alertă.',
  },
} as const satisfies Translation<typeof english, 'ro'>;
