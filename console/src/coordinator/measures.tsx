import type { z } from 'zod';
import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { measureRequest, retractionRequest, type MemberOrganisation } from '../../../core/contract/application.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Opener } from '../forms/opener.tsx';
import { TextForm } from '../forms/text-form.tsx';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import { ChangeStanding } from './change-standing.tsx';
import styles from '../forms/forms.module.css';

interface Props {
  organisation: MemberOrganisation;
}

const stale = [administration.organisations];

/** What the coordinator does about an organisation, from the mild to the hard. */
export function Measures({ organisation }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const others = !isOwn(me, organisation);
  return (
    <div className={styles.actions}>
      {may(me, 'changeOrganisation') && (
        <Opener label={t('organisations.change')} of={organisation.name}>
          {(close) => <ChangeStanding organisation={organisation} onClose={close} />}
        </Opener>
      )}
      {others && may(me, 'brakeOrganisation') && <Brake organisation={organisation} />}
      {others && may(me, 'suspendOrganisation') && <Suspension organisation={organisation} />}
      {others && may(me, 'retractWarnings') && organisation.kind === 'cso' && (
        <Opener label={t('organisations.retract')} of={organisation.name}>
          {(close) => <Retraction organisation={organisation} onClose={close} />}
        </Opener>
      )}
    </div>
  );
}

function Brake({ organisation: { id, name, braked, kind } }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  if (braked) {
    return (
      <Confirm
        label={t('organisations.release')}
        of={name}
        means={t('organisations.releaseMeans', { name })}
        action={t('organisations.releaseIt')}
        stale={stale}
        send={() => call('releaseOrganisation', { path: { id } })}
      />
    );
  }
  if (kind !== 'cso') return null;
  return (
    <Opener label={t('organisations.brake')} of={name}>
      {(close) => (
        <TextForm
          member="reason"
          schema={measureRequest}
          label={t('organisations.reason')}
          hint={t('organisations.reasonHint')}
          means={t('organisations.brakeMeans', { name })}
          action={t('organisations.brakeIt')}
          stale={stale}
          send={(body) => call('brakeOrganisation', { path: { id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </Opener>
  );
}

function Suspension({ organisation: { id, name, state } }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  if (state === 'suspended') {
    return (
      <Confirm
        label={t('organisations.resume')}
        of={name}
        means={t('organisations.resumeMeans', { name })}
        action={t('organisations.resumeIt')}
        stale={stale}
        send={() => call('resumeOrganisation', { path: { id } })}
      />
    );
  }
  return (
    <Opener label={t('organisations.suspend')} of={name}>
      {(close) => (
        <TextForm
          member="reason"
          schema={measureRequest}
          label={t('organisations.reason')}
          hint={t('organisations.reasonHint')}
          means={t('organisations.suspendMeans', { name })}
          action={t('organisations.suspendIt')}
          stale={stale}
          send={(body) => call('suspendOrganisation', { path: { id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </Opener>
  );
}

/** Calls off all that an organisation raised, once its name was typed. */
function Retraction({ organisation: { id, name }, onClose }: Props & { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [suspend, setSuspend] = useState(true);
  const [withheld, setWithheld] = useState(false);
  const send = async (body: z.output<typeof retractionRequest>): Promise<unknown> =>
    call('retractWarnings', { path: { id }, body });
  return (
    <TextForm
      member="reason"
      schema={retractionRequest}
      label={t('organisations.reason')}
      hint={t('organisations.retractHint')}
      means={t('organisations.retractMeans', { name })}
      action={t('organisations.retractIt')}
      more={{ suspend, withheld }}
      stale={stale}
      typedName={name}
      send={send}
      onDone={onClose}
      onCancel={onClose}
    >
      <Checkbox
        label={t('organisations.andSuspend')}
        checked={suspend}
        onChange={({ currentTarget }) => setSuspend(currentTarget.checked)}
      />
      <Checkbox
        label={t('organisations.withheldToo')}
        description={t('organisations.withheldTooMeans')}
        checked={withheld}
        onChange={({ currentTarget }) => setWithheld(currentTarget.checked)}
      />
    </TextForm>
  );
}
