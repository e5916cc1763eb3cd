import type { Translation } from '../../../../core/contract/translation.ts';
import type { leaving as english } from '../en/leaving.ts';

export const leaving = {
  signingOut: {
    title: 'Γίνεται αποσύνδεση',
    lead: 'Μια στιγμή.',
    failed: 'Το δίκτυο δεν είναι προσβάσιμο, άρα είστε ακόμη συνδεδεμένοι σε αυτή τη συσκευή.',
    otherwise:
      'Αυτή η σελίδα συνεχίζει να προσπαθεί· αφήστε την ανοιχτή ώσπου να πει ότι μπορείτε να συνδεθείτε. Αν δεν μπορείτε να περιμένετε: διαγράψτε από το πρόγραμμα περιήγησης τα cookie αυτού του ιστότοπου ή τερματίστε αυτή τη συνεδρία από άλλη συσκευή, στη σελίδα «Ο λογαριασμός σας».',
    stay: 'Παραμονή σε σύνδεση',
  },
} as const satisfies Translation<typeof english, 'el'>;
