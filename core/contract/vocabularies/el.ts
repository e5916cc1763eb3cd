import type { Translation } from '../translation.ts';
import type { vocabularies as english } from '../vocabularies.ts';

export const vocabularies = {
  grounds: {
    antigypsyism: {
      label: 'Αντιτσιγγανισμός',
      definition: 'Μίσος κατά Ρομά, Σίντι, πλανόδιων κοινοτήτων και όσων θεωρούνται τέτοιοι.',
    },
    antisemitism: { label: 'Αντισημιτισμός', definition: 'Μίσος κατά Εβραίων και όσων θεωρούνται τέτοιοι.' },
    anti_muslim_hatred: {
      label: 'Μίσος κατά μουσουλμάνων',
      definition: 'Μίσος κατά μουσουλμάνων και όσων θεωρούνται τέτοιοι.',
    },
    anti_black_racism: {
      label: 'Ρατσισμός κατά μαύρων',
      definition: 'Μίσος κατά μαύρων και ατόμων αφρικανικής καταγωγής.',
    },
    anti_asian_racism: {
      label: 'Ρατσισμός κατά ατόμων ασιατικής καταγωγής',
      definition: 'Μίσος κατά ατόμων ασιατικής καταγωγής.',
    },
    xenophobia: { label: 'Ξενοφοβία', definition: 'Μίσος κατά ξένων, και κατά μεταναστών και προσφύγων.' },
    race_or_colour: {
      label: 'Υποτιθέμενη φυλή ή χρώμα',
      definition: 'Μίσος λόγω αποδιδόμενης φυλής ή χρώματος του δέρματος.',
    },
    ethnic_origin: { label: 'Εθνοτική καταγωγή', definition: 'Μίσος λόγω εθνοτικής καταγωγής.' },
    national_origin: { label: 'Εθνική καταγωγή', definition: 'Μίσος λόγω ιθαγένειας ή εθνικής καταγωγής.' },
    descent: { label: 'Γενεαλογικές καταβολές', definition: 'Μίσος λόγω προγόνων.' },
    religion_or_belief: {
      label: 'Θρησκεία ή πεποιθήσεις',
      definition: 'Μίσος λόγω άλλης θρησκείας ή άλλων πεποιθήσεων, ή της απουσίας τους.',
    },
    sexual_orientation: {
      label: 'Σεξουαλικός προσανατολισμός',
      definition: 'Μίσος κατά λεσβιών, γκέι και αμφιφυλόφιλων ατόμων.',
    },
    gender_identity: {
      label: 'Ταυτότητα φύλου',
      definition: 'Μίσος κατά τρανς, μη δυαδικών και ίντερσεξ ατόμων.',
    },
    sex_or_gender: { label: 'Φύλο', definition: 'Μίσος λόγω φύλου, και μισογυνισμός.' },
    disability: { label: 'Αναπηρία', definition: 'Μίσος κατά ατόμων με αναπηρία.' },
    age: { label: 'Ηλικία', definition: 'Μίσος λόγω ηλικίας.' },
    language_or_minority: {
      label: 'Γλώσσα ή μειονότητα',
      definition: 'Μίσος κατά γλωσσικής ή εθνικής μειονότητας.',
    },
    other: { label: 'Άλλος λόγος', definition: 'Άλλος λόγος· η περιγραφή λέει ποιος.' },
  },
  trigger: {
    attack: { label: 'Επίθεση', definition: 'Μια τρομοκρατική επίθεση ή ένα έγκλημα μίσους.' },
    crime: { label: 'Έγκλημα', definition: 'Ένα έγκλημα που αποδίδεται σε κάποια ομάδα.' },
    trial: { label: 'Δίκη', definition: 'Μια δίκη ή μια απόφαση δικαστηρίου.' },
    election: { label: 'Εκλογές', definition: 'Εκλογές ή δημοψήφισμα.' },
    political_debate: { label: 'Πολιτική συζήτηση', definition: 'Μια συζήτηση ή ομιλία στην πολιτική.' },
    legislation: { label: 'Νομοθεσία', definition: 'Ένας νόμος που προτείνεται, συζητείται ή ψηφίζεται.' },
    protest: { label: 'Διαμαρτυρία', definition: 'Μια διαδήλωση, μια πορεία ή μια αντιδιαδήλωση.' },
    commemoration: { label: 'Επέτειος ή μνημόσυνο', definition: 'Μια επέτειος ή ημέρα μνήμης.' },
    religious_event: { label: 'Θρησκευτική εκδήλωση', definition: 'Μια θρησκευτική γιορτή ή συνάθροιση.' },
    sports_event: { label: 'Αθλητική διοργάνωση', definition: 'Ένας αγώνας ή ένα τουρνουά.' },
    cultural_event: {
      label: 'Πολιτιστική εκδήλωση',
      definition: 'Ένα φεστιβάλ, ένα pride, μια συναυλία, μια ταινία.',
    },
    migration_event: {
      label: 'Μεταναστευτικό συμβάν',
      definition: 'Μια άφιξη, μια δομή φιλοξενίας, ένα δυστύχημα στη διαδρομή.',
    },
    conflict_abroad: {
      label: 'Σύγκρουση στο εξωτερικό',
      definition: 'Ένας πόλεμος ή μια σύγκρουση αλλού που έχει απήχηση εδώ.',
    },
    public_health: {
      label: 'Δημόσια υγεία',
      definition: 'Μια έξαρση νόσου ή ένα μέτρο δημόσιας υγείας.',
    },
    media_report: { label: 'Δημοσίευμα στα μέσα ενημέρωσης', definition: 'Ένα δημοσίευμα στα μέσα ενημέρωσης.' },
    viral_content: {
      label: 'Περιεχόμενο με ραγδαία διάδοση',
      definition: 'Μια ανάρτηση, ένα βίντεο ή ένα τραγούδι που διαδίδεται από μόνο του.',
    },
    disinformation_campaign: {
      label: 'Εκστρατεία παραπληροφόρησης',
      definition: 'Ψεύδη για μια ομάδα, που διαδίδονται σκόπιμα.',
    },
    coordinated_harassment: {
      label: 'Συντονισμένη παρενόχληση',
      definition: 'Πολλοί εναντίον ενός προσώπου ή ενός οργανισμού.',
    },
    policy_change: {
      label: 'Αλλαγή κανόνων πλατφόρμας',
      definition: 'Μια αλλαγή των κανόνων ή της πρακτικής μιας πλατφόρμας.',
    },
    other: { label: 'Άλλο γεγονός', definition: 'Ένα γεγονός άλλου είδους.' },
  },
  severity: {
    extreme: { label: 'Ακραία', definition: 'Η υποκίνηση βίας επίκειται ή βρίσκεται σε εξέλιξη.' },
    severe: {
      label: 'Σοβαρή',
      definition: 'Ένα κύμα κατά μιας ομάδας είναι πιθανό ή βρίσκεται ήδη σε εξέλιξη σε κάποιο μέρος.',
    },
    moderate: { label: 'Μέτρια', definition: 'Αναμένεται αισθητή αύξηση.' },
    minor: { label: 'Μικρή', definition: 'Καλό είναι να το γνωρίζετε.' },
  },
  urgency: {
    immediate: { label: 'Άμεσα', definition: 'Απαιτείται δράση τώρα.' },
    expected: { label: 'Σύντομα (εντός 24 ωρών)', definition: 'Απαιτείται δράση μέσα στις επόμενες 24 ώρες.' },
    future: { label: 'Αργότερα', definition: 'Μετά τις επόμενες 24 ώρες.' },
    past: { label: 'Έχει περάσει', definition: 'Τελείωσε· δεν κλιμακώνεται ποτέ.' },
  },
  certainty: {
    observed: { label: 'Παρατηρήθηκε', definition: 'Έχει συμβεί ή συμβαίνει τώρα.' },
    likely: { label: 'Πιθανό', definition: 'Πιθανότερο παρά όχι (p > 50 %).' },
    possible: { label: 'Ενδεχόμενο', definition: 'Ενδεχόμενο, όχι πιθανό (p ≤ 50 %).' },
    unlikely: { label: 'Απίθανο', definition: 'Δεν αναμένεται, αλλά δεν αποκλείεται.' },
  },
  status: {
    actual: { label: 'Πραγματική', definition: 'Μια πραγματική προειδοποίηση.' },
    exercise: { label: 'Άσκηση', definition: 'Ενεργήστε όπως σε πραγματική περίπτωση· δεν συμβαίνει τίποτα.' },
    test: { label: 'Δοκιμή', definition: 'Μια τεχνική δοκιμή: κανείς δεν χρειάζεται να ενεργήσει.' },
  },
  tlp: {
    'TLP:RED': {
      label: 'TLP:RED',
      definition: 'Μόνο για τους συγκεκριμένους παραλήπτες· καμία περαιτέρω γνωστοποίηση.',
    },
    'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'Μόνο για τον οργανισμό των παραληπτών.' },
    'TLP:AMBER': {
      label: 'TLP:AMBER',
      definition: 'Εντός του οργανισμού των παραληπτών και στους πελάτες του, όσο χρειάζεται να γνωρίζουν.',
    },
    'TLP:GREEN': { label: 'TLP:GREEN', definition: 'Για την κοινότητα: τα μέλη του δικτύου.' },
    'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Για όλους.' },
  },
  asks: {
    raise_monitoring: {
      label: 'Ενίσχυση της παρακολούθησης',
      definition: 'Στενότερη παρακολούθηση των χωρών, των γλωσσών και των όρων που αναφέρονται.',
    },
    brief_reviewers: {
      label: 'Ενημέρωση των ομάδων ελέγχου περιεχομένου',
      definition: 'Οι ομάδες ελέγχου αυτών των γλωσσών μαθαίνουν τι να περιμένουν.',
    },
    review_terms: {
      label: 'Έλεγχος των όρων',
      definition: 'Σύγκριση των όρων που αναφέρονται με τους δικούς σας καταλόγους.',
    },
    check_recommendations: {
      label: 'Έλεγχος των συστάσεων',
      definition: 'Οι συστάσεις και οι τάσεις να μην το διαδίδουν περαιτέρω.',
    },
    protect_accounts: {
      label: 'Προστασία λογαριασμών',
      definition: 'Προστασία των λογαριασμών που στοχοποιούνται.',
    },
    contact_us: { label: 'Επικοινωνία μαζί μας', definition: 'Επικοινωνία με τον εκδότη της προειδοποίησης.' },
    share_findings: {
      label: 'Κοινοποίηση ευρημάτων',
      definition: 'Ενημέρωση του εκδότη για όσα φαίνονται από τη δική σας πλευρά.',
    },
  },
  measures: {
    monitoring_raised: { label: 'Ενισχύθηκε η παρακολούθηση', definition: 'Γίνεται στενότερη παρακολούθηση.' },
    queue_prioritised: {
      label: 'Οι αναφορές εξετάζονται κατά προτεραιότητα',
      definition: 'Οι σχετικές αναφορές εξετάζονται πρώτες.',
    },
    reviewers_briefed: {
      label: 'Ενημερώθηκαν οι ομάδες ελέγχου περιεχομένου',
      definition: 'Οι αρμόδιες ομάδες ελέγχου το γνωρίζουν.',
    },
    terms_added: { label: 'Προστέθηκαν όροι', definition: 'Προστέθηκαν όροι στον εντοπισμό.' },
    reach_limited: {
      label: 'Περιορίστηκε η απήχηση',
      definition: 'Το περιεχόμενο συστήνεται ή εμφανίζεται λιγότερο.',
    },
    content_removed: {
      label: 'Αφαιρέθηκε περιεχόμενο',
      definition: 'Περιεχόμενο αφαιρέθηκε ή έγινε μη προσβάσιμο.',
    },
    content_labelled: {
      label: 'Επισημάνθηκε περιεχόμενο',
      definition: 'Περιεχόμενο επισημάνθηκε ή τέθηκε πίσω από ενημέρωση.',
    },
    accounts_actioned: {
      label: 'Ελήφθησαν μέτρα κατά λογαριασμών',
      definition: 'Λογαριασμοί περιορίστηκαν, ανεστάλησαν ή αφαιρέθηκαν.',
    },
    accounts_protected: {
      label: 'Προστατεύθηκαν λογαριασμοί',
      definition: 'Προστατεύθηκαν λογαριασμοί που στοχοποιήθηκαν.',
    },
    law_enforcement_informed: { label: 'Ενημερώθηκαν οι αρχές', definition: 'Ενημερώθηκαν οι αρμόδιες αρχές.' },
    other: { label: 'Άλλο μέτρο', definition: 'Άλλο μέτρο· η σημείωση λέει ποιο.' },
  },
  reason: {
    not_found: { label: 'Δεν βρέθηκε τίποτα', definition: 'Στην υπηρεσία δεν βρέθηκε τίποτα τέτοιο.' },
    not_enough_context: {
      label: 'Ανεπαρκές πλαίσιο',
      definition: 'Η προειδοποίηση δεν λέει αρκετά ώστε να υπάρξει δράση.',
    },
    not_our_service: { label: 'Δεν αφορά την υπηρεσία μας', definition: 'Δεν αφορά αυτή την υπηρεσία.' },
    duplicate: { label: 'Διπλότυπο', definition: 'Αντιμετωπίζεται με άλλη προειδοποίηση.' },
    lawful: { label: 'Νόμιμο', definition: 'Ό,τι βρέθηκε είναι νόμιμο.' },
    within_policy: {
      label: 'Σύμφωνο με τους κανόνες της υπηρεσίας',
      definition: 'Ό,τι βρέθηκε είναι σύμφωνο με τους κανόνες της υπηρεσίας.',
    },
    too_late: { label: 'Πολύ αργά', definition: 'Τελείωσε προτού μπορέσει να υπάρξει δράση.' },
    other: { label: 'Άλλος λόγος', definition: 'Άλλος λόγος· η σημείωση λέει ποιος.' },
  },
  usefulness: {
    helped: { label: 'Βοήθησε', definition: 'Βοήθησε να υπάρξει δράση νωρίτερα ή καλύτερα.' },
    somewhat: { label: 'Κάπως', definition: 'Βοήθησε λίγο.' },
    not_helpful: { label: 'Δεν βοήθησε', definition: 'Δεν άλλαξε τίποτα.' },
    too_late: { label: 'Πολύ αργά', definition: 'Ήρθε όταν όλα ήταν ήδη γνωστά.' },
  },
  acknowledgementState: {
    pending: { label: 'Εκκρεμεί', definition: 'Κανείς από την ομάδα δεν έχει απαντήσει ακόμη.' },
    acknowledged: { label: 'Αναλήφθηκε', definition: 'Κάποιος την ανέλαβε.' },
    working: { label: 'Σε εξέλιξη', definition: 'Κάποιος ασχολείται με αυτήν.' },
    actioned: { label: 'Ελήφθησαν μέτρα', definition: 'Έχουν ληφθεί μέτρα.' },
    no_action: { label: 'Χωρίς μέτρα', definition: 'Εξετάστηκε· δεν έγινε τίποτα, με αιτιολογία.' },
    declined: { label: 'Απορρίφθηκε', definition: 'Δεν αναλήφθηκε, με αιτιολογία.' },
  },
  termKind: {
    hashtag: { label: 'Hashtag', definition: 'Ένα hashtag.' },
    keyword: { label: 'Λέξη-κλειδί', definition: 'Μια λέξη ή μια φράση.' },
    coded_term: { label: 'Κωδικοποιημένος όρος', definition: 'Μια λέξη που για τους μυημένους σημαίνει κάτι άλλο.' },
    slogan: { label: 'Σύνθημα', definition: 'Ένα σύνθημα, γραμμένο ή φωναγμένο.' },
    emoji: { label: 'Emoji', definition: 'Ένα emoji ή μια σειρά από emoji.' },
    domain: { label: 'Τομέας', definition: 'Ένα όνομα τομέα.' },
  },
  state: {
    active: { label: 'Ενεργή', definition: 'Σε ισχύ.' },
    cancelled: { label: 'Ανακλήθηκε', definition: 'Ανακλήθηκε από τον εκδότη της.' },
    expired: { label: 'Έληξε', definition: 'Ο χρόνος της πέρασε.' },
  },
  kind: {
    cso: { label: 'Οργάνωση της κοινωνίας των πολιτών', definition: 'Εκδίδει προειδοποιήσεις.' },
    platform: { label: 'Πλατφόρμα', definition: 'Λαμβάνει προειδοποιήσεις και απαντά σε αυτές.' },
    coordinator: { label: 'Συντονιστής', definition: 'Διευθύνει το δίκτυο.' },
    observer: { label: 'Παρατηρητής', definition: 'Διαβάζει, έως το επίπεδο πρόσβασής του.' },
  },
  role: {
    owner: { label: 'Υπεύθυνος', definition: 'Λογοδοτεί για τον οργανισμό.' },
    manager: { label: 'Διαχειριστής', definition: 'Φροντίζει για ρυθμίσεις, κλειδιά και πρόσωπα.' },
    responder: { label: 'Απάντηση', definition: 'Εκδίδει προειδοποιήσεις ή απαντά σε αυτές.' },
    viewer: { label: 'Ανάγνωση', definition: 'Διαβάζει.' },
  },
  scope: {
    'warnings:read': {
      label: 'Ανάγνωση προειδοποιήσεων',
      definition: 'Ανάγνωση προειδοποιήσεων, γεγονότων και ρυθμίσεων.',
    },
    'warnings:write': {
      label: 'Έκδοση προειδοποιήσεων',
      definition: 'Έκδοση, τροποποίηση, ανάκληση, παρατηρήσεις, σχόλια, προεπισκόπηση.',
    },
    'warnings:red': {
      label: 'Ανάγνωση TLP:RED',
      definition: 'Θέση στον κατάλογο RED του οργανισμού, πέρα από την ανάγνωση.',
    },
    'acknowledgements:write': {
      label: 'Απάντηση σε προειδοποιήσεις',
      definition: 'Απαντήσεις, κλιμάκωση, σχόλια.',
    },
    'subscriptions:write': {
      label: 'Αλλαγή συνδρομών',
      definition: 'Αλλαγή συνδρομών και πολιτικών κλιμάκωσης.',
    },
    admin: {
      label: 'Διαχείριση',
      definition: 'Ομάδες, κλειδιά, πρόσωπα, ο οργανισμός· δεν περιλαμβάνει άλλο δικαίωμα.',
    },
  },
  keyState: {
    active: { label: 'Ενεργό', definition: 'Σε χρήση.' },
    expiring: { label: 'Λήγει σύντομα', definition: 'Λήγει μέσα σε δεκατέσσερις ημέρες.' },
    expired: { label: 'Έληξε', definition: 'Ο χρόνος του πέρασε.' },
    revoked: { label: 'Ανακλήθηκε', definition: 'Το τερμάτισε κάποιος.' },
  },
} as const satisfies Translation<typeof english, 'el'>;
