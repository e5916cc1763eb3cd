import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { useAttempt } from '../session/use-attempt.ts';

/** Removes one thing of a list. */
export function RemoveButton(props: { label: string; remove: () => Promise<unknown>; onRemoved: () => void }) {
  const { t } = useWords();
  const removing = useAttempt(async () => {
    await props.remove();
    props.onRemoved();
  });
  return (
    <span>
      <SendButton
        variant="default"
        size="sm"
        aria-label={props.label}
        loading={removing.sending}
        onClick={removing.send}
      >
        {t('account.remove')}
      </SendButton>
      <Problem error={removing.error} />
    </span>
  );
}
