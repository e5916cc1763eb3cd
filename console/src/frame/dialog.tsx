import { useEffect, useId, useRef } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import styles from './dialog.module.css';

interface Props {
  title: string;
  /** What its last button is called. */
  close?: string;
  onClose: () => void;
  children: React.ReactNode;
}

/** Something small over the page, that is left by its button or by Escape. */
export function Dialog({ title, close, onClose, children }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      <Button variant="default" onClick={() => dialog.current?.close()}>
        {close ?? t('frame.close')}
      </Button>
    </dialog>
  );
}
