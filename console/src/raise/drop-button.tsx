import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  onDrop: () => void;
  /** There is something to bring back. */
  onUndo: (() => void) | undefined;
}

/** Throws away what was written; the same button brings it back, for a thumb that slipped. */
export function DropButton({ label, onDrop, onUndo }: Props) {
  const { t } = useTranslation();
  return (
    <Button variant="subtle" size="sm" onClick={onUndo ?? onDrop}>
      {onUndo ? t('raise.undo') : label}
    </Button>
  );
}
