import { useState } from 'react';
import { domainRequest, type Domain } from '../../../core/contract/single-sign-on.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Copied } from '../forms/copied.tsx';
import { Facts } from '../forms/facts.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { useAction } from '../live/command.ts';
import { Moment } from '../marks/moment.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';

const stale = [administration.domains];

/** The domains that an organisation has proven, or is about to. */
export function Domains({ domains }: { domains: readonly Domain[] }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  return (
    <>
      <h2>{t('domains.title')}</h2>
      {domains.length === 0 && <p>{t('domains.none')}</p>}
      <ul className={styles.list} aria-label={t('domains.title')}>
        {domains.map((domain) => (
          <DomainItem key={domain.id} domain={domain} />
        ))}
      </ul>
      {may(me, 'addDomain') && (
        <Opener label={t('domains.add')} heading="h3">
          {(close) => <AddDomain onClose={close} />}
        </Opener>
      )}
    </>
  );
}

function DomainItem({ domain }: { domain: Domain }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { id, name, record, verifiedAt } = domain;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <span className={styles.state} data-attention={verifiedAt === null || undefined}>
          {t(verifiedAt === null ? 'domains.unproven' : 'domains.proven')}
        </span>
      </div>
      {verifiedAt === null ? (
        <>
          <p>{t('domains.setRecord')}</p>
          <Facts
            of={[
              [t('domains.recordType'), 'TXT'],
              [t('domains.recordName'), <Copied key="name" text={record.name} of={t('domains.recordName')} />],
              [t('domains.recordValue'), <Copied key="value" text={record.value} of={t('domains.recordValue')} />],
            ]}
          />
        </>
      ) : (
        <Facts of={[[t('domains.since'), <Moment key="since" at={verifiedAt} />]]} />
      )}
      <div className={styles.actions}>
        {verifiedAt === null && may(me, 'verifyDomain') && <LookUp domain={domain} />}
        {may(me, 'removeDomain') && (
          <Confirm
            label={t('domains.remove')}
            of={name}
            means={t(verifiedAt === null ? 'domains.removeUnproven' : 'domains.removeMeans', { name })}
            action={t('domains.removeIt')}
            stale={stale}
            send={() => call('removeDomain', { path: { id } })}
          />
        )}
      </div>
    </li>
  );
}

/** Has the network look for the record now; what it finds stands beside the button. */
function LookUp({ domain: { id, name } }: { domain: Domain }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const lookUp = useAction(
    stale,
    () => call('verifyDomain', { path: { id } }),
    () => {},
  );
  return (
    <>
      <SendButton
        size="sm"
        loading={lookUp.isPending}
        aria-label={`${t('domains.lookUp')}: ${name}`}
        onClick={() => lookUp.mutate(undefined)}
      >
        {t('domains.lookUp')}
      </SendButton>
      <Problem error={lookUp.error} />
    </>
  );
}

function AddDomain({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [name, setName] = useState('');
  const sending = useSending({
    schema: domainRequest,
    stale,
    send: (body, idempotencyKey) => call('addDomain', { body, idempotencyKey }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('domains.addIt')}
      names={{ '/name': t('domains.name') }}
      onSubmit={() => sending.submit({ name: name.trim() })}
      onCancel={onClose}
    >
      <TextField
        pointer="/name"
        label={t('domains.name')}
        hint={t('domains.nameHint')}
        required
        autoComplete="off"
        value={name}
        onChange={setName}
      />
    </Form>
  );
}
