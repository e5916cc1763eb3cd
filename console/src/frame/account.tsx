import { lazy, Suspense, useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Me } from '../../../core/contract/organisation.ts';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import { draftPlaces, dropDraft } from '../raise/draft-store.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { ChevronIcon, PersonIcon } from './icons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { useDismissal } from './dismissal.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import styles from './frame.module.css';

const AlertDialog = lazy(
  worded(
    () => import('../alerts/alert-dialog.tsx').then(({ AlertDialog: component }) => ({ default: component })),
    'shift',
  ),
);
const ShortcutSheet = lazy(
  worded(
    () => import('../shortcuts/shortcut-sheet.tsx').then(({ ShortcutSheet: component }) => ({ default: component })),
    'shift',
  ),
);

/** Who is signed in and as what, and what is set on this device. */
export function Account() {
  const [dialog, setDialog] = useState<'alerts' | 'shortcuts'>();
  const close = (): void => setDialog(undefined);
  useShortcut('?', () => setDialog('shortcuts'));
  return (
    <>
      <AccountMenu onOpen={setDialog} />
      <Suspense>
        {dialog === 'alerts' && <AlertDialog onClose={close} />}
        {dialog === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </>
  );
}

/** Who is signed in and as what; the language; sounds and keys; light or dark; the way out. */
function AccountMenu({ onOpen }: { onOpen: (dialog: 'alerts' | 'shortcuts') => void }) {
  const { t } = useWords();
  const { me, confirmed } = useSignedIn();
  const details = useDismissal();
  // What is kept on the device is looked for when somebody looks.
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.account} ref={details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('frame.account', { name: me.organisation.name })}>
        <PersonIcon />
        <bdi>{me.organisation.name}</bdi>
        <ChevronIcon />
      </summary>
      <div className={styles.accountPanel}>
        {confirmed ? <WhoIsIn me={me} /> : <p>{t('frame.unconfirmed')}</p>}
        <LanguageSwitch />
        <button type="button" className={styles.quiet} onClick={() => onOpen('alerts')}>
          {t('frame.alerts')}
        </button>
        <button type="button" className={styles.quiet} onClick={() => onOpen('shortcuts')}>
          {t('frame.shortcuts')}
        </button>
        <SchemeSwitch />
        {open && <SignOut organisation={me.organisation.id ?? ''} />}
      </div>
    </details>
  );
}

/** The organisation, the member or key, and what they may have. */
function WhoIsIn({ me }: { me: Me }) {
  const { t } = useWords();
  return (
    <>
      <p>
        <strong>
          <bdi>{me.organisation.name}</bdi>
        </strong>
        <br />
        {me.organisation.kind === 'network' ? t('marks.theNetwork') : t(`codes.kind.${me.organisation.kind}.label`)}
      </p>
      <dl>
        <dt>{me.as.type === 'key' ? t('frame.key') : t('frame.member')}</dt>
        <dd>
          <bdi>{me.as.name}</bdi> {me.as.type === 'key' && <code>{me.as.prefix}…</code>}
        </dd>
        <dt>{t('frame.clearance')}</dt>
        <dd>{me.clearance}</dd>
        {me.teams.length > 1 && (
          <>
            <dt>{t('frame.teams')}</dt>
            <dd>{me.teams.map(({ name }) => name).join(', ')}</dd>
          </>
        )}
      </dl>
      {me.as.type === 'member' && <Link to="/account">{t('frame.ownAccount')}</Link>}
    </>
  );
}

/** What was being written outlives the session, unless whoever leaves a shared device takes it along. */
function SignOut({ organisation }: { organisation: string }) {
  const { t } = useWords();
  const { signOut } = useSignedIn();
  const dropAll = (): void => {
    for (const place of draftPlaces(organisation)) dropDraft(place);
    signOut();
  };
  return (
    <>
      <button type="button" className={styles.quiet} onClick={signOut}>
        {t('frame.signOut')}
      </button>
      {draftPlaces(organisation).length > 0 && (
        <>
          <p>{t('frame.draftsKept')}</p>
          <button type="button" className={styles.quiet} onClick={dropAll}>
            {t('frame.signOutDropping')}
          </button>
        </>
      )}
    </>
  );
}
