import { useEffect, useId, useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { saveFile } from '../marks/save-file.ts';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { csvOf, type Row, type Table } from './table.ts';
import styles from './figure-table.module.css';

/** A table with its name, how its figures are counted, and itself as a file. */
export function FigureTable({ table }: { table: Table }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles.figure} role="group" aria-labelledby={id} data-table={table.id}>
      <div className={styles.figureHead}>
        <h3 id={id}>{table.title}</h3>
        {table.rows.length > 0 && (
          <button
            type="button"
            className={styles.file}
            aria-label={t('statistics.downloadOf', { table: table.title })}
            onClick={() => saveFile(`${table.id}.csv`, csvOf(table), 'text/csv;charset=utf-8')}
          >
            {t('statistics.download')}
          </button>
        )}
      </div>
      {table.note !== undefined && <p className={styles.note}>{table.note}</p>}
      {table.rows.length === 0 ? <p>{t('statistics.nothing')}</p> : <Scrolled table={table} titled={id} />}
    </div>
  );
}

/** Columns beyond which their names no longer stand side by side. */
const many = 9;

/** Wider or longer than its place it is scrolled, by keyboard too. */
function Scrolled({ table: { title, columns, rows }, titled }: { table: Table; titled: string }) {
  const place = useRef<HTMLDivElement>(null);
  const scrolls = useOverflow(place);
  return (
    <div
      ref={place}
      className={styles.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
      {...(scrolls && { tabIndex: 0, role: 'region', 'aria-labelledby': titled })}
    >
      <table className={columns.length > many ? `${styles.table} ${styles.many}` : styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two rows may say the same
            <tr key={at}>
              <th scope="row">
                <Name row={row} />
                {row.share !== undefined && row.share > 0 && (
                  <span className={styles.bar} style={{ inlineSize: `${row.share * 100}%` }} aria-hidden="true" />
                )}
              </th>
              {row.cells.map(({ text }, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have an order and no other name
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Name({ row: { name, severity, warning } }: { row: Row }) {
  if (!warning) return severity ? <SeverityMark severity={severity} /> : <bdi>{name}</bdi>;
  return (
    <span className={styles.warning}>
      {severity && <SeverityMark severity={severity} />} <TlpLabel tlp={warning.tlp} />{' '}
      <Link to="/warnings/$id" params={{ id: warning.id }} lang={warning.language}>
        {name}
      </Link>
    </span>
  );
}

function useOverflow(place: React.RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return overflows;
}
