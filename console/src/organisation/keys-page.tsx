import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IssuedKey, Key } from '../../../core/contract/key.ts';
import { Opener } from '../forms/opener.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { apiKeysQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { KeyItem } from './key-item.tsx';
import { MakeKey } from './make-key.tsx';
import { NewToken } from './new-token.tsx';
import styles from '../forms/forms.module.css';

/** The organisation's API keys: those that work, and, folded, those that ended. */
export function KeysPage() {
  const { t } = useTranslation();
  const { me, call } = useSignedIn();
  const found = useQuery(apiKeysQuery(call));
  const [issued, setIssued] = useState<IssuedKey>();
  const keys = found.data ?? [];
  const ended = keys.filter(isOver);
  return (
    <SectionPage of="organisation" title={t('apiKeys.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>{t('apiKeys.lead')}</p>
        {issued && <NewToken issued={issued} onKept={() => setIssued(undefined)} />}
        {may(me, 'addKey') && !issued && (
          <Opener label={t('apiKeys.make')} main>
            {(close) => (
              <MakeKey
                onClose={close}
                onMade={(made) => {
                  close();
                  setIssued(made);
                }}
              />
            )}
          </Opener>
        )}
        <Unread of={found} />
        {found.data?.length === 0 && <p>{t('apiKeys.none')}</p>}
        <KeyList keys={keys.filter((key) => !isOver(key))} label={t('apiKeys.title')} onIssued={setIssued} />
        {ended.length > 0 && (
          <details>
            <summary>{t('apiKeys.ended', { count: ended.length })}</summary>
            <KeyList keys={ended} label={t('apiKeys.endedList')} onIssued={setIssued} />
          </details>
        )}
      </div>
    </SectionPage>
  );
}

function isOver({ state }: Key): boolean {
  return state === 'revoked' || state === 'expired';
}

function KeyList({ keys, label, onIssued }: { keys: Key[]; label: string; onIssued: (issued: IssuedKey) => void }) {
  if (keys.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {keys.map((key) => (
        <KeyItem key={key.id} item={key} onIssued={onIssued} />
      ))}
    </ul>
  );
}
