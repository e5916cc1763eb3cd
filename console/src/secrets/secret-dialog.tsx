import { useEffect, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { saveFile } from '../marks/save-file.ts';
import styles from './secrets.module.css';

/** What the network tells once and keeps nowhere. */
export interface Secret {
  readonly title: string;
  /** What it is for, and where to keep it. */
  readonly what: string;
  readonly lines: readonly string[];
  /** Name of the file that it is downloaded as. */
  readonly file: string;
}

interface Props {
  secret: Secret;
  onKept: () => void;
}

/** A secret, with ways to keep it. No key and no click beside it closes this: whoever closed it would not see it again. */
export function SecretDialog({ secret: { title, what, lines, file }, onKept }: Props) {
  const { t } = useWords();
  const { dialog, heading } = useModal();
  const [copied, setCopied] = useState(false);
  useWarningOnLeaving();
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="secret"
      onCancel={(event) => event.preventDefault()}
      // Browsers close it at the second Escape all the same.
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id="secret" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{what}</p>
      <ol className={styles.lines} data-several={lines.length > 1 || undefined}>
        {lines.map((line) => (
          <li key={line}>
            <code data-secret>{line}</code>
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        {/* Pages that were not loaded over https have no clipboard: there it is selected by a tap. */}
        {'clipboard' in navigator && (
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(lines.join('\n')).then(() => setCopied(true))}
          >
            {t('secrets.copy')}
          </Button>
        )}
        <Button variant="default" onClick={() => saveFile(file, textOf(title, lines), 'text/plain')}>
          {t('secrets.download')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('secrets.print')}
        </Button>
        <Button onClick={onKept}>{t('secrets.kept', { count: lines.length })}</Button>
      </div>
      <p role="status">{copied && t('secrets.copied')}</p>
    </dialog>
  );
}

/** As it stands in a file: what it is and of which network, since a file is found years later. */
function textOf(title: string, lines: readonly string[]): string {
  return [`${title}, ${window.location.host}`, '', ...lines, ''].join('\n');
}

/** Opens as soon as it is there, and is read from its heading: on a phone the first button stands below the secret. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  return { dialog, heading };
}

/** The browser asks before the page is left or loaded anew. */
function useWarningOnLeaving(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
