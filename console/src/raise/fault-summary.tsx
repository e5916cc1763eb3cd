import { useEffect, useRef } from 'react';
import { useWords } from '../languages/words.tsx';
import { memberName } from '../marks/member-name.ts';
import { Sentence } from '../marks/sentence.tsx';
import { fieldFor, type Faults } from './faults.ts';
import styles from './raise.module.css';

interface Props {
  faults: Faults;
  /** Grows with each attempt: the summary takes the focus anew. */
  attempt: number;
  /** What fields are called by their pointers, where the catalogue's names of members say something else. */
  names?: Readonly<Record<string, string>> | undefined;
}

/** What is still wrong, each with the way to its field. */
export function FaultSummary({ faults, attempt, names = {} }: Props) {
  const { t } = useWords();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  if (faults.size === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
      <h2>{t('raise.faults', { count: faults.size })}</h2>
      <ul>
        {[...faults].map(([pointer, message]) => (
          <li key={pointer}>
            <a href={`#${fieldFor(pointer, isField) ?? ''}`} onClick={(event) => goTo(event, pointer)}>
              {names[pointer] ?? memberName(pointer, t)}
            </a>
            : <Sentence said={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function isField(id: string): boolean {
  return document.getElementById(id) !== null;
}

/** What is folded away cannot take the focus. */
function unfold(field: HTMLElement): void {
  for (let at = field.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
}

function goTo(event: React.MouseEvent, pointer: string): void {
  const id = fieldFor(pointer, isField);
  const field = id === undefined ? null : document.getElementById(id);
  if (field === null) return;
  event.preventDefault();
  unfold(field);
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
