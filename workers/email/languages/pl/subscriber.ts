import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Potwierdź, że chcesz otrzymywać ostrzeżenia pocztą',
    what: 'Ktoś, mamy nadzieję, że Ty, podał ten adres, aby otrzymywać wiadomości o wydarzeniach, które mogą wywołać nienawiść w internecie.',
    how: 'Jeśli tak jest, otwórz stronę i naciśnij przycisk. Do tego czasu nic więcej nie zostanie wysłane na ten adres, ktokolwiek poda go ponownie.',
    action: 'Potwierdź adres',
    holds_one: 'Link działa przez {{count}} dzień; potem adres zostanie zapomniany.',
    holds_few: 'Link działa przez {{count}} dni; potem adres zostanie zapomniany.',
    holds_many: 'Link działa przez {{count}} dni; potem adres zostanie zapomniany.',
    holds_other: 'Link działa przez {{count}} dnia; potem adres zostanie zapomniany.',
  },
  link: {
    heading: 'Twoje ostrzeżenia pocztą',
    what: 'Ktoś, mamy nadzieję, że Ty, podał ten adres, a on już otrzymuje ostrzeżenia. Pod linkiem zobaczysz jakie i możesz je zmienić, wstrzymać lub zakończyć.',
    action: 'Zobacz, co otrzymujesz',
    holds_one: 'Link działa przez {{count}} dzień. Nie przekazuj go: kto go ma, może zmienić Twoje wiadomości.',
    holds_few: 'Link działa przez {{count}} dni. Nie przekazuj go: kto go ma, może zmienić Twoje wiadomości.',
    holds_many: 'Link działa przez {{count}} dni. Nie przekazuj go: kto go ma, może zmienić Twoje wiadomości.',
    holds_other: 'Link działa przez {{count}} dnia. Nie przekazuj go: kto go ma, może zmienić Twoje wiadomości.',
  },
  digest: {
    heading: 'Ostrzeżenia od {{since}}',
    more: 'Ten przegląd obejmuje więcej niż zwykle: wcześniejszy odłożono lub pominięto.',
    new: 'Nowe',
    changed: 'Zmienione',
    'called-off': 'Odwołane',
    retracted: 'Wycofane',
    expired: 'Wygasłe',
    ahead: 'W ciągu najbliższych 14 dni',
    added: 'dodano: {{names}}',
    removed: 'usunięto: {{names}}',
    rewritten: 'napisano na nowo',
    why: 'Otrzymujesz tę wiadomość, bo poproszono o nią z tego adresu.',
    action: 'Zmień, wstrzymaj lub zakończ te wiadomości',
    end: 'Zakończ te wiadomości od razu: {{url}}',
  },
} as const satisfies Translation<typeof english, 'pl'>;
