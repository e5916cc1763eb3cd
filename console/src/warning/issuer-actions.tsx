import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../core/contract/warning.ts';
import { keys } from '../live/queries.ts';
import { Problem } from '../marks/problem.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

/** What its issuer may do with an active warning: revise it, or call it off. */
export function IssuerActions({ warning }: { warning: Warning }) {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const [calling, setCalling] = useState(false);
  if (warning.state !== 'active' || !(may(me, 'reviseWarning') || may(me, 'cancelWarning'))) return null;
  return (
    <section aria-labelledby="own" className={styles.panel}>
      <h2 id="own">{t('own.title')}</h2>
      {calling ? (
        <AllClear warning={warning} onCancel={() => setCalling(false)} />
      ) : (
        <div className={styles.actions}>
          {may(me, 'reviseWarning') && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/warnings/$id/revise" params={{ id: warning.id }} {...props} />}
            >
              {t('own.revise')}
            </Button>
          )}
          {may(me, 'cancelWarning') && (
            <Button variant="default" onClick={() => setCalling(true)}>
              {t('own.allClear')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function AllClear({ warning, onCancel }: { warning: Warning; onCancel: () => void }) {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = useMutation({
    mutationFn: () => call('cancelWarning', { path: { id: warning.id }, body: { reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.warning(warning.id) }),
  });
  const missing = reason.trim() === '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) cancel.mutate();
      }}
    >
      <Textarea
        label={t('own.reason')}
        description={t('own.reasonHint')}
        required
        rows={3}
        maxLength={2000}
        value={reason}
        error={tried && missing && t('own.reasonMissing')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Problem error={cancel.error} />
      <div className={styles.actions}>
        <Button type="submit" loading={cancel.isPending}>
          {t('own.callOff')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  );
}
