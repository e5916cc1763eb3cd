import { useEffect, useState } from 'react';

/** What a text was when it last rested for a moment: so that typing asks the network nothing. @param pause milliseconds */
export function useRested(text: string, pause: number): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return rested;
}
