import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../core/contract/warning.ts';
import { corroborationsQuery, keys } from '../live/queries.ts';
import { Ago } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { Problem } from '../marks/problem.tsx';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

/** Who else sees it, and who looked and does not. */
export function Corroborations({ warning }: { warning: Warning }) {
  const { t } = useTranslation();
  const { me, call } = useSignedIn();
  const found = useQuery(corroborationsQuery(call, warning.id));
  const [open, setOpen] = useState(false);
  const all = found.data ?? [];
  const own = all.find(({ organisation }) => isOwn(me, organisation));
  const allowed = may(me, 'corroborateWarning') && !isOwn(me, warning.issuer) && warning.state === 'active';
  if (all.length === 0 && !allowed) return null;
  return (
    <section aria-labelledby="corroborations" className={styles.panel}>
      <h2 id="corroborations">{t('corroborations.title')}</h2>
      {all.length === 0 && <p>{t('corroborations.none')}</p>}
      <ul className={styles.answers}>
        {all.map(({ id, organisation, sighting, note, updatedAt }) => (
          <li key={id}>
            <p className={styles.who}>
              <span>
                <PartyName party={organisation} />
              </span>
              <strong>{t(`corroborations.${sighting}`)}</strong>
            </p>
            <p className={styles.reading}>
              <Ago at={updatedAt} />
            </p>
            {note !== '' && (
              <p className={styles.quote} dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
      {allowed && !open && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(own ? 'corroborations.change' : 'corroborations.add')}
        </Button>
      )}
      {open && <Corroborate id={warning.id} withdrawable={own !== undefined} onDone={() => setOpen(false)} />}
    </section>
  );
}

type Sighting = 'seen' | 'not_seen';

function useCorroboration(id: string, onDone: () => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const settled = { onSuccess: onDone, onSettled: () => queries.invalidateQueries({ queryKey: keys.warning(id) }) };
  const say = useMutation({
    mutationFn: (body: { sighting: Sighting; note: string; withhold: boolean }) =>
      call('corroborateWarning', { path: { id }, body }),
    ...settled,
  });
  const withdraw = useMutation({ mutationFn: () => call('withdrawCorroboration', { path: { id } }), ...settled });
  return { say, withdraw };
}

function Corroborate({ id, withdrawable, onDone }: { id: string; withdrawable: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const { say, withdraw } = useCorroboration(id, onDone);
  const [sighting, setSighting] = useState<Sighting>('seen');
  const [note, setNote] = useState('');
  const [withhold, setWithhold] = useState(false);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate({ sighting, note, withhold });
      }}
    >
      <Radio.Group label={t('corroborations.sighting')} value={sighting} onChange={setSighting}>
        <div className={styles.choices}>
          <Radio value="seen" label={t('corroborations.seen')} />
          <Radio value="not_seen" label={t('corroborations.not_seen')} />
        </div>
      </Radio.Group>
      <Textarea
        label={t('corroborations.note')}
        rows={3}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Checkbox
        label={t('corroborations.withhold')}
        checked={withhold}
        onChange={(event) => setWithhold(event.target.checked)}
      />
      <Problem error={say.error ?? withdraw.error} />
      <div className={styles.actions}>
        <Button type="submit" loading={say.isPending}>
          {t('corroborations.send')}
        </Button>
        {withdrawable && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('corroborations.withdraw')}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  );
}
