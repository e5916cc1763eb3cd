import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { mailLanguages } from '../../../core/contract/mail-subscriber.ts';
import { roles, type Role } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { languageName } from '../marks/names.ts';
import { useField } from '../raise/form-context.ts';
import { Rows } from '../raise/rows.tsx';
import { choiceOf, noAddress, type AddressDraft, type TargetDraft } from './target-draft.ts';
import { useMembers } from './target-names.ts';

interface Props {
  /** Of the list of targets. */
  pointer: string;
  value: TargetDraft;
  onChange: (value: TargetDraft) => void;
  /** The coordinator may be told: by the last step of a policy alone. */
  coordinator?: boolean;
}

/** Whom a step or a mail tells: people, roles, the coordinator; and other addresses. */
export function TargetFields({ pointer, value, onChange, coordinator = false }: Props) {
  const { t } = useWords();
  const { chosen, addresses } = value;
  return (
    <>
      <MultiSelect
        {...useField(pointer)}
        label={t('targets.label')}
        data={useChoices(coordinator || chosen.includes('coordinator'), chosen)}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('board.nothingFound')}
        value={[...chosen]}
        onChange={(picked) => onChange({ ...value, chosen: picked })}
      />
      <Rows
        pointer={`${pointer}/addresses`}
        label={t('targets.addresses')}
        hint={t('targets.addressesHint')}
        add={t('targets.add')}
        name={(index) => t('targets.address', { number: index + 1 })}
        rows={addresses}
        empty={noAddress}
        onChange={(rows) => onChange({ ...value, addresses: rows })}
      >
        {(row, set, at) => (
          // They are sent behind what is chosen of the list.
          <AddressFields row={row} set={set} at={`${pointer}/${chosen.length + Number(at.split('/').at(-1))}`} />
        )}
      </Rows>
    </>
  );
}

interface AddressProps {
  row: AddressDraft;
  set: (part: Partial<AddressDraft>) => void;
  at: string;
}

function AddressFields({ row, set, at }: AddressProps) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        {...useField(`${at}/address`)}
        label={t('targets.mail')}
        type="email"
        required
        value={row.address}
        onChange={({ currentTarget }) => set({ address: currentTarget.value })}
      />
      <NativeSelect
        {...useField(`${at}/language`)}
        label={t('targets.language')}
        data={[
          { value: '', label: t('targets.anyLanguage') },
          ...mailLanguages.slice(1).map((tag) => ({ value: tag, label: languageName(tag, tag) })),
        ]}
        value={row.language}
        onChange={({ currentTarget }) => set({ language: currentTarget.value })}
      />
    </>
  );
}

/** Roles, then people by their names; who is chosen and gone stays to be taken out. */
function useChoices(coordinator: boolean, chosen: readonly string[]) {
  const { t, locale } = useWords();
  const { data: members = [] } = useMembers();
  const { compare } = new Intl.Collator(locale);
  const offered = [
    ...(Object.keys(roles) as Role[]).map((role) => ({
      value: choiceOf({ type: 'role', role }),
      label: t('targets.role', { role: t(`codes.role.${role}.label`) }),
    })),
    ...members
      .map(({ id, name }) => ({ value: choiceOf({ type: 'member', id }), label: name }))
      .toSorted((one, other) => compare(one.label, other.label)),
    ...(coordinator ? [{ value: 'coordinator', label: t('targets.coordinator') }] : []),
  ];
  const gone = chosen.filter((value) => !offered.some((one) => one.value === value));
  return [...offered, ...gone.map((value) => ({ value, label: t('targets.former') }))];
}
