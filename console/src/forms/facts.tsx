import type { ReactNode } from 'react';
import styles from './forms.module.css';

interface Props {
  of: readonly (readonly [name: string, value: ReactNode])[];
  /** A word or a number each: two stand side by side on a phone too. */
  short?: boolean;
}

/** What is known of something, name by name; what is not there is left out. */
export function Facts({ of, short = false }: Props) {
  return (
    <dl className={styles.facts} data-short={short || undefined}>
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
