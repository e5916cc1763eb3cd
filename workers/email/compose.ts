import { accountLetter, isAccountMail } from './account.ts';
import type { Letter } from './letter.ts';
import { escalationLetter, missedLetter, unreachedLetter } from './letters/escalation.ts';
import { firstAnswerLetter, outcomesLetter } from './letters/issuer.ts';
import { standDownLetter } from './letters/stand-down.ts';
import { warningLetter } from './letters/warning.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';
import { stillWanted, type WantedMail } from './wanted.ts';
import type { Acknowledgement } from '../../core/domain/acknowledgement.ts';
import { mayAnswerByLink } from '../../core/domain/answer-link.ts';
import { canDoWithout } from '../../core/domain/suppression.ts';
import { acknowledgementsOf } from '../../core/store/acknowledgements.ts';
import { erased, type Delivery } from '../../core/store/deliveries.ts';
import type { Returned, ReturnAddresses } from '../../core/store/return-addresses.ts';
import { openUnsubscribeLinks, type SignedIds } from '../../core/store/signed-ids.ts';
import type { Store } from '../../core/store/store.ts';
import { suppressionReasons } from '../../core/store/suppressions.ts';
import type { MessageIds } from './headers.ts';
import type { OutgoingMail } from './transport.ts';
import { doneWithout, failed, type Verdict } from './verdict.ts';

interface Composer {
  readonly store: Store;
  readonly ids: MessageIds;
  readonly answerLinks: SignedIds;
  /** null: what comes back, comes back to the sender's address. */
  readonly returns: ReturnAddresses | null;
  readonly publicUrl: string;
  readonly from: { readonly address: string };
}

/** Looks once more whether a mail is wanted, and writes it as it has to be now; or says why it is not sent. */
export async function compose(
  { store, ids, answerLinks, returns, publicUrl, from }: Composer,
  delivery: Delivery,
): Promise<OutgoingMail | Verdict> {
  if (delivery.recipient.startsWith(erased)) return failed('recipient-gone', 'The recipient was erased.');
  const reason = (await suppressionReasons(store.sql, [delivery.recipient])).get(delivery.recipient);
  if (reason && canDoWithout(delivery.kind, reason)) return doneWithout(reason);
  const letter = await letterFor({ store, answerLinks, publicUrl }, delivery);
  if ('outcome' in letter) return letter;
  return {
    to: delivery.recipient,
    messageId: ids.of(delivery),
    thread: delivery.warningId === null ? null : ids.thread(delivery.warningId, delivery.recipient),
    // Escalations, and what is about somebody's account, are meant for one person: filters for lists may not catch them.
    list: delivery.kind === 'warning' ? ids.list : null,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
    unsubscribeUrl: letter.unsubscribeUrl ?? null,
    unsubscribeAddress: (letter.ends && returns?.(letter.ends)) ?? null,
    returnAddress: returns?.({ purpose: 'bounce', id: delivery.id }) ?? from.address,
  };
}

/** Where one click ends such mails, and what a mail has to name that does the same. */
type Composed = Letter & { readonly unsubscribeUrl?: string | null; readonly ends?: Returned | null };

async function letterFor(
  { store, answerLinks, publicUrl }: { store: Store; answerLinks: SignedIds; publicUrl: string },
  delivery: Delivery,
): Promise<Composed | Verdict> {
  if (isAccountMail(delivery)) return accountLetter(store, delivery, publicUrl);
  const mail = await stillWanted(store, delivery);
  if ('outcome' in mail) return mail;
  switch (delivery.kind) {
    case 'escalation': {
      // The token stands behind the `#`, which no browser sends to any server.
      const answerUrl = mayAnswer(mail) ? `${publicUrl}/answer#token=${answerLinks.tokenOf(delivery.id)}` : null;
      return escalationLetter(mail, delivery.content, { publicUrl, answerUrl });
    }
    case 'unreached':
      return unreachedLetter(mail, delivery.content, publicUrl);
    case 'missed':
      return missedLetter(mail, delivery.content, publicUrl);
    case 'stand-down':
      return standDownLetter(mail, delivery.content.reason, publicUrl);
    case 'first-answer':
      return firstAnswerLetter(mail, await answersTo(store, delivery), publicUrl);
    case 'outcomes':
      return outcomesLetter(mail, await answersTo(store, delivery), publicUrl);
    default: {
      const id = delivery.content.own ? delivery.memberId : null;
      const links = openUnsubscribeLinks(store.network);
      const unsubscribeUrl = id && `${publicUrl}/mail/unsubscribe/member/${links.tokenOf(id)}`;
      const letter = warningLetter(mail, delivery.content, { publicUrl, unsubscribeUrl });
      return { ...letter, unsubscribeUrl, ends: id === null ? null : { purpose: 'end own mail', id } };
    }
  }
}

/** What is marked TLP:RED is answered by those who have signed in. */
function mayAnswer({ directory, warning: { history, snapshot }, delivery }: WantedMail): boolean {
  return snapshot.content.tlp !== 'TLP:RED' && mayAnswerByLink(directory, history, delivery);
}

async function answersTo({ sql }: Store, { warningId }: Delivery): Promise<Acknowledgement[]> {
  const standing = await acknowledgementsOf(sql, warningId === null ? [] : [warningId]);
  return standing.map(({ acknowledgement }) => acknowledgement);
}
