import { useState } from 'react';
import { passkeyPatch, type Passkey } from '../../../core/contract/factor.ts';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { Moment } from '../marks/moment.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { RemoveButton } from './remove-button.tsx';
import styles from './account.module.css';

interface Props {
  passkey: Passkey;
  onChanged: () => void;
}

/** One of one's passkeys: what it is called, and when it was shown. */
export function OwnPasskey({ passkey, onChanged }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <li>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        {t('account.added')} <Moment at={createdAt} /> ·{' '}
        {lastUsedAt === null ? (
          t('account.never')
        ) : (
          <>
            {t('account.lastUsed')} <Moment at={lastUsedAt} />
          </>
        )}
      </span>
      <div className={styles.row}>
        <Opener label={t('account.rename')} of={name}>
          {(close) => <Renaming passkey={passkey} onChanged={onChanged} onClose={close} />}
        </Opener>
        <RemoveButton
          label={t('account.removePasskey', { name })}
          remove={() => call('removePasskey', { path: { id } })}
          onRemoved={onChanged}
        />
      </div>
    </li>
  );
}

function Renaming({ passkey: { id, name: before }, onChanged, onClose }: Props & { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [name, setName] = useState(before);
  const sending = useSending({
    schema: passkeyPatch,
    send: (body) => call('renamePasskey', { path: { id }, body }),
    onDone: () => {
      onClose();
      onChanged();
    },
  });
  return (
    <Form
      sending={sending}
      submit={t('account.save')}
      onSubmit={() => sending.submit({ name: name.trim() })}
      onCancel={onClose}
    >
      <TextField
        pointer="/name"
        label={t('account.passkeyName')}
        hint={t('account.renameHint')}
        required
        value={name}
        onChange={setName}
      />
    </Form>
  );
}
