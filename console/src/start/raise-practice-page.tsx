import { useWords } from '../languages/words.tsx';
import type { Draft } from '../raise/draft.ts';
import { RaisePage } from '../raise/raise-page.tsx';
import { toLocal } from '../raise/times.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { PracticePanel } from './practice-panel.tsx';
import { usePractice } from './practice.ts';

const hour = 3_600_000;

/** The form of every warning, filled in for a test that nobody else may see. */
export function RaisePracticePage() {
  const { t, language } = useWords();
  const { me } = useSignedIn();
  const { raised } = usePractice();
  const draft = () => ({
    ...test,
    language,
    languages: [language],
    headline: t('practice.headline'),
    description: t('practice.text'),
    organisations: [me.organisation.id ?? ''],
    expires: toLocal(Date.now() + 2 * hour),
  });
  return (
    <>
      <PracticePanel />
      <RaisePage prepared={{ name: 'practice', draft, onRaised: raised }} />
    </>
  );
}

const test: Partial<Draft> = {
  status: 'test',
  trigger: 'viral_content',
  grounds: ['xenophobia'],
  severity: 'minor',
  urgency: 'expected',
  certainty: 'possible',
  sharing: 'only',
  expiresChosen: true,
};
