import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { applicationQuestion, applicationRefusal, type Application } from '../../../core/contract/application.ts';
import { Opener } from '../forms/opener.tsx';
import { TextForm } from '../forms/text-form.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { administration, applicationQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { Admit } from './admit.tsx';
import { ApplicationFacts, Exchange } from './application-facts.tsx';
import styles from '../forms/forms.module.css';

const route = getRouteApi('/network/applications/$id');

/** One application, what was written about it, and what the coordinator decides. */
export function ApplicationPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { id } = route.useParams();
  const found = useQuery(applicationQuery(call, id));
  const application = found.data;
  return (
    <SectionPage of="network" title={application?.organisation ?? t('applications.one')}>
      <div className={styles.page}>
        <p>
          <Link to="/network/applications">{t('applications.back')}</Link>
        </p>
        <Unread of={found} />
        {application && (
          <>
            <div className={styles.panel}>
              <p role="status">
                <span className={styles.state} data-attention={application.state === 'open' || undefined}>
                  {t(`applications.state.${application.state}`)}
                </span>
              </p>
              <ApplicationFacts application={application} />
              <Exchange messages={application.messages} />
            </div>
            {(application.state === 'open' || application.state === 'asked') && <Decisions application={application} />}
          </>
        )}
      </div>
    </SectionPage>
  );
}

function Decisions({ application }: { application: Application }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { id, organisation } = application;
  const stale = [administration.applications];
  return (
    <div className={styles.actions}>
      {may(me, 'admit') && (
        <Opener label={t('applications.admit')} of={organisation} main>
          {(close) => <Admit application={application} onClose={close} />}
        </Opener>
      )}
      {may(me, 'askApplicant') && (
        <Opener label={t('applications.ask')} of={organisation} large>
          {(close) => (
            <TextForm
              member="text"
              schema={applicationQuestion}
              label={t('applications.question')}
              hint={t('applications.questionHint')}
              action={t('applications.askIt')}
              stale={stale}
              send={(body) => call('askApplicant', { path: { id }, body })}
              onDone={close}
              onCancel={close}
            />
          )}
        </Opener>
      )}
      {may(me, 'refuseApplication') && (
        <Opener label={t('applications.refuse')} of={organisation} large>
          {(close) => (
            <TextForm
              member="reason"
              schema={applicationRefusal}
              label={t('applications.reason')}
              hint={t('applications.reasonHint')}
              action={t('applications.refuseIt')}
              stale={stale}
              send={(body) => call('refuseApplication', { path: { id }, body })}
              onDone={close}
              onCancel={close}
            />
          )}
        </Opener>
      )}
    </div>
  );
}
