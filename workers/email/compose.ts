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
import { acknowledgementsOf } from '../../core/store/acknowledgements.ts';
import { erased, type Delivery } from '../../core/store/deliveries.ts';
import { openUnsubscribeLinks, type SignedIds } from '../../core/store/signed-ids.ts';
import type { Store } from '../../core/store/store.ts';
import type { MessageIds } from './headers.ts';
import type { OutgoingMail } from './transport.ts';
import { failed, type Verdict } from './verdict.ts';

/** Looks once more whether a mail is wanted, and writes it as it has to be now; or says why it is not sent. */
export async function compose(
  { store, ids, answerLinks, publicUrl }: { store: Store; ids: MessageIds; answerLinks: SignedIds; publicUrl: string },
  delivery: Delivery,
): Promise<OutgoingMail | Verdict> {
  if (delivery.recipient.startsWith(erased)) return failed('recipient-gone', 'The recipient was erased.');
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
  };
}

/** `unsubscribeUrl`: where one click ends such mails. */
type Composed = Letter & { readonly unsubscribeUrl?: string | null };

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
      const { own } = delivery.content;
      const links = openUnsubscribeLinks(store.network);
      const unsubscribeUrl = own
        ? `${publicUrl}/mail/unsubscribe/member/${links.tokenOf(delivery.memberId ?? '')}`
        : null;
      return { ...warningLetter(mail, delivery.content, { publicUrl, unsubscribeUrl }), unsubscribeUrl };
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
