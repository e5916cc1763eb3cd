import { Link, useLocation } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { partsFor, sections, type Section } from './sections.ts';

/** The way to each section that holds a page for this credential: to the first of them. */
export function SectionLinks() {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { pathname } = useLocation();
  return (Object.keys(sections) as Section[]).map((section) => {
    const parts = partsFor(me, section);
    if (!parts[0]) return null;
    const here = parts.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
    return (
      <Link key={section} to={parts[0].to} aria-current={here ? 'page' : undefined}>
        {t(`sections.${section}`)}
      </Link>
    );
  });
}
