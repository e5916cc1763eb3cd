import { useId, type ReactNode } from 'react';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import type { Draft } from './draft.ts';
import { FaultSummary } from './fault-summary.tsx';
import type { Faults } from './faults.ts';
import { FaultsContext, FormContext } from './form-context.ts';
import { Preview } from './preview.tsx';
import { FoldedSharing, Optional } from './folded-sections.tsx';
import type { Revision } from './use-preview.ts';
import { WhatSection } from './what-section.tsx';
import { WhereSection } from './where-section.tsx';
import styles from './raise.module.css';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  faults: Faults;
  attempt: number;
  /** It is on its way: what is typed now would not go along. */
  busy: boolean;
  revision?: Revision;
  onSubmit: () => void;
  /** What stands above the sections, and what ends the form. */
  before: ReactNode;
  end: ReactNode;
}

/** A warning as a form: what must be said first, in the order in which one knows it; then who may have it, and what can be left out. */
export function WarningForm({ draft, change, faults, attempt, busy, revision, onSubmit, before, end }: Props) {
  const { t } = useWords();
  return (
    <FormContext value={{ draft, change, fresh: revision === undefined }}>
      <FaultsContext value={faults}>
        <form
          className={styles.page}
          data-status={draft.status}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {/* Enter in a field presses a form's first button. This one does nothing: a warning half written stays here. */}
          <input type="submit" disabled hidden />
          <fieldset className={styles.sections} disabled={busy}>
            {before}
            <FaultSummary faults={faults} attempt={attempt} />
            <Section number={1} title={t('raise.what')}>
              <WhatSection />
            </Section>
            <Section number={2} title={t('raise.where')}>
              <WhereSection />
            </Section>
            <Section number={3} title={t('raise.who')}>
              <FoldedSharing draft={draft} />
            </Section>
            <Section number={4} title={t('raise.ifTime')}>
              <Optional draft={draft} />
            </Section>
          </fieldset>
          <div className={styles.aside}>
            <Preview draft={draft} revision={revision} />
            {end}
          </div>
        </form>
      </FaultsContext>
    </FormContext>
  );
}

function Section({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>
        <span aria-hidden="true">{number}</span> {title}
      </h2>
      {children}
    </section>
  );
}
