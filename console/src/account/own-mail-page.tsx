import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ownMailPatch, type OwnMail } from '../../../core/contract/own-mail.ts';
import { MatterFields } from '../board/filters.tsx';
import { Form } from '../forms/form.tsx';
import { ownTimeZone } from '../forms/time-zone-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useTitle } from '../frame/title.ts';
import { useWords } from '../languages/words.tsx';
import { ownMailQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { draftOf, patchOf } from './own-mail-draft.ts';
import { QuietHoursFields, useQuietNames } from './quiet-hours.tsx';
import fields from '../forms/forms.module.css';
import styles from './account.module.css';

/** Which warnings a member has mailed to them by their own choice, and when not. */
export function OwnMailPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  useTitle(t('ownMail.title'));
  const isMember = me.as.type === 'member';
  const chosen = useQuery({ ...ownMailQuery(call, me.as.id), enabled: isMember });
  return (
    <div className={styles.page}>
      <h1>{t('ownMail.title')}</h1>
      <p>{isMember ? t('ownMail.lead') : t('account.forKeys')}</p>
      {isMember && <Unread of={chosen} />}
      {chosen.data && <Choice chosen={chosen.data} />}
      <p>
        <Link to="/account">{t('account.back')}</Link>
      </p>
    </div>
  );
}

function Choice({ chosen }: { chosen: OwnMail }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(chosen, ownTimeZone()));
  const [saved, setSaved] = useState<OwnMail>();
  const sending = useSending({
    schema: ownMailPatch,
    send: (body) => call('changeOwnMail', { body }),
    onDone: (changed) => {
      queries.setQueryData(ownMailQuery(call, me.as.id).queryKey, changed);
      setSaved(changed);
    },
  });
  const names = useQuietNames(draft.quiet.length);
  const change = (part: Partial<typeof draft>): void => {
    setSaved(undefined);
    setDraft({ ...draft, ...part });
  };
  return (
    <section className={styles.section} aria-label={t('ownMail.title')}>
      <Form sending={sending} submit={t('account.save')} names={names} onSubmit={() => sending.submit(patchOf(draft))}>
        <Checkbox
          label={t('ownMail.warnings')}
          description={t('ownMail.warningsHint')}
          checked={draft.warnings}
          onChange={({ currentTarget }) => change({ warnings: currentTarget.checked })}
        />
        <h2>{t('ownMail.which')}</h2>
        <p>{t('ownMail.whichMeans')}</p>
        <div className={fields.pair}>
          <MatterFields value={draft.matter} onChange={(matter) => change({ matter })} />
        </div>
        <h2>{t('ownMail.when')}</h2>
        <QuietHoursFields
          draft={draft}
          change={change}
          hints={{ zone: t('ownMail.timeZoneHint'), quiet: t('ownMail.quietHint') }}
        />
      </Form>
      <p role="status">{saved && t(saved.warnings ? 'ownMail.savedOn' : 'ownMail.savedOff')}</p>
    </section>
  );
}
