import type { Translation } from '../../../../core/contract/translation.ts';
import type { answering as english } from '../en/answering.ts';

export const answering = {
  answerLink: {
    opening: 'Auf die Warnung antworten',
    open: 'Übernehmen Sie die Warnung?',
    used: 'Sie haben sie weitergegeben',
    usedLead:
      'Dieser Link wurde benutzt. Wer als Nächstes kommt, ist gefragt worden. Nach der Anmeldung können Sie immer noch antworten.',
    answered: 'Jemand hat geantwortet',
    taken: 'Sie haben sie übernommen',
    takenLead:
      'Die Eskalation ist für das ganze Team beendet. Melden Sie sich an, um zu sagen, was Sie finden und tun.',
    over: 'Hier ist nichts mehr zu beantworten',
    overLead: 'Die Warnung ist vorbei, oder eine neuere Mail fragt danach.',
    signedIn: 'Melden Sie sich an, um zu antworten',
    signedInLead:
      'Eine Warnung mit der Kennzeichnung TLP:RED sehen und beantworten nur diejenigen, die auf ihrer Liste stehen.',
    nothing: 'Wer sie lesen darf, sieht nach der Anmeldung, worum es geht.',
    unnamed: 'eine Maschine Ihrer Organisation',
    facts: 'Die Warnung',
    team: 'Zuständig',
    step: 'Eskalation',
    stepOf: 'Stufe {{step}} von {{of}}, ohne Antwort seit',
    what: 'Was',
    where: 'Wo',
    from: 'Von',
    until: 'Bis',
    choose: 'Ihre Antwort',
    take: 'Ich übernehme',
    takeMeans: 'Die Warnung ist für das Team angenommen, und die Eskalation endet.',
    pass: 'Ich nicht: jetzt weiterfragen',
    passMeans: 'Wen die nächste Stufe nennt, wird sofort gefragt. Die Warnung bleibt ohne Antwort.',
    last: 'Dies war die letzte Stufe: Nach Ihnen ist niemand mehr zu fragen.',
    none: 'Wählen Sie zuerst eine der Antworten.',
    submit: 'Diese Antwort senden',
    more: 'Warnung öffnen (mit Anmeldung)',
  },
} as const satisfies Translation<typeof english, 'de'>;
