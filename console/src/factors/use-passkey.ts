import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { PasskeyAssertion, PasskeyRegistration } from '../../../core/contract/factor.ts';
import { useAttempt } from '../session/use-attempt.ts';

type Options = { challenge: string };

/** Shows one of this device's passkeys, by options that the network gave. Loaded when it is needed. */
export async function showPasskey(options: Options): Promise<PasskeyAssertion> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const answer = await startAuthentication({ optionsJSON: options });
  return answer as unknown as PasskeyAssertion;
}

/** Makes a passkey on this device. */
export async function makePasskey(options: Options): Promise<PasskeyRegistration> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const answer = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON });
  return answer as unknown as PasskeyRegistration;
}

/** Something done with a passkey, whose dialogue somebody may close: that is no failure. */
export function usePasskey(work: () => Promise<void>) {
  return useAttempt(async () => {
    try {
      await work();
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  });
}

/** Whether the person, or the browser after a while, closed the browser's own dialogue (WebAuthn: NotAllowedError, AbortError). */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}
