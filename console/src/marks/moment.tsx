import { useTranslation } from 'react-i18next';
import { spellDuration, spellMoment, spellRelative } from './durations.ts';
import { useNow } from './now.ts';

/** A time as the distance from now, the whole of it on hover. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  const { i18n } = useTranslation();
  return (
    <time dateTime={at} title={spellMoment(Date.parse(at), i18n.language)}>
      {spellRelative(Date.parse(at), now, i18n.language)}
    </time>
  );
}

/** A time in full, in the reader's zone. */
export function Moment({ at }: { at: string }) {
  const { i18n } = useTranslation();
  return <time dateTime={at}>{spellMoment(Date.parse(at), i18n.language)}</time>;
}

/** How long it has been. */
export function Waiting({ since }: { since: string }) {
  const now = useNow();
  const { i18n } = useTranslation();
  return <>{spellDuration(now - Date.parse(since), i18n.language)}</>;
}
