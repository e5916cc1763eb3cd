import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTitle } from './title.ts';

export function NotFound() {
  const { t } = useTranslation();
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
