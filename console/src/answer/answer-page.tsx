import { useEffect, useState } from 'react';
import { Anchor } from '@mantine/core';
import type { AnswerLink } from '../../../core/contract/answer-link.ts';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { openNetwork } from '../network.ts';
import { Entry } from '../session/entry.tsx';
import type { EntryProps } from '../session/entry-props.ts';
import { takeMailedToken } from '../session/mailed-token.ts';
import { AnswerChoice } from './answer-choice.tsx';
import { AskedAbout, AskedFacts } from './asked-about.tsx';
import styles from './answer.module.css';

/** Where the button of an escalation's mail leads: opening it changes nothing, because scanners follow links and press buttons. */
export function AnswerPage({ onEnter }: EntryProps) {
  const { t } = useWords();
  const [token] = useState(takeMailedToken);
  const [link, setLink] = useState<AnswerLink>();
  const [isTaken, setTaken] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    openNetwork().call('viewAnswerLink', { body: { token } }).then(setLink, setFailure);
  }, [token]);
  const to = link ? `/warnings/${link.warning}` : '/';
  return (
    <Entry title={t(titleOf(link, isTaken))}>
      <div className={styles.page}>
        <Problem error={failure} />
        {link && <Standing link={link} isTaken={isTaken} />}
        {link && link.state !== 'over' && <AskedAbout link={link} />}
        {link?.state === 'open' && (
          <AnswerChoice
            link={link}
            token={token}
            onAnswered={(answered, state) => {
              setTaken(state === 'acknowledged');
              setLink(answered);
            }}
          />
        )}
        {link && link.state !== 'over' && <AskedFacts link={link} />}
        {(link || failure) && (
          <p>
            <Anchor
              href={to}
              onClick={(event) => {
                event.preventDefault();
                onEnter(to);
              }}
            >
              {t('answerLink.more')}
            </Anchor>
          </p>
        )}
      </div>
    </Entry>
  );
}

function titleOf(link: AnswerLink | undefined, isTaken: boolean) {
  if (link === undefined) return 'answerLink.opening';
  if (isTaken && link.state === 'answered') return 'answerLink.taken';
  return link.state === 'signed-in' ? 'answerLink.signedIn' : (`answerLink.${link.state}` as const);
}

/** What became of the link, told also to those who do not see the page change. */
function Standing({ link: { state, answer }, isTaken }: { link: AnswerLink; isTaken: boolean }) {
  const { t } = useWords();
  return (
    <div role="status">
      {answer && (
        <p>
          <strong>{t(`codes.acknowledgementState.${answer.state}.label`)}</strong>:{' '}
          <bdi>{answer.by ?? t('answerLink.unnamed')}</bdi>
        </p>
      )}
      {state === 'answered' && isTaken && <p>{t('answerLink.takenLead')}</p>}
      {state === 'used' && <p>{t('answerLink.usedLead')}</p>}
      {state === 'over' && <p>{t('answerLink.overLead')}</p>}
      {state === 'signed-in' && <p>{t('answerLink.signedInLead')}</p>}
    </div>
  );
}
