import type { Translation } from '../../../../core/contract/translation.ts';
import type { answering as english } from '../en/answering.ts';

export const answering = {
  answerLink: {
    opening: 'De waarschuwing beantwoorden',
    open: 'Neemt u de waarschuwing aan?',
    used: 'U hebt de waarschuwing doorgegeven',
    usedLead:
      'Deze link is gebruikt. Wie na u komt, heeft de vraag gekregen. Na het inloggen kunt u nog steeds antwoorden.',
    answered: 'Iemand heeft geantwoord',
    taken: 'U hebt de waarschuwing aangenomen',
    takenLead: 'De escalatie is voor het hele team beëindigd. Log in om te melden wat u vindt en doet.',
    over: 'Hier valt niets meer te antwoorden',
    overLead: 'De waarschuwing is voorbij, of er is een nieuwere mail die het vraagt.',
    signedIn: 'Log in om te antwoorden',
    signedInLead: 'Een waarschuwing met TLP:RED is alleen te zien en te beantwoorden voor wie op de lijst ervan staat.',
    nothing: 'Wie de waarschuwing mag lezen, ziet na het inloggen waar zij over gaat.',
    unnamed: 'een systeem van uw organisatie',
    facts: 'De waarschuwing',
    team: 'Aan zet',
    step: 'Escalatie',
    stepOf: 'stap {{step}} van {{of}}, wacht al',
    what: 'Wat',
    where: 'Waar',
    from: 'Van',
    until: 'Tot',
    choose: 'Uw antwoord',
    take: 'Ik neem de waarschuwing aan',
    takeMeans: 'De waarschuwing is voor het team aangenomen en de escalatie eindigt.',
    pass: 'Ik niet: vraag het nu de volgende',
    passMeans: 'Wie in de volgende stap wordt genoemd, krijgt meteen de vraag. De waarschuwing blijft onbeantwoord.',
    last: 'Dit was de laatste stap: na u is er niemand meer om het te vragen.',
    none: 'Kies eerst een van de antwoorden.',
    submit: 'Dit antwoord versturen',
    more: 'Waarschuwing openen (na inloggen)',
  },
} as const satisfies Translation<typeof english, 'nl'>;
