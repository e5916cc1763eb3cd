import type { Translation } from '../../../../core/contract/translation.ts';
import type { mapping as english } from '../en/mapping.ts';

export const mapping = {
  mapping: {
    title: 'Ενεργές προειδοποιήσεις ανά χώρα',
    picture:
      'Χάρτης της Ευρώπης: κάθε χώρα στο χρώμα της σοβαρότερης ενεργής προειδοποίησής της. Ο πίνακας λέει το ίδιο.',
    hint: 'Μια προειδοποίηση υπολογίζεται σε κάθε χώρα που αναφέρει. Οι ασκήσεις και οι δοκιμές δεν υπολογίζονται.',
    country: 'Χώρα',
    severity: 'Σοβαρότερη',
    active: 'Ενεργές',
    waiting: 'Περιμένουν εσάς',
    tally_one: '{{count}} ενεργή προειδοποίηση',
    tally_other: '{{count}} ενεργές προειδοποιήσεις',
    none: 'Καμία ενεργή προειδοποίηση',
  },
} as const satisfies Translation<typeof english, 'el'>;
