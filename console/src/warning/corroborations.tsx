import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import type { Corroboration, CorroborationRequest } from '../../../core/contract/corroboration.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { useCommand } from '../live/command.ts';
import { corroborationsQuery } from '../live/queries.ts';
import { useFocusBack, useFocusOnArrival } from '../marks/focus.ts';
import { Ago } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

/** Who else sees it, and who looked and does not. */
export function Corroborations({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(corroborationsQuery(call, warning.id));
  // Who comes from a draft like it has decided already.
  const asked = useLocation({ select: ({ hash }) => hash === 'corroborate' });
  const [open, setOpen] = useState(asked);
  const opener = useFocusBack<HTMLButtonElement>(open);
  const all = found.data ?? [];
  const own = all.find(({ organisation }) => isOwn(me, organisation));
  const allowed = may(me, 'corroborateWarning') && !isOwn(me, warning.issuer) && warning.state === 'active';
  if (all.length === 0 && !allowed) return null;
  return (
    <section aria-labelledby="corroborations" className={styles.panel}>
      <h2 id="corroborations">{t('corroborations.title')}</h2>
      <Unread part of={found} />
      {found.data?.length === 0 && <p>{t('corroborations.none')}</p>}
      <ul className={styles.answers}>
        {all.map(({ id, organisation, sighting, note, withhold, updatedAt }) => (
          <li key={id}>
            <p className={styles.who}>
              <span>
                <PartyName party={organisation} withheld={withhold} />
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
      {/* What was said must be known before it can be changed: it is replaced whole. */}
      {allowed && found.data && !open && (
        <Button ref={opener} variant="default" onClick={() => setOpen(true)}>
          {t(own ? 'corroborations.change' : 'corroborations.add')}
        </Button>
      )}
      {allowed && found.data && open && <Corroborate id={warning.id} own={own} onDone={() => setOpen(false)} />}
    </section>
  );
}

function useCorroboration(id: string, onDone: () => void) {
  const { call } = useSignedIn();
  const say = useCommand(
    id,
    (body: CorroborationRequest, idempotencyKey) => call('corroborateWarning', { path: { id }, body, idempotencyKey }),
    onDone,
  );
  const withdraw = useCommand(id, () => call('withdrawCorroboration', { path: { id } }), onDone);
  return { say, withdraw };
}

interface CorroborateProps {
  id: string;
  own: Corroboration | undefined;
  onDone: () => void;
}

/** A statement stands whole: the form begins with what was said, and sends along what it does not show. */
function Corroborate({ id, own, onDone }: CorroborateProps) {
  const { t } = useWords();
  const { say, withdraw } = useCorroboration(id, onDone);
  const [draft, setDraft] = useState(() => statementOf(own));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate(draft);
      }}
    >
      <Statement draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
      <Problem error={say.error ?? withdraw.error} />
      <div className={styles.actions}>
        <SendButton type="submit" loading={say.isPending}>
          {t('corroborations.send')}
        </SendButton>
        {own && (
          <SendButton variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {t('corroborations.withdraw')}
          </SendButton>
        )}
        <Button variant="default" onClick={onDone}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  );
}

type Draft = ReturnType<typeof statementOf>;

function Statement({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { t } = useWords();
  const first = useFocusOnArrival<HTMLInputElement>();
  return (
    <>
      <Radio.Group
        label={t('corroborations.sighting')}
        value={draft.sighting}
        onChange={(sighting) => change({ sighting })}
      >
        <div className={styles.choices}>
          {(['seen', 'not_seen'] as const).map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`corroborations.${one}`)}
              {...(one === draft.sighting && { ref: first })}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('corroborations.note')}
        dir="auto"
        rows={3}
        maxLength={2000}
        value={draft.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
      <Checkbox
        label={t('corroborations.withhold')}
        checked={draft.withhold}
        onChange={({ currentTarget }) => change({ withhold: currentTarget.checked })}
      />
    </>
  );
}

function statementOf(own: Corroboration | undefined) {
  const { sighting = 'seen', countries = [], languages = [], note = '', withhold = false } = own ?? {};
  return { sighting, countries, languages, note, withhold };
}
