import { Checkbox, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tlps, type Tlp } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { organisationsQuery } from '../live/queries.ts';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { isOwn, useSignedIn } from '../session/signed-in.ts';
import { ChoiceCards } from './choice-cards.tsx';
import type { Draft } from './draft.ts';
import { fieldId } from './faults.ts';
import { useField, useForm } from './form-context.ts';
import styles from './raise.module.css';

/** Who may have it, and whether the issuer is named. */
export function SharingSection() {
  const { t } = useWords();
  const { draft, change } = useForm();
  const setTlp = (tlp: Tlp): void => change(tlp === 'TLP:RED' ? { tlp, sharing: 'only' } : { tlp });
  return (
    <>
      <ChoiceCards
        pointer="/tlp"
        label={t('raise.tlp')}
        value={draft.tlp}
        onChange={(tlp) => setTlp(tlp as Tlp)}
        choices={(Object.keys(tlps) as Tlp[]).map((value) => ({
          value,
          label: <TlpLabel tlp={value} of="clearance" />,
          definition: t(`codes.tlp.${value}.definition`),
        }))}
      />
      <p role="status" className={styles.needs}>
        {draft.tlp === 'TLP:RED' &&
          (draft.sharing !== 'only' || draft.organisations.length === 0) &&
          t('raise.redNeeds')}
      </p>
      <ChoiceCards
        pointer="/audience"
        label={t('raise.audience')}
        value={draft.sharing}
        onChange={(sharing) => change({ sharing: sharing as Draft['sharing'] })}
        choices={(['all', 'only', 'except'] as const).map((value) => ({
          value,
          label: t(`raise.sharing.${value}`),
          definition: t(`raise.sharingMeans.${value}`),
        }))}
      />
      {draft.sharing !== 'all' && <Organisations />}
      <Checkbox
        id={fieldId('/withholdIssuer')}
        label={t('raise.withhold')}
        description={t('raise.withholdMeans')}
        checked={draft.withholdIssuer}
        onChange={({ currentTarget }) => change({ withholdIssuer: currentTarget.checked })}
      />
    </>
  );
}

function Organisations() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { draft, change } = useForm();
  const found = useQuery(organisationsQuery(call));
  const listed = (found.data ?? []).filter((organisation) => !isOwn(me, organisation));
  const known = new Set(listed.map(({ id }) => id));
  return (
    <div className={styles.indented}>
      <MultiSelect
        {...useField(`/audience/${draft.sharing}`)}
        label={t(`raise.organisations.${draft.sharing === 'only' ? 'only' : 'except'}`)}
        description={found.isError ? t('frame.unreachable') : undefined}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage={t('board.nothingFound')}
        data={[
          ...listed.map(({ id, name, kind }) => ({ value: id, label: `${name} (${t(`codes.kind.${kind}.label`)})` })),
          ...draft.organisations.filter((id) => !known.has(id)).map((value) => ({ value, label: value })),
        ]}
        value={draft.organisations}
        onChange={(organisations) => change({ organisations })}
      />
    </div>
  );
}
