import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface Column {
  readonly name: string;
  readonly numeric?: true;
}

export interface Row {
  readonly key: string;
  /** A value for each column. */
  readonly cells: readonly ReactNode[];
  /** Somebody should look at it. */
  readonly attention?: boolean;
}

interface Props {
  label: string;
  /** The first names what a row is about. */
  columns: readonly Column[];
  rows: readonly Row[];
}

/** Rows side by side; where there is no room for columns, one below the other, each value behind its name. */
export function Table({ label, columns, rows }: Props) {
  // By roles: a table's own elements lose what they are when they are laid out as blocks.
  return (
    <div role="table" className={styles.table} aria-label={label}>
      <div role="rowgroup" className={styles.header}>
        <div role="row" className={styles.row}>
          {columns.map(({ name, numeric }) => (
            <div key={name} role="columnheader" className={styles.cell} data-numeric={numeric}>
              {name}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body}>
        {rows.map(({ key, cells, attention }) => (
          <div key={key} role="row" className={styles.row} data-attention={attention || undefined}>
            {columns.map(({ name, numeric }, index) => (
              <div
                key={name}
                role={index === 0 ? 'rowheader' : 'cell'}
                className={styles.cell}
                data-label={index === 0 ? undefined : name}
                data-numeric={numeric}
              >
                <span>{cells[index]}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
