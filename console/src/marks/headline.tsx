import { useWords } from '../languages/words.tsx';

/** A headline as its issuer wrote it; one that was redacted still has a name to be found by. */
export function Headline({ headline, language }: { headline: string; language: string }) {
  const { t } = useWords();
  if (headline === '') return <em>{t('marks.headlineRedacted')}</em>;
  return (
    <span lang={language} dir="auto">
      {headline}
    </span>
  );
}
