import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ApplicationState } from '../../../core/contract/application.ts';
import { SelectField } from '../forms/select-field.tsx';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/select.css';
import { SectionPage } from '../frame/section-page.tsx';
import { applicationsQuery } from '../live/administration-queries.ts';
import { Ago } from '../marks/moment.tsx';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';

const states = ['open', 'asked', 'unconfirmed', 'admitted', 'refused', 'withdrawn'] as const;

/** Who asks to join: those that wait for an answer first to see. */
export function ApplicationsPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [state, setState] = useState<ApplicationState | ''>('');
  const found = useQuery(applicationsQuery(call));
  const shown = found.data?.filter((application) => state === '' || application.state === state);
  return (
    <SectionPage of="network" title={t('applications.title')}>
      <div className={styles.page}>
        <SelectField
          pointer="/state"
          label={t('applications.show')}
          value={state}
          onChange={setState}
          choices={[
            { value: '', label: t('applications.all') },
            ...states.map((value) => ({ value, label: t(`applications.state.${value}`) })),
          ]}
        />
        <Unread of={found} />
        {shown?.length === 0 && <p>{t(found.data?.length === 0 ? 'applications.empty' : 'applications.none')}</p>}
        <ul className={styles.list} aria-label={t('applications.title')}>
          {shown?.map((application) => (
            <li key={application.id} className={styles.item}>
              <div className={styles.head}>
                <h2>
                  <Link to="/network/applications/$id" params={{ id: application.id }}>
                    <bdi>{application.organisation}</bdi>
                  </Link>
                </h2>
                <span className={styles.state} data-attention={application.state === 'open' || undefined}>
                  {t(`applications.state.${application.state}`)}
                </span>
              </div>
              <p className={styles.muted}>
                {t(`codes.kind.${application.kind}.label`)} · <Ago at={application.updatedAt} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </SectionPage>
  );
}
