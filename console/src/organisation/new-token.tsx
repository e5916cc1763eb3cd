import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssuedKey } from '../../../core/contract/key.ts';
import { useFocusOnArrival } from '../marks/focus.ts';
import styles from '../forms/forms.module.css';

interface Props {
  issued: IssuedKey;
  onKept: () => void;
}

/** The token of a new key, this once, until somebody says that it is kept. */
export function NewToken({ issued: { key, token }, onKept }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <section className={styles.attention} aria-labelledby="new-token">
      <h2 id="new-token" ref={heading} tabIndex={-1}>
        {t('apiKeys.tokenOf', { name: key.name })}
      </h2>
      {token === null ? (
        <p>{t('apiKeys.tokenGone')}</p>
      ) : (
        <>
          <p>{t('apiKeys.tokenOnce')}</p>
          <code className={styles.token} data-token>
            {token}
          </code>
        </>
      )}
      <div className={styles.actions}>
        {/* Pages that were not loaded over https have no clipboard: there the token is selected by a tap. */}
        {token !== null && 'clipboard' in navigator && (
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}
          >
            {t('apiKeys.copy')}
          </Button>
        )}
        <Button onClick={onKept}>{t('apiKeys.kept')}</Button>
      </div>
      <p role="status">{copied && t('apiKeys.copied')}</p>
    </section>
  );
}
