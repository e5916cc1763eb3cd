import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { departureRequest, organisationPatch } from '../../../core/contract/member.ts';
import { Facts } from '../forms/facts.tsx';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { PlaceFields } from '../forms/place-fields.tsx';
import { TextForm } from '../forms/text-form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { administration, ownOrganisationQuery } from '../live/administration-queries.ts';
import { countryName, languageName } from '../marks/names.ts';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { Unread } from '../marks/unread.tsx';
import type { Answer } from '../network.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';

type Own = Answer<'getOwnOrganisation'>;

/** One's own organisation as the network has it, and the way out. */
export function OrganisationPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(ownOrganisationQuery(call));
  const own = found.data;
  return (
    <SectionPage of="organisation" title={me.organisation.name}>
      <div className={styles.page}>
        <Unread of={found} />
        {own && (
          <>
            <OwnFacts own={own} />
            <p className={styles.muted}>{t('about.byCoordinator')}</p>
            {may(me, 'changeOwnOrganisation') && (
              <Opener label={t('about.change')} main>
                {(close) => <Change own={own} onClose={close} />}
              </Opener>
            )}
            {may(me, 'leaveNetwork') && (
              <Opener label={t('about.leave')} of={own.name} heading="h2" large>
                {(close) => <Departure own={own} onClose={close} />}
              </Opener>
            )}
          </>
        )}
      </div>
    </SectionPage>
  );
}

function OwnFacts({ own }: { own: Own }) {
  const { t, locale } = useWords();
  const label = <TlpLabel tlp={own.clearance} of="clearance" />;
  return (
    <Facts
      of={[
        [t('about.kind'), t(`codes.kind.${own.kind}.label`)],
        [t('organisations.clearance'), label],
        [t('organisations.listing'), t(own.listed ? 'organisations.isListed' : 'organisations.notListed')],
        [t('about.countries'), own.countries.map((code) => countryName(code, locale)).join(', ') || t('about.none')],
        [t('about.languages'), own.languages.map((tag) => languageName(tag, locale)).join(', ') || t('about.none')],
      ]}
    />
  );
}

function Change({ own, onClose }: { own: Own; onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [places, setPlaces] = useState({ countries: own.countries, languages: own.languages });
  const sending = useSending({
    schema: organisationPatch,
    stale: [administration.organisation],
    send: (body) => call('changeOwnOrganisation', { body }),
    onDone: onClose,
  });
  return (
    <Form
      sending={sending}
      submit={t('administration.save')}
      onSubmit={() => sending.submit(places)}
      onCancel={onClose}
    >
      <PlaceFields value={places} onChange={(part) => setPlaces({ ...places, ...part })} />
    </Form>
  );
}

/** Leaving with everybody, once the name was typed. */
function Departure({ own, onClose }: { own: Own; onClose: () => void }) {
  const { t } = useWords();
  const { call, signOut } = useSignedIn();
  const [cancelWarnings, setCancelWarnings] = useState(false);
  return (
    <TextForm
      member="reason"
      schema={departureRequest}
      label={t('about.reason')}
      means={t('about.leaveMeans')}
      action={t('about.leaveIt')}
      more={{ cancelWarnings }}
      optional={!cancelWarnings}
      stale={[]}
      typedName={own.name}
      send={(body) => call('leaveNetwork', { body })}
      onDone={signOut}
      onCancel={onClose}
    >
      <Checkbox
        label={t('about.callOff')}
        description={t('about.callOffMeans')}
        checked={cancelWarnings}
        onChange={({ currentTarget }) => setCancelWarnings(currentTarget.checked)}
      />
    </TextForm>
  );
}
