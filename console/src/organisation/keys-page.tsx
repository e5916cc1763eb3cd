import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { IssuedKey, Key } from '../../../core/contract/key.ts';
import { Opener } from '../forms/opener.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { apiKeysQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { useShowOnce } from '../secrets/use-show-once.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { KeyItem } from './key-item.tsx';
import { MakeKey } from './make-key.tsx';
import styles from '../forms/forms.module.css';

/** The organisation's API keys: those that work, and, folded, those that ended. */
export function KeysPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(apiKeysQuery(call));
  const { onIssued, isTokenGone } = useIssuing();
  const keys = found.data ?? [];
  const ended = keys.filter(isOver);
  return (
    <SectionPage of="organisation" title={t('apiKeys.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>{t('apiKeys.lead')}</p>
        {isTokenGone && <p role="alert">{t('apiKeys.tokenGone')}</p>}
        {may(me, 'addKey') && (
          <Opener label={t('apiKeys.make')} main>
            {(close) => (
              <MakeKey
                onClose={close}
                onMade={(made) => {
                  close();
                  onIssued(made);
                }}
              />
            )}
          </Opener>
        )}
        <Unread of={found} />
        {found.data?.length === 0 && <p>{t('apiKeys.none')}</p>}
        <KeyList keys={keys.filter((key) => !isOver(key))} label={t('apiKeys.title')} onIssued={onIssued} />
        {ended.length > 0 && (
          <details>
            <summary>{t('apiKeys.ended', { count: ended.length })}</summary>
            <KeyList keys={ended} label={t('apiKeys.endedList')} onIssued={onIssued} />
          </details>
        )}
      </div>
    </SectionPage>
  );
}

/** Shows the token of a key that was made until it is kept; one that was made before, unnoticed, has none to show. */
function useIssuing() {
  const { t } = useWords();
  const showOnce = useShowOnce();
  const [isTokenGone, setTokenGone] = useState(false);
  const onIssued = ({ key: { name, prefix }, token }: IssuedKey): void => {
    setTokenGone(token === null);
    if (token === null) return;
    const title = t('apiKeys.tokenOf', { name });
    void showOnce({ title, what: t('apiKeys.tokenOnce'), lines: [token], file: `tocsin-key-${prefix}.txt` });
  };
  return { onIssued, isTokenGone };
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
