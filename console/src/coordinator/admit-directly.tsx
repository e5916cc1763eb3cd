import { useState } from 'react';
import { organisationAdmission } from '../../../core/contract/application.ts';
import { Form } from '../forms/form.tsx';
import { PlaceFields } from '../forms/place-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { StandingFields, standingBody, standingOf } from './standing-fields.tsx';

type Kind = 'cso' | 'platform' | 'observer';

/** Admits an organisation that did not apply. */
export function AdmitDirectly({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [draft, setDraft] = useState({
    name: '',
    kind: 'cso' as Kind,
    countries: [] as string[],
    languages: [] as string[],
    owner: '',
  });
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const [standing, setStanding] = useState(standingOf('TLP:AMBER', true, null));
  const sending = useSending({
    schema: organisationAdmission,
    stale: [administration.organisations],
    send: (body, idempotencyKey) => call('admitOrganisation', { body, idempotencyKey }),
    onDone: onClose,
  });
  const submit = (): void => sending.submit({ ...draft, owner: draft.owner.trim(), ...standingBody(standing) });
  return (
    <Form sending={sending} submit={t('organisations.admitIt')} onSubmit={submit} onCancel={onClose}>
      <TextField
        pointer="/name"
        label={t('organisations.name')}
        required
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <KindField value={draft.kind} onChange={(kind) => change({ kind })} />
      <TextField
        pointer="/owner"
        label={t('organisations.owner')}
        hint={t('organisations.ownerHint')}
        type="email"
        autoComplete="off"
        required
        value={draft.owner}
        onChange={(owner) => change({ owner })}
      />
      <PlaceFields value={draft} onChange={change} />
      <StandingFields standing={standing} onChange={setStanding} />
    </Form>
  );
}

function KindField({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const { t } = useWords();
  return (
    <SelectField
      pointer="/kind"
      label={t('about.kind')}
      hint={t(`codes.kind.${value}.definition`)}
      value={value}
      onChange={onChange}
      choices={(['cso', 'platform', 'observer'] as const).map((kind) => ({
        value: kind,
        label: t(`codes.kind.${kind}.label`),
      }))}
    />
  );
}
