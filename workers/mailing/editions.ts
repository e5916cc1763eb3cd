import { setImmediate } from 'node:timers/promises';
import type { MailReader } from '../../core/domain/audience.ts';
import type { Directory } from '../../core/domain/directory.ts';
import { mailReader, type MailSubscriber } from '../../core/domain/mail-subscriber.ts';
import { party } from '../../core/domain/presentation.ts';
import { openCompositions, type Compositions } from '../../core/store/compositions.ts';
import type { Delivery, DigestMail } from '../../core/store/deliveries.ts';
import type { DigestContent } from '../../core/store/digest-material.ts';
import { freshDirectory } from '../../core/store/fresh-directory.ts';
import { subscribersOf } from '../../core/store/mail-subscribers.ts';
import { openReturnAddresses } from '../../core/store/return-addresses.ts';
import { Recent } from '../../core/store/recent.ts';
import type { Store } from '../../core/store/store.ts';
import { suppressionReasons } from '../../core/store/suppressions.ts';
import { openSubscriberLinks } from '../../core/store/subscriber-links.ts';
import { openMessageIds } from '../email/headers.ts';
import { mailLanguage } from '../email/languages/languages.ts';
import { digestLetter } from '../email/letters/digest.ts';
import { preferencesUrl } from '../email/letters/subscriber.ts';
import { phrasebook } from '../email/phrasebook.ts';
import { renderHtml } from '../email/render-html.tsx';
import { renderText } from '../email/render-text.ts';
import type { Sender, WrittenOut } from '../email/transport.ts';
import { doneWithout, superseded, type Verdict } from '../email/verdict.ts';
import { formOf, standIns, type Blanks, type Form } from './form.ts';

/** Forms that are kept at once, some 20 KB each. */
const most = 2_000;

/** A digest as it leaves, or why it does not. */
export interface Composed {
  readonly delivery: Delivery<DigestMail>;
  readonly mail: (WrittenOut & { readonly messageId: string }) | Verdict;
}

export interface Editions {
  /** Writes out some digests as they have to be now: from the part of the log that was theirs when they were due, by who may have what today. */
  compose(deliveries: readonly Delivery<DigestMail>[]): Promise<Composed[]>;
}

interface Mailer {
  readonly store: Store;
  readonly from: Sender;
  readonly bounceAddress: string | null;
  readonly publicUrl: string;
}

/**
 * Composes and encodes each digest once for all who are told the same in the same words; what happened in the log meanwhile has all
 * composed anew.
 */
export function openEditions({ store, from, bounceAddress, publicUrl }: Mailer): Editions {
  const own = openOwnParts(store, from, bounceAddress);
  const { list } = openMessageIds(store.network, from.address);
  const prints: Prints = { list, from, publicUrl, byMail: bounceAddress !== null };
  let known: Known | undefined;

  async function upToDate(): Promise<Known> {
    const { rows } = await store.sql.query<{ sequence: number }>('SELECT sequence FROM log_head');
    const asOf = rows[0]?.sequence ?? 0;
    if (known?.asOf !== asOf) {
      const directory = await freshDirectory(store);
      known = { asOf, directory, compositions: openCompositions(store.sql), forms: new Recent(most) };
    }
    return known;
  }

  async function composeOne(
    now: Known,
    delivery: Delivery<DigestMail>,
    subscriber: MailSubscriber | undefined,
  ): Promise<Composed['mail']> {
    if (!subscriber) return superseded('called-off', 'The mails have ended.');
    const form = await formFor(prints, now, delivery.content, subscriber);
    if (!form) return superseded('no-longer-admitted', 'Nothing of it may be told to this address any more.');
    const { returnAddress, blanks } = own(delivery, subscriber);
    const { to, messageId } = blanks;
    return { to, messageId, message: form.filled(blanks), returnAddress };
  }

  return {
    async compose(deliveries) {
      const now = await upToDate();
      const subscribers = await subscribersOf(
        store.sql,
        deliveries.map(({ content }) => content.subscriber),
      );
      const suppressed = await suppressionReasons(
        store.sql,
        deliveries.map(({ recipient }) => recipient),
      );
      const composed: Composed[] = [];
      for (const delivery of deliveries) {
        const reason = suppressed.get(delivery.recipient);
        const subscriber = subscribers.get(delivery.content.subscriber);
        composed.push({ delivery, mail: reason ? doneWithout(reason) : await composeOne(now, delivery, subscriber) });
      }
      return composed;
    },
  };
}

type OwnParts = (
  delivery: Delivery<DigestMail>,
  subscriber: MailSubscriber,
) => { returnAddress: string; blanks: Blanks };

/** What each mail has of its own, whatever it tells. */
function openOwnParts({ network }: Store, from: Sender, bounceAddress: string | null): OwnParts {
  const ids = openMessageIds(network, from.address);
  const links = openSubscriberLinks(network);
  const returns = openReturnAddresses(network, bounceAddress);
  return (delivery, { id }) => ({
    returnAddress: returns?.({ purpose: 'bounce', id: delivery.id }) ?? from.address,
    blanks: {
      to: delivery.recipient,
      messageId: ids.of(delivery),
      preferences: links.preferences(id, delivery.now),
      unsubscribe: links.unsubscribe(id),
      unsubscribeAddress: returns?.({ purpose: 'end subscriber', id }) ?? null,
    },
  });
}

/** What was composed as of a place in the log. */
interface Known {
  readonly asOf: number;
  readonly directory: Directory;
  readonly compositions: Compositions;
  /** null: there is nothing to tell. */
  readonly forms: Recent<Promise<Form | null>>;
}

interface Prints {
  readonly list: string;
  readonly from: Sender;
  readonly publicUrl: string;
  /** They can be ended by a mail, too. */
  readonly byMail: boolean;
}

function formFor(
  prints: Prints,
  known: Known,
  content: DigestContent,
  subscriber: MailSubscriber,
): Promise<Form | null> {
  const { after, upTo, since, until, more } = content;
  const { filter, language, timeZone } = subscriber;
  const reader = mailReader(known.directory, subscriber.vouchers);
  const vouchers = reader.vouchers.map(({ organisationId, clearance }) => [organisationId, clearance]);
  const name = JSON.stringify([after, upTo, since, until, more, filter, vouchers, language, timeZone]);
  return known.forms.answer(name, () => printed(prints, known, content, subscriber, reader));
}

async function printed(
  { list, from, publicUrl, byMail }: Prints,
  { directory, compositions }: Known,
  content: DigestContent,
  { filter, language, timeZone }: MailSubscriber,
  reader: MailReader,
): Promise<Form | null> {
  const digest = await compositions.compose(content, reader, filter);
  if (!digest) return null;
  // Each takes milliseconds: what else this process has to do, an escalation above all, comes between two of them.
  await setImmediate();
  const unsubscribeUrl = `${publicUrl}/mail/unsubscribe/${standIns.unsubscribe}`;
  const letter = digestLetter(phrasebook(mailLanguage(language), timeZone), {
    digest,
    ...content,
    nameOf: ({ issuerId, access }) => (access === 'withheld' ? null : party(directory, issuerId).name),
    preferencesUrl: preferencesUrl(standIns.preferences, publicUrl),
    unsubscribeUrl,
  });
  const { to, messageId } = standIns;
  const [text, html] = [renderText(letter), renderHtml(letter)];
  const unsubscribeAddress = byMail ? standIns.unsubscribeAddress : null;
  const { subject } = letter;
  return formOf({ to, messageId, thread: null, list, subject, text, html, unsubscribeUrl, unsubscribeAddress }, from);
}
