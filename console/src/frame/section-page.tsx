import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { useHereInSight } from './here-in-sight.ts';
import { partsFor, type Section } from './sections.ts';
import { useTitle } from './title.ts';
import styles from './ways.module.css';

interface Props {
  of: Section;
  title: string;
  children: ReactNode;
}

/** A page of a section: the way to its others, its heading, itself. */
export function SectionPage({ of, title, children }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const row = useHereInSight();
  useTitle(title);
  return (
    <>
      <nav ref={row} className={styles.parts} aria-label={t(`sections.${of}`)}>
        {partsFor(me, of).map(({ name, to }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/organisation', includeSearch: false }}>
            {t(`sections.part.${name}`)}
          </Link>
        ))}
      </nav>
      <h1>{title}</h1>
      {children}
    </>
  );
}
