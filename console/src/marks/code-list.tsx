import styles from './marks.module.css';

interface Shown {
  readonly key: string;
  readonly label: string;
  readonly definition?: string;
}

/** Codes with their labels, the definition on hover. */
export function CodeList({ codes, label }: { codes: readonly Shown[]; label?: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {codes.map(({ key, label: name, definition }) => (
        <li key={key} className={styles.code} title={definition}>
          {name}
        </li>
      ))}
    </ul>
  );
}
