import { roles, type Role } from '../../../core/contract/vocabularies.ts';
import { SelectField } from '../forms/select-field.tsx';
import { useWords } from '../languages/words.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { isOwner } from './people-rules.ts';

/** A role and what it means. Only owners make owners. */
export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const offered = (Object.keys(roles) as Role[]).filter((role) => role !== 'owner' || isOwner(me));
  return (
    <SelectField
      pointer="/role"
      label={t('people.role')}
      hint={t(`codes.role.${value}.definition`)}
      value={value}
      onChange={onChange}
      choices={offered.map((role) => ({ value: role, label: t(`codes.role.${role}.label`) }))}
    />
  );
}
