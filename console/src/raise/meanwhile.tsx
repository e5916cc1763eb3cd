import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { newKey } from '../live/command.ts';
import { useSignedIn } from '../session/signed-in.ts';
import type { Draft } from './draft.ts';
import { draftPlace, findDraft, keepDraft } from './draft-store.ts';
import { draftOf, revisionBody } from './revision.ts';
import styles from './raise.module.css';

interface NewerProps {
  warning: Warning;
  /** The revision that the writer began with. */
  before: Draft;
  onRebase: () => void;
}

/** Somebody else of the organisation revised it, or an earlier attempt at this revision got through. */
export function Newer({ warning, before, onRebase }: NewerProps) {
  const { t } = useWords();
  const { revision } = warning;
  const members = Object.keys(revisionBody(before, draftOf(warning, ''))).map((name) =>
    t(`members.${name}` as 'members.headline', { defaultValue: name }),
  );
  return (
    <div role="alert" className={styles.meanwhile}>
      <p>
        <strong>{t('revise.newer', { revision, members: members.join(', ') })}</strong>
      </p>
      <p>{t('revise.newerKept')}</p>
      <Button variant="default" onClick={onRebase}>
        {t('revise.rebase', { revision })}
      </Button>
    </div>
  );
}

/** The warning expired or was called off while its issuer wrote: the text can still be raised anew. */
export function Over({ draft, onMoved }: { draft: Draft; onMoved: () => void }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const navigate = useNavigate();
  const place = draftPlace(me.organisation.id ?? '');
  const raiseAnew = (): void => {
    keepDraft(place, { ...draft, key: newKey() });
    onMoved();
    void navigate({ to: '/raise' });
  };
  return (
    <div role="alert" className={styles.meanwhile}>
      <p>
        <strong>{t('revise.over')}</strong>
      </p>
      {findDraft(place) ? (
        <p>{t('revise.otherDraft')}</p>
      ) : (
        <Button variant="default" onClick={raiseAnew}>
          {t('revise.asNew')}
        </Button>
      )}
    </div>
  );
}
