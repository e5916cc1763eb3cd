import { useState } from 'react';
import { mailSubscriberRequest } from '../../../core/contract/mail-subscriber.ts';
import { Outside } from '../apply/outside.tsx';
import { Form } from '../forms/form.tsx';
import { TextField } from '../forms/text-field.tsx';
import { ownTimeZone } from '../forms/time-zone-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { useFocusOnArrival } from '../marks/focus.ts';
import { openNetwork } from '../network.ts';
import { proposedDraft, wishesOf, type MailDraft } from './mail-draft.ts';
import { MailFields } from './mail-fields.tsx';

/** Where anybody asks for warnings by mail. */
export function MailPage() {
  const { t } = useWords();
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined) {
    return (
      <Outside title={t('mail.done')}>
        <SentTo to={sentTo} />
      </Outside>
    );
  }
  return (
    <Outside title={t('mail.title')} lead={t('mail.lead')}>
      <AskForm onSent={setSentTo} />
    </Outside>
  );
}

/** The same whether the address is known or not. */
function SentTo({ to }: { to: string }) {
  const { t } = useWords();
  const said = useFocusOnArrival<HTMLParagraphElement>();
  return (
    <>
      <p ref={said} tabIndex={-1}>
        {t('mail.doneMeans', { address: to })}
      </p>
      <p>{t('mail.again')}</p>
    </>
  );
}

function AskForm({ onSent }: { onSent: (address: string) => void }) {
  const { t } = useWords();
  const [address, setAddress] = useState('');
  const [draft, setDraft] = useState(() => proposedDraft(ownTimeZone(), navigator.languages));
  const sending = useSending({
    schema: mailSubscriberRequest,
    send: (body) => openNetwork().call('subscribeByMail', { body }),
    onDone: () => onSent(address.trim()),
  });
  const submit = (): void => {
    sending.submit({ address: address.trim() === '' ? undefined : address.trim(), ...wishesOf(draft) });
  };
  return (
    <Form sending={sending} submit={t('mail.submit')} onSubmit={submit}>
      <TextField
        pointer="/address"
        label={t('mail.address')}
        hint={t('mail.addressHint')}
        type="email"
        autoComplete="email"
        required
        value={address}
        onChange={setAddress}
      />
      <MailFields draft={draft} change={(part: Partial<MailDraft>) => setDraft({ ...draft, ...part })} />
    </Form>
  );
}
