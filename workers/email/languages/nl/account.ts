import type { account as english } from '../en/account.ts';
import type { Translation } from '../translation.ts';

export const account = {
  open: 'Tocsin openen',
  unexpected: 'Verwachtte u deze mail niet, dan hoeft u niets te doen.',
  buttonFails: 'Werkt de knop niet, open dan dit adres:',
  role: 'Rol',
  kind: 'Soort',
  reason: 'Reden',
  confirmation: {
    subject: 'Bevestig dit adres voor waarschuwingen aan {{organisation}}',
    heading: 'Bevestig dit adres',
    what: '{{organisation}} wil dat dit adres bericht krijgt wanneer waarschuwingen voor haat op internet haar aangaan of op haar antwoord wachten.',
    how: 'Klopt dat, open dan de pagina en druk op de knop. Daarvóór wordt niets naar dit adres gestuurd.',
    action: 'Adres bevestigen',
    holds_one: 'De link is {{count}} dag geldig.',
    holds_other: 'De link is {{count}} dagen geldig.',
  },
  signIn: {
    heading: 'Inloggen bij Tocsin',
    how: 'Iemand, hopelijk u, wil met dit adres inloggen. Open de pagina en druk op de knop.',
    keepIt: 'Niemand van het netwerk zal u ooit om deze link vragen. Geef hem niet door.',
    action: 'Inloggen',
    until: 'De link werkt één keer, tot {{until}}.',
    notYou: 'Hebt u er niet om gevraagd, dan hoeft u niets te doen: zonder de link komt niemand binnen.',
  },
  signInByProvider: {
    heading: 'Log in via uw organisatie',
    why: 'Iemand, hopelijk u, heeft met dit adres om een link gevraagd om bij Tocsin in te loggen. Wie bij {{organisation}} hoort, logt in via de eigen identiteitsprovider van de organisatie; een link is er daarom niet.',
    how: 'Open de inlogpagina, vul uw adres in en kies ‘Single sign-on (SSO)’.',
    action: 'Inlogpagina openen',
  },
  invitation: {
    heading: 'Uitnodiging voor {{organisation}} op Tocsin',
    by: '{{by}} van {{organisation}} nodigt u uit.',
    invited: 'U bent uitgenodigd bij {{organisation}}.',
    what: 'Tocsin is het netwerk waarin maatschappelijke organisaties platforms vroeg waarschuwen voor gebeurtenissen die haat op internet kunnen uitlokken.',
    action: 'Uitnodiging bekijken',
    until: 'De link werkt één keer, tot {{until}}.',
    notYou: 'Verwachtte u deze mail niet, dan hoeft u niets te doen: zonder u wordt niemand lid.',
  },
  member: {
    removed: 'U bent geen lid meer van {{organisation}}',
    removedMeans:
      'Uw lidmaatschap van {{organisation}} op Tocsin is beëindigd en u bent overal uitgelogd. Als lid van deze organisatie krijgt u geen mail meer.',
    address: 'Uw mailadres bij {{organisation}} is gewijzigd',
    addressMeans:
      'Vanaf nu logt u bij {{organisation}} in met het adres dat u hebt bevestigd en krijgt u uw mail daar, en niet meer hier. Overal waar u eerder was ingelogd, bent u uitgelogd.',
    role: 'Uw rol bij {{organisation}} is gewijzigd',
    roleMeans: 'Vanaf nu is dit uw rol.',
    unexpected: 'Verwachtte u dit niet, vraag het dan aan de eindverantwoordelijke van uw organisatie.',
    visit: 'Naar Tocsin',
  },
  ownAddress: {
    heading: 'Dit adres gebruiken op Tocsin',
    what: 'Een lid van {{organisation}}, hopelijk u, wil vanaf nu met dit adres inloggen en hier mail krijgen.',
    how: 'Klopt dat, open dan de pagina in de browser waarin u bent ingelogd en druk op de knop. Eerder verandert er niets.',
    action: 'Dit adres gebruiken',
    until: 'De link werkt één keer, tot {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'Er is een passkey toegevoegd',
      what: 'Aan uw account is een passkey toegevoegd. Daarmee alleen kan worden ingelogd.',
    },
    'passkey-removed': {
      heading: 'Er is een passkey verwijderd',
      what: 'Uit uw account is een passkey verwijderd.',
    },
    'totp-added': {
      heading: 'Eenmalige codes zijn ingesteld',
      what: 'Aan uw account is een app toegevoegd die eenmalige codes maakt.',
    },
    'totp-removed': {
      heading: 'Eenmalige codes zijn verwijderd',
      what: 'De codes van uw app worden niet meer aangenomen.',
    },
    'recovery-codes-made': {
      heading: 'Er zijn nieuwe herstelcodes gemaakt',
      what: 'Voor uw account zijn nieuwe herstelcodes gemaakt; de vorige gelden niet meer.',
    },
    'recovery-code-used': {
      heading: 'Er is een herstelcode gebruikt',
      what: 'Een van uw herstelcodes is gebruikt. Hij geldt niet meer; maak nieuwe als er weinig over zijn.',
    },
    'factors-reset': {
      heading: 'Uw passkeys en codes zijn weggehaald',
      what: 'Een beheerder van uw organisatie heeft uw passkeys en codes weggehaald en u uitgelogd. Log in met een link en voeg nieuwe toe.',
    },
    yours:
      'Was u dat zelf, dan hoeft u niets te doen. Zo niet: log nu in, beëindig de andere sessies, verwijder wat niet van u is en laat het een beheerder van uw organisatie weten.',
    action: 'Account openen',
  },
  application: {
    confirm: {
      heading: 'Bevestig uw aanmelding bij Tocsin',
      what: 'Iemand, hopelijk u, heeft {{organisation}} bij Tocsin aangemeld en dit adres als contact opgegeven.',
      action: 'Aanmelding bevestigen',
    },
    asked: {
      heading: 'Een vraag over uw aanmelding bij Tocsin',
      what: 'De coördinator heeft een vraag over de aanmelding van {{organisation}}:',
      action: 'Antwoorden',
    },
    refused: {
      heading: 'Uw aanmelding bij Tocsin is afgewezen',
      what: 'De coördinator heeft de aanmelding van {{organisation}} afgewezen en geeft deze reden:',
      action: 'Aanmelding bekijken',
    },
    admitted: {
      heading: '{{organisation}} is toegelaten tot Tocsin',
      what: '{{organisation}} is voortaan lid van het netwerk. Een tweede mail nodigt u uit als eindverantwoordelijke; met de link daarin logt u voor het eerst in.',
      action: 'Aanmelding bekijken',
    },
    confirmHow: 'Open de pagina en bevestig; pas dan ziet de coördinator de aanmelding.',
    waits: '{{organisation}} wil lid worden',
    waitsHow: 'De aanmelding wacht op u: laat toe, stel een vraag of wijs af.',
    waitsAction: 'Aanmelding openen',
  },
  organisation: {
    addressErased: 'Een gewist adres is uit uw instellingen gehaald',
    addressErasedWhat:
      'Iemand is gewist van wie het mailadres in een escalatiebeleid of een abonnement stond. Het gaat om: {{teams}}. Waar verder niemand was genoemd, krijgen nu de eindverantwoordelijken van de organisatie bericht.',
    addressErasedDo: 'Kijk beide na en noem iemand anders waar dat nodig is.',
    left: '{{organisation}} heeft het netwerk verlaten',
    leftMeans:
      'Een eindverantwoordelijke van {{organisation}} heeft het lidmaatschap beëindigd. Sleutels en sessies gelden niet meer; waarschuwingen en antwoorden blijven bewaard.',
    suspended: {
      heading: '{{organisation}} is geschorst',
      what: 'De mensen en sleutels van de organisatie hebben geen toegang, en er wordt niets van haar gevraagd, tot de coördinator de schorsing opheft. Er gaat niets verloren.',
    },
    resumed: {
      heading: '{{organisation}} is terug',
      what: 'De schorsing is opgeheven. Log opnieuw in; de sleutels werken weer.',
    },
    braked: {
      heading: '{{organisation}} kan voorlopig geen waarschuwingen geven',
      what: 'De coördinator heeft het geven van waarschuwingen stilgelegd. Lezen, intrekken en al het andere gaat door; waarschuwen kan weer zodra de coördinator het vrijgeeft.',
    },
    released: {
      heading: '{{organisation}} kan weer waarschuwingen geven',
      what: 'De coördinator heeft het geven van waarschuwingen vrijgegeven.',
    },
    retracted: {
      heading: 'De waarschuwingen van {{organisation}} zijn teruggeroepen',
      what: 'De coördinator heeft alle lopende waarschuwingen van de organisatie ingetrokken, en wie ze kreeg, krijgt daar bericht van. Vervang wat in andere handen kan zijn gevallen: sleutels, passkeys, sessies.',
    },
    unclear: 'Vraag het de coördinator van het netwerk als iets niet duidelijk is.',
  },
  policyGap: {
    what: 'Dat bleek uit een proef van het beleid zoals het vandaag is, voordat een waarschuwing ervan afhangt.',
    do: 'Noem iemand anders, of laat het adres bevestigen met de link die daarheen is gemaild.',
    why: 'Deze mail gaat eenmaal voor elke ontvanger naar wie eindverantwoordelijke of beheerder van de organisatie is; is er niemand, dan naar de coördinator.',
  },
  suppression: {
    comesBack: {
      heading: 'Mail aan een van uw adressen komt terug',
      do: 'Vraag degene die daar leest welk adres nu wordt gebruikt. Is het veranderd, wijzig het dan; neemt het weer mail aan, kies dan ‘Weer mailen’ op de pagina met uw mensen.',
    },
    complaint: {
      heading: 'Een van uw adressen heeft onze mail als ongewenst gemeld',
      do: 'Vraag degene die daar leest welke mail gewenst is en pas de abonnementen aan. Was het een vergissing, kies dan ‘Weer mailen’ op de pagina met uw mensen.',
    },
    why: {
      'no-mailbox': 'De mailserver daar zegt dat die mailbox niet bestaat.',
      'not-taken':
        'Meerdere mails achter elkaar konden daar niet worden bezorgd: de mailbox is vol, of de server neemt geen mail aan.',
      complaint: 'Wie daar leest, heeft een mail van dit netwerk als spam gemeld.',
    },
    means:
      'Vanaf nu wordt daar niets heen gestuurd dat gemist kan worden: geen waarschuwingen uit een abonnement. Escalaties worden nog geprobeerd, en ook waar iemand om vraagt, zoals een link om in te loggen; reken er niet op.',
    address: 'Adres',
    since: 'Sinds',
    said: 'Wat er werd gezegd',
    action: 'De mensen van uw organisatie openen',
    once: 'U krijgt dit één keer per adres te horen.',
  },
} as const satisfies Translation<typeof english, 'nl'>;
