import { useWords } from '../languages/words.tsx';
import { spellDuration, spellMoment, spellRelative } from './durations.ts';
import { useNow } from './now.ts';
import { useSettled } from './settled.ts';

/** A time as the distance from now, the whole of it on hover. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  return <Distance at={at} to={Date.parse(at)} now={now} />;
}

/** When something is due: until it is, not `now`. */
export function Due({ at }: { at: string }) {
  const now = useNow();
  const due = Date.parse(at);
  return <Distance at={at} to={due <= now ? now : Math.max(due, now + 60_000)} now={now} />;
}

function Distance({ at, to, now }: { at: string; to: number; now: number }) {
  const { locale } = useWords();
  // What spells whole times takes a tenth of a second to make on a phone.
  const whole = useSettled() ? spellMoment(Date.parse(at), locale) : undefined;
  return (
    <time dateTime={at} title={whole} data-ago>
      <span>{spellRelative(to, now, locale)}</span>
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
