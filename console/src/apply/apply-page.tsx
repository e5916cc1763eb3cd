import { useState } from 'react';
import { applicationRequest } from '../../../core/contract/application.ts';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { useFocusOnArrival } from '../marks/focus.ts';
import { openNetwork } from '../network.ts';
import { applicationBody, emptyApplication, type ApplyDraft } from './apply-draft.ts';
import { ContactFields, ReachFields, WhoFields } from './apply-fields.tsx';
import { Outside } from './outside.tsx';

/** How an organisation asks to join. */
export function ApplyPage() {
  const { t } = useWords();
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined) return <Sent to={sentTo} />;
  return (
    <Outside title={t('apply.title')} lead={t('apply.lead')}>
      <ApplyForm onSent={setSentTo} />
    </Outside>
  );
}

function Sent({ to }: { to: string }) {
  const { t } = useWords();
  return (
    <Outside title={t('apply.done')}>
      <SentTo to={to} />
    </Outside>
  );
}

function SentTo({ to }: { to: string }) {
  const { t } = useWords();
  const said = useFocusOnArrival<HTMLParagraphElement>();
  return (
    <p ref={said} tabIndex={-1}>
      {t('apply.doneMeans', { address: to })}
    </p>
  );
}

function ApplyForm({ onSent }: { onSent: (address: string) => void }) {
  const { t, language } = useWords();
  const [draft, setDraft] = useState(emptyApplication);
  const change = (part: Partial<ApplyDraft>): void => setDraft({ ...draft, ...part });
  const sending = useSending({
    schema: applicationRequest,
    send: (body, idempotencyKey) => openNetwork().call('apply', { body, idempotencyKey }),
    onDone: () => onSent(draft.address.trim()),
  });
  return (
    <Form
      sending={sending}
      submit={t('apply.submit')}
      names={{
        '/languages': t('apply.languages'),
        '/contact/name': t('apply.contactName'),
        '/contact/address': t('apply.address'),
        '/trustedFlagger/by': t('apply.flaggerBy'),
      }}
      onSubmit={() => sending.submit(applicationBody(draft, language))}
    >
      <h2>{t('apply.who')}</h2>
      <WhoFields draft={draft} change={change} />
      <h2>{t('apply.what')}</h2>
      <ReachFields draft={draft} change={change} />
      <h2>{t('apply.reach')}</h2>
      <ContactFields draft={draft} change={change} />
    </Form>
  );
}
