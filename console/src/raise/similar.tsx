import { Link } from '@tanstack/react-router';
import type { Preview } from '../../../core/contract/preview.ts';
import { useWords } from '../languages/words.tsx';
import { Headline } from '../marks/headline.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import styles from './preview.module.css';

type SimilarWarning = Preview['similar'][number];

/** What is out already and may make this one needless: to be read, and backed or revised instead. */
export function Similar({ similar }: { similar: readonly SimilarWarning[] }) {
  const { t } = useWords();
  if (similar.length === 0) return null;
  return (
    <div>
      <h3>{t('preview.similar')}</h3>
      <ul className={styles.similar}>
        {similar.map((warning) => (
          <li key={warning.id}>
            <Link to="/warnings/$id" params={{ id: warning.id }}>
              <Headline {...warning} />
            </Link>
            <span>
              <SeverityMark severity={warning.severity} /> · <PartyName party={warning.issuer} />
            </span>
            <Instead warning={warning} />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('raise.insteadKept')}</p>
    </div>
  );
}

/** Two organisations that see the same are worth more in one warning than in two. */
function Instead({ warning: { id, issuer } }: { warning: SimilarWarning }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  if (isOwn(me, issuer)) {
    return (
      <Link to="/warnings/$id/revise" params={{ id }}>
        {t('raise.reviseInstead')}
      </Link>
    );
  }
  if (!may(me, 'corroborateWarning')) return null;
  return (
    <Link to="/warnings/$id" params={{ id }} hash="corroborate">
      {t('raise.corroborateInstead')}
    </Link>
  );
}
