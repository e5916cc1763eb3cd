import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Domain } from '../../../core/contract/single-sign-on.ts';
import { Opener } from '../forms/opener.tsx';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { ownMemberQuery } from '../live/administration-queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from '../forms/forms.module.css';

/** For whoever has an address there: signing in by the provider once, before others depend on it. */
export function TryIt({ proven }: { proven: readonly Domain[] }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const own = useQuery({ ...ownMemberQuery(call, me.as.id), enabled: me.as.type === 'member' });
  const address = own.data?.address ?? '';
  const isProven = proven.some(({ name }) => address.toLowerCase().endsWith(`@${name}`));
  if (!isProven) return null;
  return <Opener label={t('singleSignOn.tryIt')}>{(close) => <Trying address={address} onClose={close} />}</Opener>;
}

function Trying({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const trying = useAttempt(async () => {
    const { url } = await call('beginSingleSignOn', { body: { address } });
    window.location.assign(url);
  });
  return (
    <>
      <p>{t('singleSignOn.tryMeans', { address })}</p>
      <Problem error={trying.error} />
      <div className={styles.actions}>
        <SendButton loading={trying.sending} onClick={trying.send}>
          {t('singleSignOn.goThere')}
        </SendButton>
        <Button variant="default" onClick={onClose}>
          {t('frame.cancel')}
        </Button>
      </div>
    </>
  );
}
