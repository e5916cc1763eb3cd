import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import '../theme/form.css';
import { Dialog } from '../frame/dialog.tsx';
import { shortcutKeys, shortcutsAreOn, turnShortcuts } from './use-shortcut.ts';
import styles from './shortcuts.module.css';

/** Which key does what, and the way to turn them off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [on, setOn] = useState(shortcutsAreOn);
  const turn = (next: boolean): void => {
    turnShortcuts(next);
    setOn(next);
  };
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcutKeys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shortcuts.does.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('shortcuts.on')}
        description={t('shortcuts.onHint')}
        checked={on}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
    </Dialog>
  );
}
