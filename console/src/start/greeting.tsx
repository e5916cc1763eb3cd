import { useCallback, useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keep, readKept } from '../kept.ts';
import { useWords } from '../languages/words.tsx';
import { memberOrganisationsQuery } from '../live/administration-queries.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { anyDrillQuery, factorsQuery } from './facts.ts';
import styles from './start.module.css';

/** Greets the coordinator of a network that has just begun, until its three steps are done or hidden on this device. */
export function Greeting() {
  const { me } = useSignedIn();
  const place = `tocsin.start.${me.organisation.id}`;
  const [over, setOver] = useState(() => readKept(place) !== null);
  const end = useCallback(() => {
    keep(place, 'over');
    setOver(true);
  }, [place]);
  if (over || me.organisation.kind !== 'coordinator' || !may(me, 'listMemberOrganisations')) return null;
  return <Steps onEnd={end} />;
}

const links = { factor: 'start.toFactor', admit: 'start.toAdmit', drill: 'start.toDrill' } as const;

interface Step {
  readonly name: keyof typeof links;
  readonly to: '/account' | '/network/organisations' | '/network/drills';
  readonly done: boolean;
}

/** As the network says they stand; undefined until it has said so. */
function useSteps(): readonly Step[] | undefined {
  const { me, call } = useSignedIn();
  const isPerson = me.as.type === 'member';
  const factors = useQuery({ ...factorsQuery(call), enabled: isPerson });
  const organisations = useQuery(memberOrganisationsQuery(call));
  const drill = useQuery(anyDrillQuery(call));
  if (!organisations.data || drill.data === undefined || (isPerson && !factors.data)) return undefined;
  const kinds = new Set(organisations.data.map(({ kind }) => kind));
  return [
    // A key has no factor to show.
    ...(factors.data ? [{ name: 'factor', to: '/account', done: factors.data.strong } as const] : []),
    { name: 'admit', to: '/network/organisations', done: kinds.has('cso') && kinds.has('platform') },
    { name: 'drill', to: '/network/drills', done: drill.data },
  ];
}

function Steps({ onEnd }: { onEnd: () => void }) {
  const { t } = useWords();
  const steps = useSteps();
  const finished = steps?.every(({ done }) => done) ?? false;
  useEffect(() => {
    // What is done stays done: nobody is asked again.
    if (finished) onEnd();
  }, [finished, onEnd]);
  if (!steps || finished) return null;
  return (
    <section className={styles.steps} aria-labelledby="start">
      <h2 id="start">{t('start.title')}</h2>
      <ol>
        {steps.map(({ name, to, done }) => (
          <li key={name} data-done={done}>
            <span className={styles.mark} aria-hidden="true">
              {done ? '✓' : '○'}
            </span>
            <span>
              {t(`start.${name}`)} {done ? <strong>{t('start.done')}</strong> : <Link to={to}>{t(links[name])}</Link>}
            </span>
          </li>
        ))}
      </ol>
      <Button variant="default" size="sm" onClick={onEnd}>
        {t('start.dismiss')}
      </Button>
    </section>
  );
}
