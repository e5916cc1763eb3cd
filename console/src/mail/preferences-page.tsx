import { useState } from 'react';
import { Outside } from '../apply/outside.tsx';
import { useWords } from '../languages/words.tsx';
import { takeMailedToken } from '../session/mailed-token.ts';
import { Preferences } from './preferences.tsx';

/** Where the link in each mail leads: what a subscriber is mailed. */
export function PreferencesPage() {
  const { t } = useWords();
  const [token] = useState(takeMailedToken);
  return (
    <Outside title={t('mailPreferences.title')}>
      {token === '' ? (
        <p>
          {t('mailPreferences.noToken')} <a href="/mail">{t('mailPreferences.newLink')}</a>
        </p>
      ) : (
        <Preferences token={token} />
      )}
    </Outside>
  );
}
