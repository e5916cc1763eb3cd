import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Klawisze',
    on: 'Pojedyncze klawisze działają',
    onHint: 'Poza polami. Warto je wyłączyć przy dyktowaniu albo gdy są naciskane przypadkiem.',
    does: {
      j: 'Następne ostrzeżenie na tablicy',
      k: 'Poprzednie',
      Enter: 'Otwórz je',
      a: 'Przyjmujemy: ostrzeżenie jest u nas',
      w: 'Pracujemy nad tym',
      '/': 'Zawęź tablicę',
      '?': 'Ta lista',
    },
  },
  views: {
    title: 'Zapisane widoki',
    name: 'Zapisz jako widok',
    nameHint: 'Na tym urządzeniu.',
    nameMissing: 'Najpierw nadaj mu nazwę.',
    notKept: 'To urządzenie niczego nie przechowuje: adres tej strony też jest tym widokiem.',
    save: 'Zapisz widok',
    saved: 'Zapisano: {{name}}.',
    drop: 'Usuń widok {{name}}',
  },
  alerts: {
    title: 'Dźwięk i powiadomienia',
    lead: 'Dopóki ta konsola jest otwarta, może wzywać, gdy nadejdzie ostrzeżenie albo gdy ponownie prosi o odpowiedź. Ćwiczenia też wzywają, testy nie.',
    sound: 'Odtwórz dźwięk',
    notification: 'Pokaż powiadomienie',
    notificationHint: 'Podaje stopień zagrożenia i kraje, nigdy nagłówek: ekran mogą widzieć inni.',
    never: 'Nigdy',
    always: 'Przy każdym ostrzeżeniu',
    trySound: 'Wypróbuj dźwięk',
    tryNotification: 'Wypróbuj powiadomienie',
    silent: 'Ta przeglądarka nie pozwoliła na żaden dźwięk.',
    played: 'Odtworzono. Jeśli nic nie było słychać, sprawdź głośność urządzenia i karty.',
    shown: 'Pokazano. Jeśli nic nie było widać, sprawdź ustawienia systemu.',
    denied:
      'Przeglądarka nie pozwala tej stronie pokazywać powiadomień. Można to zmienić w jej ustawieniach dla tej strony.',
    unsupported: 'Ta przeglądarka nie pokazuje powiadomień.',
    tried: 'Tak wzywa ostrzeżenie.',
  },
} as const satisfies Translation<typeof english, 'pl'>;
