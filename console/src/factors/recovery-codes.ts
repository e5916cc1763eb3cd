import { useWords } from '../languages/words.tsx';
import { useShowOnce } from '../secrets/use-show-once.tsx';

/** Shows recovery codes until the person has kept them. */
export function useShowCodes(): (codes: readonly string[]) => Promise<void> {
  const { t } = useWords();
  const showOnce = useShowOnce();
  return (codes) =>
    showOnce({
      title: t('factors.codesTitle'),
      what: t('factors.codesWhat'),
      lines: codes,
      file: 'tocsin-recovery-codes.txt',
    });
}
