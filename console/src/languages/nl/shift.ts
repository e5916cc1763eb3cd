import type { Translation } from '../../../../core/contract/translation.ts';
import type { shift as english } from '../en/shift.ts';

export const shift = {
  shortcuts: {
    title: 'Toetsen',
    on: 'Losse toetsen werken',
    onHint: 'Buiten velden. Zet ze uit als u dicteert of ze per ongeluk raakt.',
    does: {
      j: 'De volgende waarschuwing op het bord',
      k: 'De vorige',
      Enter: 'Openen',
      a: 'Aannemen: wij hebben de waarschuwing',
      w: 'Wij werken eraan',
      '/': 'Het bord beperken',
      '?': 'Deze lijst',
    },
  },
  away: {
    meanwhile: 'Terwijl u niet verbonden was ({{since}}–{{until}}):',
    raised_one: '{{count}} nieuwe waarschuwing',
    raised_other: '{{count}} nieuwe waarschuwingen',
    revised_one: '{{count}} gewijzigd',
    revised_other: '{{count}} gewijzigd',
    cancelled_one: '{{count}} ingetrokken',
    cancelled_other: '{{count}} ingetrokken',
    other_one: '{{count}} met nieuws',
    other_other: '{{count}} met nieuws',
  },
  views: {
    title: 'Bewaarde weergaven',
    name: 'Bewaren als weergave',
    nameHint: 'Op dit apparaat.',
    nameMissing: 'Geef haar eerst een naam.',
    notKept: 'Dit apparaat bewaart niets: het adres van deze pagina is de weergave ook.',
    save: 'Weergave bewaren',
    saved: 'Bewaard: {{name}}.',
    drop: 'Weergave {{name}} verwijderen',
  },
  alerts: {
    title: 'Geluid en meldingen',
    lead: 'Zolang deze console open is, kan ze u roepen wanneer er een waarschuwing komt of opnieuw om antwoord vraagt. Oefeningen roepen ook, tests niet.',
    sound: 'Een geluid laten horen',
    notification: 'Een melding tonen',
    notificationHint: 'Ze noemt ernst en landen, nooit de kop: anderen zien misschien uw scherm.',
    never: 'Nooit',
    always: 'Bij elke waarschuwing',
    trySound: 'Geluid proberen',
    tryNotification: 'Melding proberen',
    silent: 'Deze browser liet geen geluid toe.',
    played: 'Gespeeld. Hoorde u niets, kijk dan naar het volume van dit apparaat en tabblad.',
    shown: 'Getoond. Zag u niets, kijk dan naar de instellingen van uw systeem.',
    denied:
      'Uw browser laat deze pagina geen meldingen tonen. In zijn instellingen voor deze pagina kan dat worden gewijzigd.',
    unsupported: 'Deze browser toont geen meldingen.',
    tried: 'Zo roept een waarschuwing u.',
  },
} as const satisfies Translation<typeof english, 'nl'>;
