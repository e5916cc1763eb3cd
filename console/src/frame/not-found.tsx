import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { useTitle } from './title.ts';

export function NotFound() {
  const { t } = useWords();
  useTitle(t('frame.notFound'));
  return (
    <>
      <h1>{t('frame.notFound')}</h1>
      <p>
        <Link to="/">{t('frame.toBoard')}</Link>
      </p>
    </>
  );
}
