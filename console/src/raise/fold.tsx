import { useState, type ReactNode } from 'react';
import styles from './fold.module.css';

interface Props {
  title: string;
  /** What it holds, or what it is for while it is empty. */
  said: ReactNode;
  /** It begins open: there is something in it. */
  filled: boolean;
  /** What it folds away begins with a set of fields of the same name: that is read out, and not shown again. */
  named?: boolean;
  children: ReactNode;
}

/** What need not be filled in, folded away so that what must be stands together. A fault inside opens it by its link. */
export function Fold({ title, said, filled, named = false, children }: Props) {
  const [open, setOpen] = useState(filled);
  return (
    <details className={styles.fold} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{title}</strong>
        <span>{said}</span>
      </summary>
      <div className={styles.folded} data-named={named || undefined}>
        {children}
      </div>
    </details>
  );
}
