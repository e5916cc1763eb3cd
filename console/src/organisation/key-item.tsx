import { useState } from 'react';
import { keyPatch, keyRotation, type IssuedKey, type Key } from '../../../core/contract/key.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { CodeList } from '../marks/code-list.tsx';
import { Ago, Due, Moment } from '../marks/moment.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { linesOf } from './lines.ts';
import { TeamNames } from './team-names.tsx';
import styles from '../forms/forms.module.css';

interface Props {
  item: Key;
  onIssued: (issued: IssuedKey) => void;
}

/** One key, what it may do, and what may be done about it. */
export function KeyItem({ item, onIssued }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const over = item.state === 'revoked' || item.state === 'expired';
  return (
    <li className={styles.item} data-key={item.id}>
      <div className={styles.head}>
        <h2>
          <bdi>{item.name}</bdi>
        </h2>
        <code>{item.prefix}…</code>
        <span className={styles.state} data-attention={item.state === 'expiring' || undefined}>
          {t(`codes.keyState.${item.state}.label`)}
        </span>
        {me.as.type === 'key' && me.as.id === item.id && <span className={styles.state}>{t('apiKeys.yours')}</span>}
      </div>
      <CodeList
        label={t('apiKeys.scopes')}
        codes={item.scopes.map((key) => ({
          key,
          label: t(`codes.scope.${key}.label`),
          definition: t(`codes.scope.${key}.definition`),
        }))}
      />
      <KeyFacts item={item} />
      {!over && <KeyActions item={item} onIssued={onIssued} />}
    </li>
  );
}

function KeyActions({ item, onIssued }: Props) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  return (
    <div className={styles.actions}>
      {may(me, 'changeKey') && (
        <Opener label={t('apiKeys.narrow')} of={item.name}>
          {(close) => <Networks item={item} onClose={close} />}
        </Opener>
      )}
      {may(me, 'rotateKey') && item.replacedBy === null && (
        <Opener label={t('apiKeys.rotate')} of={item.name}>
          {(close) => (
            <Rotation
              item={item}
              onClose={close}
              onIssued={(issued) => {
                close();
                onIssued(issued);
              }}
            />
          )}
        </Opener>
      )}
      {may(me, 'revokeKey') && (
        <Confirm
          label={t('apiKeys.revoke')}
          of={item.name}
          means={t('apiKeys.revokeMeans')}
          action={t('apiKeys.revokeIt')}
          stale={[administration.apiKeys]}
          send={() => call('revokeKey', { path: { id: item.id } })}
        />
      )}
    </div>
  );
}

function KeyFacts({ item }: { item: Key }) {
  const { t } = useWords();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('apiKeys.lastUsed')}</dt>
        <dd>{item.lastUsedAt === null ? t('apiKeys.neverUsed') : <Ago at={item.lastUsedAt} />}</dd>
      </div>
      <div>
        <dt>{t('apiKeys.expires')}</dt>
        <dd>
          {item.revokedAt !== null && <Moment at={item.revokedAt} />}
          {item.revokedAt === null && (item.expiresAt === null ? t('apiKeys.span.never') : <Due at={item.expiresAt} />)}
        </dd>
      </div>
      <div>
        <dt>{t('apiKeys.networks')}</dt>
        <dd>{item.networks.length === 0 ? t('apiKeys.anywhere') : item.networks.join(', ')}</dd>
      </div>
      {item.teams.length > 0 && (
        <div>
          <dt>{t('people.teams')}</dt>
          <dd>
            <TeamNames ids={item.teams} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('apiKeys.made')}</dt>
        <dd>
          <Ago at={item.createdAt} /> {item.createdBy && <bdi>{item.createdBy.name}</bdi>}
        </dd>
      </div>
    </dl>
  );
}

function Networks({ item, onClose }: { item: Key; onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [text, setText] = useState(item.networks.join('\n'));
  const sending = useSending({
    schema: keyPatch,
    stale: [administration.apiKeys],
    send: (body) => call('changeKey', { path: { id: item.id }, body }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('administration.save')}
      onSubmit={() => sending.submit({ networks: linesOf(text) })}
      onCancel={onClose}
    >
      <TextField
        pointer="/networks"
        label={t('apiKeys.networks')}
        hint={t('apiKeys.networksHint')}
        rows={3}
        value={text}
        onChange={setText}
      />
    </Form>
  );
}

const overlaps = ['0', '3600', '86400', '604800'] as const;

function Rotation({ item, onIssued, onClose }: Props & { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>('86400');
  const sending = useSending({
    schema: keyRotation,
    stale: [administration.apiKeys],
    send: (body, idempotencyKey) => call('rotateKey', { path: { id: item.id }, body, idempotencyKey }),
    onDone: onIssued,
  });
  return (
    <Form
      sending={sending}
      submit={t('apiKeys.rotateIt')}
      onSubmit={() => sending.submit({ overlap: Number(overlap) })}
      onCancel={onClose}
    >
      <p>{t('apiKeys.rotateMeans')}</p>
      <SelectField
        pointer="/overlap"
        label={t('apiKeys.overlap')}
        value={overlap}
        onChange={setOverlap}
        choices={overlaps.map((value) => ({ value, label: t(`apiKeys.overlapFor.${value}`) }))}
      />
    </Form>
  );
}
