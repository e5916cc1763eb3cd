import { useWords } from '../languages/words.tsx';
import type { Call } from '../network.ts';
import { Entry } from '../session/entry.tsx';
import { ShowFactor } from './show-factor.tsx';

/** For the coordinator's people: a passkey or a code before there is anything to see. */
export function StrongFirst({ call, onShown }: { call: Call; onShown: () => void }) {
  const { t } = useWords();
  return (
    <Entry title={t('factors.stepUp')} lead={t('factors.stepUpFirst')}>
      <ShowFactor call={call} onShown={onShown} />
    </Entry>
  );
}
