import type { RaiseRequest } from '../../core/contract/warning.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addDomain, setProvider, verifiedDomain } from '../../core/store/commands/single-sign-on.ts';
import { lookForGaps } from '../../core/store/commands/policy-gap.ts';
import { suppress } from '../../core/store/commands/suppression.ts';
import type { DeliveryContent } from '../../core/store/deliveries.ts';
import { openSeal } from '../../core/store/seal.ts';
import type { TakenMail } from '../support/mail-server.ts';
import type { TestAnswer, TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

/** What a mail of a kind carries beside what all do: a kind that is not told of here does not compile. */
interface Carries {
  /** It is about a warning, and hangs on its thread. */
  readonly thread?: true;
  /** It comes of a subscription, and says of which list it is. */
  readonly list?: true;
  /** A POST of the mail client ends such mails (RFC 8058), or those that somebody chose for themselves. */
  readonly oneClick?: true | 'by choice';
}

export const carries: Readonly<Record<DeliveryContent['kind'], Carries>> = {
  escalation: { thread: true },
  unreached: { thread: true },
  missed: { thread: true },
  'stand-down': { thread: true },
  'first-answer': { thread: true },
  outcomes: { thread: true },
  warning: { thread: true, list: true, oneClick: 'by choice' },
  digest: { list: true, oneClick: true },
  confirmation: {},
  'subscriber-confirmation': {},
  'subscriber-link': {},
  'sign-in': {},
  'sign-in-by-provider': {},
  invitation: {},
  'factor-changed': {},
  'member-changed': {},
  'own-address': {},
  application: {},
  'application-waits': {},
  'organisation-news': {},
  'address-erased': {},
  'policy-gap': {},
  'address-suppressed': {},
  'organisation-left': {},
};

/** A real SMTP server. */
export interface MailServer {
  readonly url: string;
  /** All that it took, oldest first. */
  taken(): TakenMail[] | Promise<TakenMail[]>;
  close(): Promise<void>;
}

/** A network and where its mail arrives: Amal raises, Agora and Bazaar are to answer, the Hub coordinates. */
export interface Mailed {
  readonly at: TestServer;
  readonly server: MailServer;
}

/** The mail server refuses these for good. */
export const refused = (address: string): boolean => address.startsWith('gone@');
export const subscriber = 'ida@reader.example';
/** Whom Agora's subscription mails what concerns Germany. */
export const reader = 'uma@agora.example';
/** A member who chose to be mailed warnings. */
export const chooser = 'tom@agora.example';

/** Has every kind of mail leave, as people and organisations do in their first weeks, and waits until each was handed over. */
export async function haveEveryMailLeave(mailed: Mailed): Promise<void> {
  await Promise.all([subscribe(mailed), applyToJoin(mailed), changePeople(mailed), enterByProvider(mailed)]);
  await haveWarningsTold(mailed);
  const { at } = mailed;
  const bazaar = at.network.of('Bazaar');
  // Whoever has left is told nothing any more: the last of its mails first.
  const { headers } = await signIn(at.store, bazaar.owner);
  await sent(at, 'POST /organisation/departure', { headers, body: {} });
  await allHandedOver(mailed);
}

/** Waits until no mail is under way any more. */
export async function allHandedOver({ at: { store }, server }: Mailed): Promise<void> {
  const count = async (state: string): Promise<number> =>
    (await store.sql.query<{ n: number }>('SELECT count(*)::int AS n FROM delivery WHERE state = $1', [state])).rows[0]
      ?.n ?? 0;
  await until(async () => (await count('pending')) === 0, { what: 'all mails handed over' });
  await until(async () => (await server.taken()).length >= (await count('sent')), { what: 'all mails delivered' });
}

/** The token of the link in the newest mail to an address. */
async function mailedToken({ server }: Mailed, address: string): Promise<string> {
  return until(
    async () => {
      const newest = (await server.taken()).findLast(({ to }) => to === address);
      // Quoted-printable folds lines, and writes `=` as `=3D`.
      const text = newest?.raw.toString('latin1').replace(/=\r\n/g, '').replace(/=3D/g, '=');
      return /#token=([\w.~%-]+)/.exec(text ?? '')?.[1];
    },
    { what: `a mail with a link to ${address}` },
  );
}

type Sending = { readonly body?: unknown; readonly headers?: Record<string, string>; readonly as?: string };

/** @throws Error where the call is refused */
async function sent(at: TestServer, call: string, { as, ...sending }: Sending): Promise<TestAnswer['body']> {
  const { status, body } = await at.ask(as ?? null, call, sending);
  if (status >= 300) throw new Error(`${call}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function subscribe(mailed: Mailed): Promise<void> {
  const wishes = { rhythm: { type: 'instant' }, timeZone: 'Europe/Athens', language: 'el' };
  const body = { address: subscriber, ...wishes };
  await sent(mailed.at, 'POST /mail-subscribers', { body });
  const token = await mailedToken(mailed, subscriber);
  await sent(mailed.at, 'POST /mail-subscribers/confirmation', { body: { token } });
  await sent(mailed.at, 'POST /mail-subscribers', { body });
}

async function applyToJoin(mailed: Mailed): Promise<void> {
  const contact = { name: 'Noa', address: 'noa@watch.example' };
  const form = { countries: ['AT'], languages: ['de'], grounds: ['antisemitism'], purpose: 'To warn.', contact };
  const body = { organisation: 'Wacht', kind: 'cso', legalForm: 'e. V.', language: 'de', ...form };
  await sent(mailed.at, 'POST /applications', { body });
  await sent(mailed.at, 'POST /applications/confirmation', {
    body: { token: await mailedToken(mailed, contact.address) },
  });
}

/** Agora's people come, change and go. */
async function changePeople({ at }: Mailed): Promise<void> {
  const { organisation, owner } = at.network.of('Agora');
  const { writer } = at.store;
  const organisationId = organisation.id;
  const added = (name: string) =>
    writer.run(
      addMember({ organisationId, name, address: `${name}@agora.example`, role: 'viewer', language: 'fr', red: false }),
    );
  const [uma, eli, tom] = [await added('uma'), await added('eli'), await added('tom')];
  const { headers } = await signIn(at.store, owner);
  await sent(at, 'POST /invitations', { headers, body: { address: 'ora@agora.example', role: 'viewer' } });
  await sent(at, `PATCH /members/${uma.id}`, { headers, body: { role: 'responder' } });
  await sent(at, `DELETE /members/${uma.id}/factors`, { headers });
  await sent(at, 'POST /me/address', { headers, body: { address: 'owner@agora.example' } });
  await sent(at, 'PATCH /me/mail', { headers: (await signIn(at.store, tom)).headers, body: { warnings: true } });
  await askForLink(at, owner.address);
  const to = [
    { type: 'role', role: 'owner' },
    { type: 'email', address: eli.address },
    { type: 'email', address: 'pager@agora.example', language: 'pl' },
  ];
  await sent(at, 'PUT /escalation-policy', { headers, body: { steps: [{ after: 0, to }] } });
  await sent(at, `POST /members/${eli.id}/erasure`, { headers });
  await forgetPager(at);
  const channels = [{ type: 'live' }, { type: 'email', to: [{ type: 'member', id: uma.id }] }];
  const filter = { countries: ['DE'] };
  await sent(at, 'POST /subscriptions', { headers, body: { name: 'Germany', filter, channels } });
}

/** A day passes in which nobody confirms the address that Agora's policy names. */
async function forgetPager({ store, network }: TestServer): Promise<void> {
  const { id } = network.of('Agora').team;
  await store.writer.run(lookForGaps(id));
  await store.sql.query(`UPDATE policy_gap SET found_at = found_at - interval '1 day'`);
  await store.writer.run(lookForGaps(id));
}

/** Bazaar's people sign in by its own provider alone, and mail to one of them comes back; the coordinator puts a brake on it. */
async function enterByProvider({ at }: Mailed): Promise<void> {
  const { caller, organisation } = at.network.of('Bazaar');
  const { writer, network } = at.store;
  const issuer = { issuer: 'https://id.example', clientId: 'c', clientSecret: 's', enforced: true };
  await writer.run(setProvider(caller, issuer, openSeal(network, 'identity provider')));
  const { id } = await writer.run(addDomain(caller, 'bazaar.example'));
  await writer.run(verifiedDomain(caller, id));
  const address = 'tia@bazaar.example';
  await writer.run(addMember({ organisationId: organisation.id, name: 'Tia', address, role: 'viewer', red: false }));
  await askForLink(at, address);
  await writer.run((unit) => suppress(unit, address, { reason: 'not-taken', answer: '452 4.2.2 over quota' }));
  const { headers } = await signIn(at.store, at.network.of('Hub').owner);
  await sent(at, `PUT /network/organisations/${organisation.id}/brake`, {
    headers,
    body: { reason: 'A false alarm.' },
  });
}

/** It is answered before it is looked whose address this is: waits until a mail is written to it. */
async function askForLink(at: TestServer, address: string): Promise<void> {
  await sent(at, 'POST /sign-in/link', { body: { address } });
  const written = `SELECT FROM delivery WHERE recipient = $1 AND kind IN ('sign-in', 'sign-in-by-provider')`;
  await until(async () => (await at.store.sql.query(written, [address])).rowCount, { what: `a link for ${address}` });
}

/** Agora answers what Amal raises and calls off; of Bazaar nobody can be reached. */
async function haveWarningsTold(mailed: Mailed): Promise<void> {
  const { at } = mailed;
  const { organisation } = at.network.of('Bazaar');
  const gone = { name: 'Gil', address: 'gone@elsewhere.example', role: 'responder', red: false } as const;
  const { id } = await at.store.writer.run(addMember({ organisationId: organisation.id, ...gone }));
  await sent(at, 'PUT /escalation-policy', {
    as: 'Bazaar',
    body: { steps: [{ after: 0, to: [{ type: 'member', id }] }] },
  });
  const filter = { countries: ['FR'] };
  await sent(at, 'POST /subscriptions', {
    as: 'Bazaar',
    body: { name: 'France', filter, channels: [{ type: 'live' }] },
  });
  const raised = async (changes: Partial<RaiseRequest>): Promise<string> =>
    (await sent(at, 'POST /warnings', { as: 'Amal', body: aRaise(changes) })).id as string;
  const german = await raised({ countries: ['DE'], tlp: 'TLP:CLEAR' });
  await raised({ countries: ['FR'] });
  await until(async () => (await kindsOf(at, german)).has('escalation'));
  await allHandedOver(mailed);
  await sent(at, `POST /warnings/${german}/acknowledgement`, { as: 'Agora', body: { state: 'acknowledged' } });
  await sent(at, `POST /warnings/${german}/cancellation`, { as: 'Amal', body: { reason: 'A rumour.' } });
  await until(async () => (await kindsOf(at, german)).has('outcomes'));
  await allHandedOver(mailed);
}

async function kindsOf({ store }: TestServer, warning: string): Promise<Set<string>> {
  const { rows } = await store.sql.query<{ kind: string }>('SELECT kind FROM delivery WHERE warning_id = $1', [
    warning,
  ]);
  return new Set(rows.map(({ kind }) => kind));
}
