import type { AcknowledgementRequest } from '../../core/contract/acknowledgement.ts';
import type { CommentRequest } from '../../core/contract/comment.ts';
import type { CorroborationRequest } from '../../core/contract/corroboration.ts';
import type { RevisionRequest } from '../../core/contract/warning.ts';
import { acknowledgeWarning } from '../../core/store/commands/acknowledge.ts';
import { cancelWarning } from '../../core/store/commands/cancel.ts';
import { addComment } from '../../core/store/commands/comment.ts';
import { corroborateWarning } from '../../core/store/commands/corroborate.ts';
import { reviseWarning } from '../../core/store/commands/revise.ts';
import { coordinator } from './organisations.ts';
import type { Step } from './stage.ts';

const acknowledge =
  (by: string, slug: string, answer: AcknowledgementRequest): Step =>
  async (stage) =>
    acknowledgeWarning(stage.caller(by), await stage.warning(slug), answer);

const comment =
  (by: string, slug: string, said: CommentRequest): Step =>
  async (stage) =>
    addComment(stage.caller(by), await stage.warning(slug), said);

const corroborate =
  (by: string, slug: string, said: CorroborationRequest): Step =>
  async (stage) =>
    corroborateWarning(stage.caller(by), await stage.warning(slug), said);

const revise =
  (by: string, slug: string, changes: RevisionRequest): Step =>
  async (stage) =>
    reviseWarning(stage.caller(by), await stage.warning(slug), changes, [1]);

/** What became of the demo's warnings by the time that one first looks: answered, seen elsewhere, revised, called off. */
export const story: Step[] = [
  acknowledge('Flimmer (demo)', 'lichterfest', {
    state: 'working',
    measures: ['monitoring_raised', 'reviewers_briefed'],
    note: 'Unser Team prüft die beiden Gruppen seit 20 Uhr.',
    assignee: 'Nele Brandt',
  }),
  comment('Flimmer (demo)', 'lichterfest', {
    text: 'Gibt es neben der genannten Gruppe weitere, die wir kennen sollten?',
    audience: 'issuer',
  }),
  corroborate('Vigie (demo)', 'lichterfest', {
    sighting: 'seen',
    countries: ['FR'],
    languages: ['fr'],
    note: 'Les mêmes images circulent ici, avec un texte en français.',
  }),
  acknowledge('Agora (demo)', 'lichterfest', { state: 'working', measures: ['monitoring_raised'] }),
  acknowledge('Nordlys (demo)', 'lichterfest', { state: 'acknowledged' }),
  acknowledge('Agora (demo)', 'falscher-name', { state: 'acknowledged' }),
  // A higher severity reopens whoever had answered.
  revise('Wachsam (demo)', 'falscher-name', {
    severity: 'extreme',
    description:
      'Vier Stunden nach einem Angriff in einer Einkaufsstraße kursieren Name und Foto eines Unbeteiligten, dem eine Herkunft zugeschrieben wird. Die Polizei hat niemanden benannt. Vor einer Unterkunft sammeln sich Menschen; in den Gruppen wird nach Brandbeschleunigern gefragt.\n\nDemo: Ereignis, Orte und Beteiligte sind erfunden.',
  }),
  comment('Wachsam (demo)', 'falscher-name', {
    text: 'Die Polizei hat um 18 Uhr bestätigt, dass der genannte Mann nichts damit zu tun hat.',
    audience: 'everyone',
  }),
  corroborate('Strażnica (demo)', 'falscher-name', {
    sighting: 'not_seen',
    countries: ['CZ'],
    languages: ['cs'],
    note: 'V češtině jsme zatím nic nenašli.',
  }),
  acknowledge('Agora (demo)', 'journalistin', {
    state: 'actioned',
    measures: ['accounts_protected', 'law_enforcement_informed'],
    note: 'Both accounts are protected, and the channel is with our safety team.',
    usefulness: 'helped',
  }),
  acknowledge('Agora (demo)', 'socialtjansten', { state: 'working', measures: ['reach_limited'] }),
  acknowledge('Nordlys (demo)', 'socialtjansten', {
    state: 'no_action',
    reason: 'within_policy',
    note: 'Klippen följer reglerna; svaren granskas var för sig.',
  }),
  acknowledge('Parlotte (demo)', 'match', {
    state: 'actioned',
    measures: ['accounts_protected', 'content_removed', 'queue_prioritised'],
    note: 'Filtre activé sur les comptes des joueurs jusqu’à dimanche minuit.',
    usefulness: 'helped',
  }),
  acknowledge('Agora (demo)', 'match', { state: 'working', measures: ['queue_prioritised'] }),
  corroborate('Faro (demo)', 'match', { sighting: 'seen', countries: ['ES'], languages: ['es'] }),
  acknowledge('Parlotte (demo)', 'opvang', { state: 'acknowledged', assignee: 'Fleur Janssen' }),
  comment('Parlotte (demo)', 'verdict', {
    text: 'Nous préparons une astreinte pour jeudi ; faut-il aussi surveiller le néerlandais ?',
    audience: 'everyone',
  }),
  acknowledge('Agora (demo)', 'atleta', { state: 'actioned', measures: ['accounts_protected', 'terms_added'] }),
  acknowledge('Plaza (demo)', 'atleta', {
    state: 'working',
    measures: ['accounts_protected'],
    note: 'Cuenta protegida; revisamos las imágenes.',
  }),
  acknowledge('Plaza (demo)', 'sbarco', {
    state: 'actioned',
    measures: ['content_labelled', 'reach_limited'],
    usefulness: 'somewhat',
  }),
  acknowledge('Agora (demo)', 'sbarco', { state: 'actioned', measures: ['content_labelled'] }),
  async (stage) =>
    cancelWarning(
      stage.caller('Faro (demo)'),
      await stage.warning('sbarco'),
      'Il video è stato etichettato ovunque lo avevamo visto e non circola quasi più. Grazie. (Demo)',
    ),
  corroborate('Wachsam (demo)', 'marsz', {
    sighting: 'seen',
    countries: ['DE'],
    languages: ['de', 'pl'],
    note: 'Deutsche Fangruppen teilen die Route ebenfalls.',
  }),
  acknowledge('Agora (demo)', 'ekdilosi', { state: 'acknowledged', assignee: 'Priya Nair' }),
  acknowledge('Agora (demo)', 'alegeri', {
    state: 'no_action',
    reason: 'not_found',
    note: 'None of these pages is with us. We look again on Friday.',
  }),
  acknowledge('Agora (demo)', 'torveny', { state: 'acknowledged' }),
  acknowledge('Agora (demo)', 'video', {
    state: 'actioned',
    measures: ['content_removed', 'accounts_actioned'],
    usefulness: 'helped',
  }),
  acknowledge('Rynek (demo)', 'torveny', { state: 'acknowledged' }),
  acknowledge('Rynek (demo)', 'video', {
    state: 'declined',
    reason: 'duplicate',
    note: 'Řešíme to už od včerejška podle hlášení uživatelů.',
  }),
  acknowledge('Nordlys (demo)', 'exercise', { state: 'acknowledged' }),
  acknowledge('Plaza (demo)', 'exercise', { state: 'acknowledged' }),
  acknowledge('Agora (demo)', 'exercise', { state: 'acknowledged' }),
  comment('Agora (demo)', 'exercise', {
    text: 'What was missing for us: a time by which you would have liked an answer.',
    audience: 'coordinator',
  }),
  comment(coordinator, 'exercise', {
    text: 'Thank you all. Whoever has not answered hears from us when the exercise ends.',
    audience: 'everyone',
  }),
];
