import { useState } from 'react';
import type { Membership } from '../../../core/contract/session.ts';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork, TocsinError } from '../network.ts';
import { Entry } from './entry.tsx';
import { takeMailedToken } from './mailed-token.ts';
import type { EntryProps } from './entry-props.ts';
import { LinkForm } from './sign-in.tsx';
import { SomebodyHere } from './somebody-here.tsx';
import { useAttempt } from './use-attempt.ts';
import styles from './sign-in.module.css';

/** Where the link of a mail leads: nothing happens before its button is pressed, because scanners follow links. */
export function LinkPage({ onEnter, onStay }: EntryProps) {
  return (
    <SomebodyHere onStay={onStay}>
      <SignInByLink onEnter={onEnter} />
    </SomebodyHere>
  );
}

function SignInByLink({ onEnter }: Pick<EntryProps, 'onEnter'>) {
  const { t } = useWords();
  const [token] = useState(takeMailedToken);
  const [choices, setChoices] = useState<readonly Membership[]>([]);
  const [member, setMember] = useState<string>();
  const entering = useAttempt(async () => {
    const body = member === undefined ? { token } : { token, member };
    const answer = await openNetwork().call('useSignInLink', { body });
    if ('choose' in answer) setChoices(answer.choose);
    else onEnter('/');
  });
  const isOver = entering.error instanceof TocsinError && entering.error.code === 'unauthorized';
  return (
    <Entry title={t('link.title')} lead={t(choices.length > 0 ? 'link.choose' : 'link.lead')}>
      <div className={styles.form}>
        {choices.length > 0 && <Choices choices={choices} member={member} onChange={setMember} />}
        {!isOver && (
          <SendButton
            fullWidth
            loading={entering.sending}
            disabled={choices.length > 0 && member === undefined}
            onClick={entering.send}
          >
            {t('link.enter')}
          </SendButton>
        )}
        <Problem error={entering.error} />
        {isOver && <LinkForm />}
      </div>
    </Entry>
  );
}

function Choices(props: {
  choices: readonly Membership[];
  member: string | undefined;
  onChange: (member: string) => void;
}) {
  const { t } = useWords();
  return (
    <fieldset className={styles.choices}>
      <legend>{t('link.as')}</legend>
      {props.choices.map(({ member, name, role, organisation }) => (
        <label key={member}>
          <input type="radio" name="member" checked={props.member === member} onChange={() => props.onChange(member)} />{' '}
          <span>
            <strong>
              <bdi>{organisation.name}</bdi>
            </strong>{' '}
            – <bdi>{name}</bdi>, {t(`codes.role.${role}.label`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
