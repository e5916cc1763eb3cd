import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Answer } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { OwnAddress } from './own-address.tsx';
import styles from './account.module.css';

export function You({ member, onChanged }: { member: Answer<'getMember'>; onChanged: () => void }) {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  const [name, setName] = useState(member.name);
  const [language, setLanguage] = useState(member.language ?? '');
  const [saved, setSaved] = useState(false);
  const saving = useAttempt(async () => {
    setSaved(false);
    const tag = language.trim();
    await call('changeMe', { body: { name: name.trim(), language: tag === '' ? null : tag } });
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
        <TextInput
          label={t('account.language')}
          description={t('account.languageHint')}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
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
