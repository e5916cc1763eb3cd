import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../frame/dialog.tsx';
import { useWords } from '../languages/words.tsx';

/** Asks before a page is left while something on it is not saved. */
export function Unsaved({ changed }: { changed: boolean }) {
  const { t } = useWords();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => changed,
    enableBeforeUnload: changed,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={t('escalation.leave')} close={t('escalation.stay')} onClose={reset}>
      <p>{t('escalation.leaveMeans')}</p>
      <Button variant="default" onClick={proceed}>
        {t('escalation.leaveIt')}
      </Button>
    </Dialog>
  );
}
