/** What a page goes through that matters to a connection. */
export interface PageWatcher {
  /** It goes into the back-forward cache, or away. */
  hidden: () => void;
  /** It is shown again, or the machine is online again. */
  shown: () => void;
}

/** Watches the page that this runs in, if it runs in one. Answers how to stop. */
export function watchPage({ hidden, shown }: PageWatcher): () => void {
  if (typeof document === 'undefined' || typeof addEventListener !== 'function') return () => undefined;
  addEventListener('pagehide', hidden);
  addEventListener('pageshow', shown);
  addEventListener('online', shown);
  return () => {
    removeEventListener('pagehide', hidden);
    removeEventListener('pageshow', shown);
    removeEventListener('online', shown);
  };
}
