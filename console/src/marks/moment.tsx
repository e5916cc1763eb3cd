import { useWords } from '../languages/words.tsx';
import { spellDuration, spellMoment, spellRelative } from './durations.ts';
import { useNow } from './now.ts';

/** A time as the distance from now, the whole of it on hover. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  const { locale } = useWords();
  return (
    <time dateTime={at} title={spellMoment(Date.parse(at), locale)} data-ago>
      <span>{spellRelative(Date.parse(at), now, locale)}</span>
    </time>
  );
}

/** When something is due: until it is, not `now`. */
export function Due({ at }: { at: string }) {
  const now = useNow();
  const { locale } = useWords();
  const due = Date.parse(at);
  return (
    <time dateTime={at} title={spellMoment(due, locale)} data-ago>
      <span>{spellRelative(due <= now ? now : Math.max(due, now + 60_000), now, locale)}</span>
    </time>
  );
}

/** A time in full, in the reader's zone. */
export function Moment({ at }: { at: string }) {
  const { locale } = useWords();
  return <time dateTime={at}>{spellMoment(Date.parse(at), locale)}</time>;
}

/** How long it has been. */
export function Waiting({ since }: { since: string }) {
  const now = useNow();
  const { locale } = useWords();
  return <>{spellDuration(now - Date.parse(since), locale)}</>;
}
