import { useEffect } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { arrivalSentence } from '../frame/arrival-sentence.ts';
import { useWords } from '../languages/words.tsx';
import { useArrivals } from '../live/arrivals-context.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { calls, readAlertSettings } from './alert-settings.ts';
import { notify } from './notification.ts';
import { playBell } from './sound.ts';

/** Calls whoever keeps the console open, as they asked for, when a warning arrives; not whoever raised it. */
export function Alerting() {
  const { t, locale } = useWords();
  const { me } = useSignedIn();
  const arrivals = useArrivals();
  const navigate = useNavigate();
  const own = me.organisation.id;
  useEffect(
    () =>
      arrivals.onArrival((arrival) => {
        const { warning } = arrival;
        if (warning.issuer.id !== undefined && warning.issuer.id === own) return;
        const { sound, notification } = readAlertSettings();
        if (calls(sound, warning)) void playBell('severity' in warning ? warning.severity : undefined);
        if (!calls(notification, warning)) return;
        const open = (): void => void navigate({ to: '/warnings/$id', params: { id: warning.id } });
        notify({ text: arrivalSentence(arrival, t, locale), name: warning.id, onClick: open });
      }),
    [arrivals, own, navigate, t, locale],
  );
  return null;
}
