import { useEffect, useState } from 'react';
import type { Me } from '../../../core/contract/organisation.ts';
import { chosenLanguage, spokenOf } from './choice.ts';
import { speak } from './i18n.ts';
import { useWords } from './words.tsx';

/**
 * Speaks at first the language that a member has chosen for what is written to them, where none was chosen on this device.
 * False until it does, so that their pages are not shown in another one before.
 */
export function useOwnLanguage(me: Me | undefined): boolean {
  const { language } = useWords();
  const [settled, setSettled] = useState(false);
  const asked =
    me?.as.type === 'member' && chosenLanguage() === undefined ? spokenOf([me.as.language ?? '']) : undefined;
  const own = settled || asked === language ? undefined : asked;
  const known = me !== undefined;
  useEffect(() => {
    if (!known || settled) return;
    const spoken = own === undefined ? Promise.resolve() : speak(own);
    // Whoever cannot load it reads on in the language that is there.
    void spoken.catch(() => undefined).then(() => setSettled(true));
  }, [known, settled, own]);
  return own === undefined;
}
