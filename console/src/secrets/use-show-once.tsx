import { useHold } from './holding.tsx';
import { SecretDialog, type Secret } from './secret-dialog.tsx';

/** Shows a secret that is told once, until the person says that it is kept: then the promise resolves. */
export function useShowOnce(): (secret: Secret) => Promise<void> {
  const hold = useHold();
  return (secret) => hold((letGo) => <SecretDialog secret={secret} onKept={letGo} />);
}
