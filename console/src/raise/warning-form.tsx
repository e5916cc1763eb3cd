import { useId, type ReactNode } from 'react';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { useTranslation } from 'react-i18next';
import { AskedSection } from './asked-section.tsx';
import type { Draft } from './draft.ts';
import { FaultSummary } from './fault-summary.tsx';
import type { Faults } from './faults.ts';
import { FaultsContext, FormContext } from './form-context.ts';
import { Preview } from './preview.tsx';
import { SharingSection } from './sharing-section.tsx';
import { TranslationsSection } from './translations-section.tsx';
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

/** A warning as a form, in the order in which one knows it: what, against whom and where, what is asked, who may have it. */
export function WarningForm({ draft, change, faults, attempt, busy, revision, onSubmit, before, end }: Props) {
  const { t } = useTranslation();
  return (
    <FormContext value={{ draft, change }}>
      <FaultsContext value={faults}>
        <form
          className={styles.page}
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
            <Section number={3} title={t('raise.asked')}>
              <AskedSection />
              <TranslationsSection />
            </Section>
            <Section number={4} title={t('raise.who')}>
              <SharingSection />
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
