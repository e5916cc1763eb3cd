import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Me } from '../../../core/contract/organisation.ts';
import { useWords } from '../languages/words.tsx';
import { openNetwork } from '../network.ts';
import type { EntryProps } from './entry-props.ts';
import { takeMailedToken } from './mailed-token.ts';
import { Entry } from './entry.tsx';
import { browserStorages, findKey } from './session.ts';
import styles from './sign-in.module.css';

/** Before a mailed link signs somebody in: who is signed in here already, if anybody, and whether that is to end. */
export function SomebodyHere({ onStay, children }: Pick<EntryProps, 'onStay'> & { children: ReactNode }) {
  const { t } = useWords();
  // It leaves the address at once, whatever is answered.
  useState(takeMailedToken);
  const here = useHere();
  const [goesOn, setGoesOn] = useState(false);
  if (here === 'unknown') return null;
  if (here === null || goesOn) return children;
  const name = here.as.name;
  return (
    <Entry title={t('here.title')} lead={t('here.lead', { name, organisation: here.organisation.name })}>
      <div className={styles.form}>
        <Button fullWidth onClick={() => setGoesOn(true)}>
          {t('here.goOn')}
        </Button>
        <Button variant="default" fullWidth onClick={onStay}>
          {t('here.stay', { name })}
        </Button>
      </div>
    </Entry>
  );
}

/** Who this browser is signed in as: by the key that it keeps, or by its cookie. null: nobody, as far as can be known. */
function useHere(): Me | null | 'unknown' {
  const [here, setHere] = useState<Me | null | 'unknown'>('unknown');
  useEffect(() => {
    openNetwork(findKey(browserStorages())?.token)
      .call('getMe', {})
      .then(setHere, () => setHere(null));
  }, []);
  return here;
}
