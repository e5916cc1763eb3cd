import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Apri Tocsin',
  unexpected: 'Se non attendeva questo messaggio, non deve fare nulla.',
  buttonFails: 'Se il pulsante non funziona, apra questo indirizzo:',
  role: 'Ruolo',
  kind: 'Tipo',
  reason: 'Motivo',
  confirmation: {
    subject: 'Confermi questo indirizzo per le allerte rivolte a {{organisation}}',
    heading: 'Confermi questo indirizzo',
    what: '{{organisation}} desidera che questo indirizzo sia avvisato quando le allerte sull’odio online la riguardano o attendono la sua risposta.',
    how: 'Se è corretto, apra la pagina e prema il pulsante. Prima di allora non viene inviato nulla a questo indirizzo.',
    action: 'Conferma l’indirizzo',
    holds_one: 'Il collegamento vale {{count}} giorno.',
    holds_many: 'Il collegamento vale {{count}} di giorni.',
    holds_other: 'Il collegamento vale {{count}} giorni.',
  },
  signIn: {
    heading: 'Accesso a Tocsin',
    how: 'Qualcuno, speriamo Lei, ha chiesto di accedere con questo indirizzo. Apra la pagina e prema il pulsante.',
    keepIt: 'Nessuno della rete Le chiederà mai questo collegamento. Non lo dia ad altri.',
    action: 'Accedi',
    until: 'Il collegamento funziona una sola volta, fino al giorno {{until}}.',
    notYou: 'Se non l’ha chiesto, non deve fare nulla: senza il collegamento nessuno entra.',
  },
  signInByProvider: {
    heading: 'Acceda tramite la Sua organizzazione',
    why: 'Qualcuno, speriamo Lei, ha chiesto un collegamento per accedere a Tocsin con questo indirizzo. I membri di {{organisation}} accedono tramite il provider di identità dell’organizzazione, perciò non c’è alcun collegamento.',
    how: 'Apra la pagina di accesso, scriva il Suo indirizzo e scelga «Single sign-on (SSO)».',
    action: 'Apri la pagina di accesso',
  },
  invitation: {
    heading: 'Entri in {{organisation}} su Tocsin',
    by: '{{by}} di {{organisation}} La invita.',
    invited: 'Ha ricevuto un invito da {{organisation}}.',
    what: 'Tocsin è la rete in cui le organizzazioni della società civile avvisano per tempo le piattaforme di eventi che possono scatenare l’odio online.',
    action: 'Vedi l’invito',
    until: 'Il collegamento funziona una sola volta, fino al giorno {{until}}.',
    notYou: 'Se non attendeva questo messaggio, non deve fare nulla: senza di Lei nessuno entra.',
  },
  member: {
    removed: 'Non fa più parte di {{organisation}}',
    removedMeans:
      'La Sua appartenenza a {{organisation}} su Tocsin è terminata e ogni Sua sessione è stata chiusa. Non riceverà altri messaggi a questo titolo.',
    address: 'Il Suo indirizzo e-mail in {{organisation}} è stato cambiato',
    addressMeans:
      'D’ora in poi accede a {{organisation}} e riceve i messaggi all’indirizzo che ha confermato, e non più a questo. Ogni Sua altra sessione è stata chiusa.',
    role: 'Il Suo ruolo in {{organisation}} è cambiato',
    roleMeans: 'D’ora in poi questo è il Suo ruolo.',
    unexpected: 'Se non se lo aspettava, chieda ai responsabili della Sua organizzazione.',
    visit: 'Vai a Tocsin',
  },
  ownAddress: {
    heading: 'Usare questo indirizzo su Tocsin',
    what: 'Un membro di {{organisation}}, speriamo Lei, vuole d’ora in poi accedere e ricevere i messaggi a questo indirizzo.',
    how: 'Se è così, apra la pagina dove ha effettuato l’accesso e prema il pulsante. Prima non cambia nulla.',
    action: 'Usa questo indirizzo',
    until: 'Il collegamento funziona una sola volta, fino al giorno {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'È stata aggiunta una passkey',
      what: 'Al Suo account è stata aggiunta una passkey. Da sola basta per accedere.',
    },
    'passkey-removed': {
      heading: 'È stata rimossa una passkey',
      what: 'Dal Suo account è stata rimossa una passkey.',
    },
    'totp-added': {
      heading: 'Sono stati attivati i codici monouso',
      what: 'Al Suo account è stata aggiunta un’app che genera codici monouso.',
    },
    'totp-removed': {
      heading: 'Sono stati rimossi i codici monouso',
      what: 'I codici della Sua app non vengono più accettati.',
    },
    'recovery-codes-made': {
      heading: 'Sono stati creati nuovi codici di recupero',
      what: 'Per il Suo account sono stati creati nuovi codici di recupero; i precedenti non valgono più.',
    },
    'recovery-code-used': {
      heading: 'È stato usato un codice di recupero',
      what: 'È stato usato uno dei Suoi codici di recupero. Non vale più; ne crei di nuovi quando ne restano pochi.',
    },
    'factors-reset': {
      heading: 'Le Sue passkey e i Suoi codici sono stati rimossi',
      what: 'La gestione della Sua organizzazione ha rimosso le Sue passkey e i Suoi codici e ha chiuso la Sua sessione. Acceda con un collegamento e ne aggiunga di nuovi.',
    },
    yours:
      'Se è opera Sua, non deve fare nulla. Altrimenti: acceda subito, chiuda le altre sessioni, rimuova ciò che non è Suo e avvisi la gestione della Sua organizzazione.',
    action: 'Apri l’account',
  },
  application: {
    confirm: {
      heading: 'Confermi la Sua domanda di adesione a Tocsin',
      what: 'Qualcuno, speriamo Lei, ha chiesto l’adesione di {{organisation}} a Tocsin indicando questo indirizzo come contatto.',
      action: 'Conferma la domanda',
    },
    asked: {
      heading: 'Una domanda sulla Sua richiesta di adesione a Tocsin',
      what: 'Il coordinamento ha una domanda sulla richiesta di {{organisation}}:',
      action: 'Rispondi',
    },
    refused: {
      heading: 'La Sua domanda di adesione a Tocsin è stata respinta',
      what: 'Il coordinamento ha respinto la domanda di {{organisation}} per questo motivo:',
      action: 'Vedi la domanda',
    },
    admitted: {
      heading: '{{organisation}} fa parte di Tocsin',
      what: '{{organisation}} è da ora membro della rete. Un secondo messaggio La invita come responsabile; con il suo collegamento può accedere per la prima volta.',
      action: 'Vedi la domanda',
    },
    confirmHow: 'Apra la pagina e confermi; solo allora il coordinamento vede la domanda.',
    waits: '{{organisation}} chiede di aderire',
    waitsHow: 'La sua domanda La attende: la ammetta, chieda chiarimenti o la respinga.',
    waitsAction: 'Apri la domanda',
  },
  organisation: {
    addressErased: 'Un indirizzo cancellato è stato tolto dalle impostazioni',
    addressErasedWhat:
      'Sono stati cancellati i dati di una persona il cui indirizzo era indicato in una politica di escalation o in un abbonamento di: {{teams}}. Dove non era indicato nessun altro, ora vengono avvisati i responsabili dell’organizzazione.',
    addressErasedDo: 'Li controlli entrambi e indichi qualcun altro dove serve.',
    left: '{{organisation}} ha lasciato la rete',
    leftMeans:
      'Un responsabile di {{organisation}} ha posto fine all’adesione. Chiavi e sessioni non valgono più; allerte e risposte restano registrate.',
    suspended: {
      heading: 'L’organizzazione {{organisation}} è sospesa',
      what: 'Le sue persone e le sue chiavi non hanno accesso, e non le viene chiesto nulla, finché il coordinamento non revoca la sospensione. Nulla va perduto.',
    },
    resumed: {
      heading: 'L’organizzazione {{organisation}} è di nuovo attiva',
      what: 'La sospensione è terminata. Acceda di nuovo; le chiavi tornano a funzionare.',
    },
    braked: {
      heading: '{{organisation}} per ora non può emettere allerte',
      what: 'Il coordinamento ha bloccato l’emissione. La lettura, la revoca e tutto il resto continuano; si potrà emettere di nuovo quando il coordinamento la sbloccherà.',
    },
    released: {
      heading: '{{organisation}} può di nuovo emettere allerte',
      what: 'Il coordinamento ha sbloccato l’emissione.',
    },
    retracted: {
      heading: 'Le allerte di {{organisation}} sono state ritirate',
      what: 'Il coordinamento ha revocato tutte le sue allerte attive, e chi le ha ricevute viene informato. Cambi ciò che può essere finito in altre mani: chiavi, passkey, sessioni.',
    },
    unclear: 'Si rivolga al coordinamento della rete se qualcosa non è chiaro.',
  },
  policyGap: {
    what: 'Lo ha mostrato una prova della politica com’è oggi, prima che un’allerta ne dipenda.',
    do: 'Indichi qualcun altro, o faccia confermare l’indirizzo con il link che vi è stato inviato.',
    why: 'Questo messaggio va una volta per ciascun destinatario a chi è responsabile dell’organizzazione o la gestisce; se non c’è nessuno, al coordinamento.',
  },
  suppression: {
    comesBack: {
      heading: 'I messaggi a un indirizzo della Sua organizzazione tornano indietro',
      do: 'Chieda a chi lo legge quale indirizzo usa. Se è cambiato, lo modifichi; se riceve di nuovo posta, scelga «Riprendere l’invio» nella pagina dei membri.',
    },
    complaint: {
      heading: 'Un indirizzo della Sua organizzazione ha segnalato i nostri messaggi come indesiderati',
      do: 'Chieda a chi lo legge che cosa vuole ricevere e modifichi i suoi abbonamenti. Se è stato un errore, scelga «Riprendere l’invio» nella pagina dei membri.',
    },
    why: {
      'no-mailbox': 'Il server di posta dice che quella casella non esiste.',
      'not-taken':
        'Diversi messaggi di seguito non sono stati recapitati: la casella è piena o il suo server non accetta posta.',
      complaint: 'Chi lo legge ha segnalato un messaggio di questa rete come indesiderato.',
    },
    means:
      'D’ora in poi non vi si invia nulla di cui possa fare a meno: nessuna allerta di un abbonamento. Le escalation si tentano ancora, e così ciò che qualcuno chiede, come un collegamento per accedere; non vi faccia affidamento.',
    address: 'Indirizzo',
    since: 'Da',
    said: 'Risposta ricevuta',
    action: 'Apri i membri della Sua organizzazione',
    once: 'Riceve questo avviso una volta per ogni indirizzo.',
  },
} as const satisfies Translation<typeof english, 'it'>;
