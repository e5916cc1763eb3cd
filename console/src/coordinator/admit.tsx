import { useState } from 'react';
import { admission, type Application } from '../../../core/contract/application.ts';
import { Form } from '../forms/form.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { StandingFields, standingBody, standingOf } from './standing-fields.tsx';

/** Lets an applicant in, with the clearance and limits that the coordinator gives. */
export function Admit({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [name, setName] = useState(application.organisation);
  const [standing, setStanding] = useState(standingOf('TLP:AMBER', true, null));
  const sending = useSending({
    schema: admission,
    stale: [administration.applications, administration.organisations],
    send: (body) => call('admit', { path: { id: application.id }, body }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('applications.admitIt')}
      onSubmit={() => sending.submit({ name, ...standingBody(standing) })}
      onCancel={onClose}
    >
      <p>{t('applications.admitMeans', { contact: application.contact.name })}</p>
      <TextField pointer="/name" label={t('organisations.name')} required value={name} onChange={setName} />
      <StandingFields standing={standing} onChange={setStanding} />
    </Form>
  );
}
