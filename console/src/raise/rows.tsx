import { useEffect, useRef } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { useField } from './form-context.ts';
import styles from './fieldsets.module.css';

interface Props<T> {
  pointer: string;
  label: string;
  hint: string;
  add: string;
  name: (index: number) => string;
  rows: readonly T[];
  empty: T;
  onChange: (rows: T[]) => void;
  children: (row: T, set: (part: Partial<T>) => void, at: string) => React.ReactNode;
}

/** A list that grows by one row at a time. */
export function Rows<T extends object>({ pointer, label, hint, add, name, rows, empty, onChange, children }: Props<T>) {
  const { t } = useWords();
  const { id, error } = useField(pointer);
  const { list, onAdded, onRemoved } = useRowFocus(rows.length, id);
  return (
    <fieldset ref={list} className={styles.rows}>
      <legend>{label}</legend>
      <p className={styles.hint}>{hint}</p>
      {rows.length === 0 && error && <p className={styles.fault}>{error}</p>}
      {rows.map((row, index) => (
        <fieldset key={index} className={styles.rowFields}>
          <legend>{name(index)}</legend>
          {children(
            row,
            (part) => onChange(rows.map((each, at) => (at === index ? { ...each, ...part } : each))),
            `${pointer}/${index}`,
          )}
          <Button
            variant="subtle"
            size="sm"
            aria-label={t('raise.removeNamed', { name: name(index) })}
            onClick={() => {
              onRemoved();
              onChange(rows.filter((_, at) => at !== index));
            }}
          >
            {t('raise.remove')}
          </Button>
        </fieldset>
      ))}
      <Button
        id={id}
        variant="default"
        onClick={() => {
          onAdded();
          onChange([...rows, empty]);
        }}
      >
        {add}
      </Button>
    </fieldset>
  );
}

/** Who adds a row goes on in it; who removes one has lost the button they pressed, and goes on at the one that adds. */
function useRowFocus(count: number, addId: string) {
  const list = useRef<HTMLFieldSetElement>(null);
  const asked = useRef<'added' | 'removed'>(undefined);
  useEffect(() => {
    if (asked.current === 'removed') document.getElementById(addId)?.focus();
    if (asked.current === 'added') {
      const rows = list.current?.querySelectorAll(':scope > fieldset');
      rows
        ?.item(count - 1)
        .querySelector<HTMLElement>('input, select, textarea')
        ?.focus();
    }
    asked.current = undefined;
  }, [count, addId]);
  return {
    list,
    onAdded: () => void (asked.current = 'added'),
    onRemoved: () => void (asked.current = 'removed'),
  };
}
