import { useState } from 'react';
import { memberOrganisationPatch, type MemberOrganisation } from '../../../core/contract/application.ts';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { StandingFields, standingBody, standingOf } from './standing-fields.tsx';

interface Props {
  organisation: MemberOrganisation;
  onClose: () => void;
}

/** Clearance, listing and limits. */
export function ChangeStanding({ organisation, onClose }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { id, clearance, listed, raiseLimits } = organisation;
  const [standing, setStanding] = useState(standingOf(clearance, listed, raiseLimits));
  const sending = useSending({
    schema: memberOrganisationPatch,
    stale: [administration.organisations],
    send: (body) => call('changeOrganisation', { path: { id }, body }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('administration.save')}
      onSubmit={() => sending.submit(standingBody(standing))}
      onCancel={onClose}
    >
      <StandingFields standing={standing} onChange={setStanding} />
    </Form>
  );
}
