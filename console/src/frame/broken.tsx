import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { useTitle } from './title.ts';

/** A page that failed to render, or whose code could not be fetched. */
export function Broken() {
  const { t } = useWords();
  useTitle(t('frame.broken'));
  return (
    <div role="alert">
      <h1>{t('frame.broken')}</h1>
      <p>
        <Button onClick={() => window.location.reload()}>{t('frame.reload')}</Button>
      </p>
    </div>
  );
}
