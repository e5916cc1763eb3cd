import type { Translation } from '../../../../core/contract/translation.ts';
import type { starting as english } from '../en/starting.ts';

export const starting = {
  start: {
    title: 'Drie stappen naar een netwerk dat werkt',
    factor: 'Beveilig uw account: met een passkey of de codes van een app.',
    toFactor: 'Naar uw account',
    admit: 'Laat de eerste maatschappelijke organisatie en het eerste platform toe.',
    toAdmit: 'Naar de organisaties',
    drill: 'Houd een eerste oefening en zie wie wanneer antwoordt.',
    toDrill: 'Naar de oefeningen',
    done: 'Gedaan',
    dismiss: 'Deze stappen verbergen',
    empty: {
      cso: 'Wat u geeft staat hier, met wie het heeft en wie antwoordde; ook wat anderen geven en u mag zien.',
      platform:
        'Waarschuwingen verschijnen hier vanzelf zodra zij worden gegeven. Die op uw antwoord wachten, zeggen dat.',
      coordinator: 'De waarschuwingen van alle leden verschijnen hier zodra zij worden gegeven.',
      observer: 'Waarschuwingen verschijnen hier zodra zij worden gegeven, voor zover uw machtiging reikt.',
    },
    unsubscribed: 'Uw organisatie volgt niets: geen waarschuwing wacht op haar antwoord en niemand krijgt mail.',
    toSubscriptions: 'Instellen wat u volgt',
    practise: 'Oefenen met een waarschuwing geven',
  },
  practice: {
    title: 'Om te oefenen',
    lead: 'U geeft een test: het echte formulier en de echte pagina, maar alleen uw eigen organisatie en de coördinator zien hem. Niemand wordt gealarmeerd. Stop wanneer u wilt; wat u hebt gedaan blijft op dit apparaat.',
    progress: 'Stap {{step}} van {{of}}: {{what}}',
    raise: 'Geven',
    raiseMeans:
      'Het formulier is ingevuld. Verander wat u wilt; ernaast staat wie het zou bereiken. Geef de waarschuwing daarna.',
    reach: 'Zien wie zij bereikt',
    reachMeans:
      'De lijst ‘Wie de waarschuwing heeft‘ noemt wie een waarschuwing ontving, zag en beantwoordde. Nu is zij leeg, want een test vraagt niemand iets.',
    revise: 'Wijzigen',
    reviseMeans:
      'Druk op ‘Wijzigen‘ en verander een woord. Wie haar leest, ziet wat er veranderde; wordt zij ernstiger, dan wordt opnieuw om antwoord gevraagd.',
    clear: 'Het gevaar voorbij melden',
    clearMeans:
      'Druk op ‘Gevaar voorbij‘ en zeg waarom het voorbij is. Iedereen die de waarschuwing had, krijgt het te horen.',
    over: 'Goed gedaan. U hebt een waarschuwing gegeven, gevolgd, gewijzigd en ingetrokken; met een echte gaat het net zo.',
    seen: 'Ik heb het gezien',
    toForm: 'Naar het formulier',
    toWarning: 'Naar uw oefenwaarschuwing',
    steps: 'Alle stappen',
    again: 'Nog eens oefenen',
    headline: 'Om te oefenen: oproepen om bij een opvanglocatie samen te komen',
    text: 'Dit is om te oefenen; er is niets aan de hand. Sinds vanochtend noemen berichten een opvanglocatie en een tijd om daar samen te komen.',
  },
} as const satisfies Translation<typeof english, 'nl'>;
