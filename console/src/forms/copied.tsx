import { useState } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import styles from './forms.module.css';

/** A text to take elsewhere, to the letter. @param of what it is, for those who hear the button alone */
export function Copied({ text, of }: { text: string; of: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <span className={styles.copied}>
      <code className={styles.token}>{text}</code>
      {/* Pages that were not loaded over https have no clipboard: there it is selected by a tap. */}
      {'clipboard' in navigator && (
        <Button
          size="sm"
          variant="default"
          aria-label={`${t('secrets.copy')}: ${of}`}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {t('secrets.copy')}
        </Button>
      )}
      <span role="status">{copied && t('secrets.copied')}</span>
    </span>
  );
}
