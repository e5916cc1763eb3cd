import type { subscriber as english } from '../en/subscriber.ts';
import type { Translation } from '../translation.ts';

export const subscriber = {
  confirmation: {
    heading: 'Prosimy potwierdzić, że chcą Państwo otrzymywać ostrzeżenia pocztą',
    what: 'Ktoś, mamy nadzieję, że Państwo, podał ten adres, aby otrzymywać wiadomości o wydarzeniach, które mogą wywołać nienawiść w internecie.',
    how: 'Jeśli to się zgadza, prosimy otworzyć stronę i nacisnąć przycisk. Do tego czasu nic więcej nie zostanie wysłane na ten adres, ktokolwiek poda go ponownie.',
    action: 'Potwierdź adres',
    holds_one: 'Link działa przez {{count}} dzień; potem adres usuniemy.',
    holds_few: 'Link działa przez {{count}} dni; potem adres usuniemy.',
    holds_many: 'Link działa przez {{count}} dni; potem adres usuniemy.',
    holds_other: 'Link działa przez {{count}} dnia; potem adres usuniemy.',
  },
  link: {
    heading: 'Państwa ostrzeżenia pocztą',
    what: 'Ktoś, mamy nadzieję, że Państwo, podał ten adres, a przychodzą już na niego ostrzeżenia. Pod linkiem widać jakie; można je tam zmienić, wstrzymać lub zakończyć.',
    action: 'Zobacz, co przychodzi',
    holds_one:
      'Link działa przez {{count}} dzień. Prosimy go nie przekazywać: kto go ma, może zmienić Państwa wiadomości.',
    holds_few:
      'Link działa przez {{count}} dni. Prosimy go nie przekazywać: kto go ma, może zmienić Państwa wiadomości.',
    holds_many:
      'Link działa przez {{count}} dni. Prosimy go nie przekazywać: kto go ma, może zmienić Państwa wiadomości.',
    holds_other:
      'Link działa przez {{count}} dnia. Prosimy go nie przekazywać: kto go ma, może zmienić Państwa wiadomości.',
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
    amended: 'ze zmianami',
    why: 'Otrzymują Państwo tę wiadomość, ponieważ poproszono o nią dla tego adresu.',
    action: 'Zmień, wstrzymaj lub zakończ te wiadomości',
    end: 'Zakończ te wiadomości od razu: {{url}}',
  },
} as const satisfies Translation<typeof english, 'pl'>;
