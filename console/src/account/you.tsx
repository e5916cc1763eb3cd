import { useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { mailLanguages } from '../../../core/contract/mail-subscriber.ts';
import { useWords } from '../languages/words.tsx';
import { languageName } from '../marks/names.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Answer } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { OwnAddress } from './own-address.tsx';
import styles from './account.module.css';

export function You({ member, onChanged }: { member: Answer<'getMember'>; onChanged: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [name, setName] = useState(member.name);
  const [language, setLanguage] = useState(member.language ?? 'en');
  const [saved, setSaved] = useState(false);
  // Over the API it may be any: what stands stays to be chosen.
  const choices = [...new Set([...mailLanguages, member.language ?? 'en'])];
  const saving = useAttempt(async () => {
    setSaved(false);
    await call('changeMe', { body: { name: name.trim(), language } });
    setSaved(true);
    onChanged();
  });
  return (
    <section className={styles.section} aria-labelledby="you">
      <h2 id="you">{t('account.you')}</h2>
      <p>
        {member.address} · {t(`codes.role.${member.role}.label`)}
      </p>
      <form className={styles.form} noValidate onSubmit={saving.submit}>
        <TextInput
          label={t('account.name')}
          description={t('account.nameHint')}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <NativeSelect
          label={t('account.language')}
          data={choices.map((value) => ({ value, label: languageName(value, value) }))}
          value={language}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        />
        <div className={styles.row}>
          <SendButton type="submit" loading={saving.sending}>
            {t('account.save')}
          </SendButton>
          <span aria-live="polite">{saved && t('account.saved')}</span>
        </div>
        <Problem error={saving.error} />
      </form>
      <OwnAddress />
    </section>
  );
}
