import { useQuery } from '@tanstack/react-query';
import { useWords } from '../languages/words.tsx';
import { teamsQuery } from '../live/administration-queries.ts';
import { Pills } from '../raise/pills.tsx';
import { useSignedIn } from '../session/signed-in.ts';

/** The teams to be limited to; nothing where there is but one. */
export function TeamPills({
  value,
  onChange,
  hint,
}: {
  value: string[];
  onChange: (ids: string[]) => void;
  hint: string;
}) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { data: teams = [] } = useQuery(teamsQuery(call));
  if (teams.length < 2) return null;
  return (
    <Pills
      pointer="/teams"
      label={t('people.teams')}
      hint={hint}
      value={value}
      onChange={onChange}
      choices={teams.map(({ id, name }) => ({ value: id, label: name, definition: name }))}
    />
  );
}
