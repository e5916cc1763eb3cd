import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';

interface Props {
  label: string;
  onDrop: () => void;
  /** There is something to bring back. */
  onUndo: (() => void) | undefined;
}

/** Throws away what was written; the same button brings it back, for a thumb that slipped. */
export function DropButton({ label, onDrop, onUndo }: Props) {
  const { t } = useWords();
  return (
    <Button variant="subtle" size="sm" onClick={onUndo ?? onDrop}>
      {onUndo ? t('raise.undo') : label}
    </Button>
  );
}
