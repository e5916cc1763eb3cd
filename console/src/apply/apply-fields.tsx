import { Checkbox } from '@mantine/core';
import { grounds, type Ground } from '../../../core/contract/vocabularies.ts';
import { PlaceFields } from '../forms/place-fields.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useWords } from '../languages/words.tsx';
import { ChoiceCards } from '../raise/choice-cards.tsx';
import { Pills } from '../raise/pills.tsx';
import type { ApplyDraft } from './apply-draft.ts';

interface Props {
  draft: ApplyDraft;
  change: (part: Partial<ApplyDraft>) => void;
}

export function WhoFields({ draft, change }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextField
        pointer="/organisation"
        label={t('apply.organisation')}
        autoComplete="organization"
        required
        value={draft.organisation}
        onChange={(organisation) => change({ organisation })}
      />
      <ChoiceCards
        pointer="/kind"
        label={t('apply.kind')}
        value={draft.kind}
        onChange={(kind) => change({ kind: kind as ApplyDraft['kind'] })}
        choices={(['cso', 'platform', 'observer'] as const).map((value) => ({
          value,
          label: t(`codes.kind.${value}.label`),
          definition: t(`codes.kind.${value}.definition`),
        }))}
      />
      <TextField
        pointer="/legalForm"
        label={t('apply.legalForm')}
        hint={t('apply.legalFormHint')}
        required
        value={draft.legalForm}
        onChange={(legalForm) => change({ legalForm })}
      />
      <TextField
        pointer="/registration"
        label={t('apply.registration')}
        value={draft.registration}
        onChange={(registration) => change({ registration })}
      />
      <TextField
        pointer="/website"
        label={t('apply.website')}
        type="url"
        autoComplete="url"
        value={draft.website}
        onChange={(website) => change({ website })}
      />
    </>
  );
}

export function ReachFields({ draft, change }: Props) {
  const { t } = useWords();
  return (
    <>
      <PlaceFields value={draft} onChange={change} required />
      <Pills
        pointer="/grounds"
        label={t('apply.grounds')}
        value={draft.grounds}
        onChange={(chosen) => change({ grounds: chosen })}
        choices={(Object.keys(grounds) as Ground[]).map((value) => ({
          value,
          label: t(`codes.grounds.${value}.label`),
          definition: t(`codes.grounds.${value}.definition`),
        }))}
      />
      <Checkbox
        label={t('apply.flagger')}
        checked={draft.isFlagger}
        onChange={({ currentTarget }) => change({ isFlagger: currentTarget.checked })}
      />
      {draft.isFlagger && (
        <>
          <TextField
            pointer="/trustedFlagger/by"
            label={t('apply.flaggerBy')}
            required
            value={draft.flaggerBy}
            onChange={(flaggerBy) => change({ flaggerBy })}
          />
          <TextField
            pointer="/trustedFlagger/number"
            label={t('apply.flaggerNumber')}
            value={draft.flaggerNumber}
            onChange={(flaggerNumber) => change({ flaggerNumber })}
          />
        </>
      )}
      <TextField
        pointer="/purpose"
        label={t('apply.purpose')}
        hint={t('apply.purposeHint')}
        required
        rows={5}
        value={draft.purpose}
        onChange={(purpose) => change({ purpose })}
      />
    </>
  );
}

export function ContactFields({ draft, change }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextField
        pointer="/contact/name"
        label={t('apply.contactName')}
        autoComplete="name"
        required
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        pointer="/contact/address"
        label={t('apply.address')}
        hint={t('apply.addressHint')}
        type="email"
        autoComplete="email"
        required
        value={draft.address}
        onChange={(address) => change({ address })}
      />
    </>
  );
}
