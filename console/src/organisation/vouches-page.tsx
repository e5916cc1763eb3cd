import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { vouchRequest, type Vouch } from '../../../core/contract/mail-subscriber.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { administration, vouchesQuery } from '../live/administration-queries.ts';
import { Moment } from '../marks/moment.tsx';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';

/** Addresses that the organisation vouches for. */
export function VouchesPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(vouchesQuery(call));
  const vouches = found.data ?? [];
  return (
    <SectionPage of="organisation" title={t('vouches.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>
          {t('vouches.lead')} <a href="/mail">{t('vouches.page')}</a>
        </p>
        {may(me, 'addVouch') && (
          <Opener label={t('vouches.add')} main>
            {(close) => <AddVouch onClose={close} />}
          </Opener>
        )}
        <Unread of={found} />
        {found.data && vouches.length === 0 && <p>{t('vouches.none')}</p>}
        <ul className={styles.list}>
          {vouches.map((vouch) => (
            <VouchItem key={vouch.id} vouch={vouch} />
          ))}
        </ul>
      </div>
    </SectionPage>
  );
}

function VouchItem({ vouch: { id, address, createdAt } }: { vouch: Vouch }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2>
          <bdi>{address}</bdi>
        </h2>
        <span className={styles.muted}>
          {t('vouches.since')} <Moment at={createdAt} />
        </span>
      </div>
      {may(me, 'withdrawVouch') && (
        <div className={styles.actions}>
          <Confirm
            label={t('vouches.withdraw')}
            of={address}
            means={t('vouches.withdrawMeans')}
            action={t('vouches.withdrawIt')}
            stale={[administration.vouches]}
            send={() => call('withdrawVouch', { path: { id } })}
          />
        </div>
      )}
    </li>
  );
}

function AddVouch({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [address, setAddress] = useState('');
  const sending = useSending({
    schema: vouchRequest,
    stale: [administration.vouches],
    send: (body, idempotencyKey) => call('addVouch', { body, idempotencyKey }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('vouches.addIt')}
      onSubmit={() => sending.submit({ address: address.trim() === '' ? undefined : address.trim() })}
      onCancel={onClose}
    >
      <TextField
        pointer="/address"
        label={t('vouches.address')}
        type="email"
        autoComplete="off"
        required
        value={address}
        onChange={setAddress}
      />
    </Form>
  );
}
