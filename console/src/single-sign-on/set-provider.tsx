import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { singleSignOnRequest, type SingleSignOn } from '../../../core/contract/single-sign-on.ts';
import { Copied } from '../forms/copied.tsx';
import { Form } from '../forms/form.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';

interface Props {
  kept: SingleSignOn['provider'];
  redirectUri: string;
  onClose: () => void;
}

/** Which provider, as whom, and whether it is the only way in. The network asks it who it is before anything is kept. */
export function SetProvider({ kept, redirectUri, onClose }: Props) {
  const { t } = useWords();
  const setting = useSetting(kept, onClose);
  const { draft, change, sending, submit } = setting;
  return (
    <Form
      sending={sending}
      submit={t('singleSignOn.setIt')}
      names={{
        '/issuer': t('singleSignOn.issuer'),
        '/clientId': t('singleSignOn.clientId'),
        '/clientSecret': t('singleSignOn.clientSecret'),
      }}
      onSubmit={submit}
      onCancel={onClose}
    >
      <p>{t('singleSignOn.register')}</p>
      <Copied text={redirectUri} of={t('singleSignOn.redirectUri')} />
      <ClientFields setting={setting} />
      <Checkbox
        label={t('singleSignOn.enforce')}
        description={t('singleSignOn.enforceMeans')}
        checked={draft.enforced}
        onChange={({ currentTarget }) => change({ enforced: currentTarget.checked })}
      />
    </Form>
  );
}

function ClientFields({ setting: { draft, change, isSame } }: { setting: ReturnType<typeof useSetting> }) {
  const { t } = useWords();
  return (
    <>
      <TextField
        pointer="/issuer"
        label={t('singleSignOn.issuer')}
        hint={t('singleSignOn.issuerHint')}
        type="url"
        required
        value={draft.issuer}
        onChange={(issuer) => change({ issuer })}
      />
      <TextField
        pointer="/clientId"
        label={t('singleSignOn.clientId')}
        required
        autoComplete="off"
        value={draft.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <TextField
        pointer="/clientSecret"
        label={t('singleSignOn.clientSecret')}
        hint={t(isSame ? 'singleSignOn.secretKept' : 'singleSignOn.secretHint')}
        type="password"
        autoComplete="off"
        required={!isSame}
        value={draft.clientSecret}
        onChange={(clientSecret) => change({ clientSecret })}
      />
    </>
  );
}

function useSetting(kept: Props['kept'], onClose: () => void) {
  const { call } = useSignedIn();
  const [draft, setDraft] = useState({
    issuer: kept?.issuer ?? '',
    clientId: kept?.clientId ?? '',
    clientSecret: '',
    enforced: kept?.enforced ?? false,
  });
  const sending = useSending({
    schema: singleSignOnRequest,
    stale: [administration.singleSignOn],
    send: (body) => call('setSingleSignOn', { body }),
    onDone: onClose,
  });
  const issuer = draft.issuer.trim();
  const clientId = draft.clientId.trim();
  // A kept secret is sent to no other issuer, and as no other client.
  const isSame = kept?.issuer === issuer && kept.clientId === clientId;
  const submit = (): void => {
    const clientSecret = draft.clientSecret === '' && isSame ? {} : { clientSecret: draft.clientSecret };
    sending.submit({ issuer, clientId, enforced: draft.enforced, ...clientSecret });
  };
  return { draft, change: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }), sending, submit, isSame };
}
