import { useEffect } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerNeeded } from '../board/answer-needed.ts';
import { noFilter } from '../board/board-filter.ts';
import { listQuery } from '../live/queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useCountInTitle } from '../frame/title.ts';

/** For platforms: how many warnings of the board wait for an answer, on the browser's tab whichever page is open. */
export function UnansweredCount() {
  const { me, call } = useSignedIn();
  const list = useInfiniteQuery({
    ...listQuery(call, noFilter),
    enabled: me.organisation.kind === 'platform',
  });
  const warnings = (list.data?.pages ?? []).flatMap(({ data }) => data);
  const count = warnings.filter((warning) => answerNeeded(warning) !== undefined).length;
  useCountInTitle(count);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (icon === null || count === 0) return undefined;
    const plain = icon.href;
    icon.href = counted(count);
    return () => void (icon.href = plain);
  }, [count]);
  return null;
}

/** Our icon with a number in its corner. */
function counted(count: number): string {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14526b"/>
<circle cx="16" cy="16" r="13" fill="#b3261e"/><text x="16" y="22.5" font-family="sans-serif" font-size="18" font-weight="700"
text-anchor="middle" fill="#fff">${count > 9 ? '9+' : count}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
