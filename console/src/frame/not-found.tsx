import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('frame.notFound')}</h1>
      <p>
        <Link to="/">{t('frame.toBoard')}</Link>
      </p>
    </>
  );
}
