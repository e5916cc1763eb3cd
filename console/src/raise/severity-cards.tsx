import { severities, type Severity } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { useForm } from './form-context.ts';

/** Severity, shown as it will be on the board. */
export function SeverityCards() {
  const { t } = useWords();
  const { draft, change } = useForm();
  return (
    <ChoiceCards
      pointer="/severity"
      label={t('raise.severity')}
      value={draft.severity}
      onChange={(severity) => change({ severity: severity as Severity })}
      choices={(Object.keys(severities) as Severity[]).map((value) => ({
        value,
        label: <SeverityMark severity={value} />,
        definition: t(`codes.severity.${value}.definition`),
      }))}
    />
  );
}
