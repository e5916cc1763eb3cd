import { useQuery } from '@tanstack/react-query';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { organisationsQuery } from '../live/queries.ts';
import { CodeList } from '../marks/code-list.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { Fact } from './fact.tsx';

/** Whom the issuer restricted it to: told to the issuer and the coordinator, nothing for others. */
export function Audience({ warning: { audience } }: { warning: Pick<Warning, 'audience'> }) {
  const { t } = useWords();
  if (audience === undefined) return null;
  const { only, except = [] } = audience;
  return (
    <Fact name={t('raise.audience')}>
      {only === undefined && except.length === 0 && t('raise.sharing.all')}
      {only && <Organisations label={t('raise.organisations.only')} ids={only} />}
      {except.length > 0 && <Organisations label={t('raise.organisations.except')} ids={except} />}
    </Fact>
  );
}

function Organisations({ label, ids }: { label: string; ids: readonly string[] }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const found = useQuery(organisationsQuery(call));
  const names = new Map((found.data ?? []).map(({ id, name }) => [id, name]));
  return (
    <>
      {label}
      <CodeList
        label={label}
        codes={ids.map((key) => ({ key, label: names.get(key) ?? t('warning.unlisted', { id: key.slice(-8) }) }))}
      />
    </>
  );
}
