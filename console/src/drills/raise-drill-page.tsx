import { useWords } from '../languages/words.tsx';
import type { Draft } from '../raise/draft.ts';
import { RaisePage } from '../raise/raise-page.tsx';
import { toLocal } from '../raise/times.ts';

const day = 86_400_000;

/** The form of every warning, filled in for an exercise: it goes the ordinary way. */
export function RaiseDrillPage() {
  const { t, language } = useWords();
  const draft = () => ({
    ...exercise,
    language,
    languages: [language],
    headline: t('drills.headline'),
    description: t('drills.text'),
    expires: toLocal(Date.now() + day),
  });
  return <RaisePage prepared={{ name: 'drill', draft }} />;
}

/** Grave enough to be answered the same day, and about nothing that anybody could take for real. */
const exercise: Partial<Draft> = {
  status: 'exercise',
  trigger: 'viral_content',
  grounds: ['xenophobia'],
  severity: 'severe',
  urgency: 'immediate',
  certainty: 'likely',
  asks: ['raise_monitoring', 'share_findings'],
  expiresChosen: true,
  tlp: 'TLP:GREEN',
};
