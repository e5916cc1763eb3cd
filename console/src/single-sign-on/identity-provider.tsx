import type { Domain, SingleSignOn } from '../../../core/contract/single-sign-on.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Copied } from '../forms/copied.tsx';
import { Facts } from '../forms/facts.tsx';
import { Opener } from '../forms/opener.tsx';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { Ago } from '../marks/moment.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { SetProvider } from './set-provider.tsx';
import { TryIt } from './try-it.tsx';
import styles from '../forms/forms.module.css';

interface Props {
  found: SingleSignOn;
  domains: readonly Domain[];
}

/** The provider that an organisation has set, whom it signs in, and what may be done about it. */
export function IdentityProvider({ found, domains }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { redirectUri, provider } = found;
  const mayChange = may(me, 'setSingleSignOn');
  const proven = domains.filter(({ verifiedAt }) => verifiedAt !== null);
  return (
    <>
      <h2>{t('singleSignOn.provider')}</h2>
      {provider === null && <p>{t('singleSignOn.none')}</p>}
      {provider !== null && proven.length === 0 && <p className={styles.attention}>{t('singleSignOn.nobodyYet')}</p>}
      <Facts
        of={[
          [t('singleSignOn.redirectUri'), <Copied key="uri" text={redirectUri} of={t('singleSignOn.redirectUri')} />],
          [t('singleSignOn.issuer'), provider?.issuer],
          [t('singleSignOn.clientId'), provider?.clientId],
          [
            t('singleSignOn.enforcement'),
            provider && t(provider.enforced ? 'singleSignOn.alone' : 'singleSignOn.beside'),
          ],
          [t('singleSignOn.changed'), provider && <Ago at={provider.updatedAt} />],
        ]}
      />
      {!mayChange && <p className={styles.muted}>{t('singleSignOn.ownersAlone')}</p>}
      <div className={styles.actions}>
        {provider !== null && <TryIt proven={proven} />}
        {mayChange && (
          <Opener label={t(provider === null ? 'singleSignOn.set' : 'singleSignOn.change')}>
            {(close) => <SetProvider kept={provider} redirectUri={redirectUri} onClose={close} />}
          </Opener>
        )}
        {provider !== null && may(me, 'removeSingleSignOn') && <Removal issuer={provider.issuer} />}
      </div>
    </>
  );
}

function Removal({ issuer }: { issuer: string }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  return (
    <Confirm
      label={t('singleSignOn.remove')}
      of={issuer}
      means={t('singleSignOn.removeMeans')}
      action={t('singleSignOn.removeIt')}
      stale={[administration.singleSignOn]}
      send={() => call('removeSingleSignOn', {})}
    />
  );
}
