import { useEffect, useEffectEvent, useState } from 'react';
import type { PasskeyAssertion } from '../../../core/contract/factor.ts';
import type { Network } from '../network.ts';

/** Milliseconds that an offer stands; the network takes an answer to it for five minutes. */
const freshness = 4 * 60_000;

interface Autofill {
  readonly network: Network;
  /** Not while the browser shows its own dialogue. */
  readonly enabled: boolean;
  readonly onSignIn: () => void;
}

/**
 * Offers this device's passkeys among what the browser fills in (WebAuthn Level 3, conditional mediation), where it can. Answers
 * why the one that was picked did not do, and what to call when the field takes the focus.
 */
export function usePasskeyAutofill({ network, enabled, onSignIn }: Autofill) {
  const [offeredAt, setOfferedAt] = useState(Date.now);
  const [error, setError] = useState<Error | null>(null);
  const entered = useEffectEvent(onSignIn);
  useEffect(() => {
    if (!enabled) return undefined;
    const ending = new AbortController();
    offer(network, ending.signal).then((isIn) => {
      if (isIn) entered();
    }, setError);
    const timer = setTimeout(() => ending.abort(), offeredAt + freshness - Date.now());
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [network, enabled, offeredAt]);
  // Not before: pages that are left open would use up what their office may ask for.
  const onFocus = (): void => {
    if (Date.now() - offeredAt >= freshness) setOfferedAt(Date.now());
  };
  return { error, onFocus };
}

/** Whether somebody picked a passkey and is signed in by it. Nobody asked for the offer, so only a pick that fails is told. */
async function offer(network: Network, signal: AbortSignal): Promise<boolean> {
  const { browserSupportsWebAuthnAutofill, startAuthentication, WebAuthnAbortService } =
    await import('@simplewebauthn/browser');
  if (signal.aborted || !(await browserSupportsWebAuthnAutofill())) return false;
  const options = await network.call('beginPasskeySignIn', { signal }).catch(() => undefined);
  if (!options || signal.aborted) return false;
  const stop = (): void => WebAuthnAbortService.cancelCeremony();
  signal.addEventListener('abort', stop);
  const picked = await startAuthentication({ optionsJSON: options, useBrowserAutofill: true })
    .catch(() => undefined)
    .finally(() => signal.removeEventListener('abort', stop));
  if (!picked || signal.aborted) return false;
  await network.call('signInWithPasskey', { body: { response: picked as unknown as PasskeyAssertion } });
  return true;
}
