import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { CodeList } from '../marks/code-list.tsx';
import { Ago, Moment } from '../marks/moment.tsx';
import { countryName, languageName } from '../marks/names.ts';
import { Audience } from './audience.tsx';
import { Fact } from './fact.tsx';
import styles from './warning.module.css';

/** Where, in which languages, against whom, when, how sure: each code with its label. */
export function Facts({ warning }: { warning: Warning }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('warning.facts')}</h2>
      <dl className={styles.facts}>
        <Reach warning={warning} />
        {(['trigger', 'severity', 'urgency', 'certainty'] as const).map((name) => (
          <Fact key={name} name={t(`warning.${name}`)}>
            <Code label={codeKey(name, warning, 'label')} definition={codeKey(name, warning, 'definition')} />
          </Fact>
        ))}
        <Times warning={warning} />
        <Audience warning={warning} />
      </dl>
    </section>
  );
}

/** From when until when. */
export function Times({ warning }: { warning: Pick<Warning, 'onset' | 'expires'> }) {
  const { t } = useWords();
  return (['onset', 'expires'] as const).map((name) => (
    <Fact key={name} name={t(`warning.${name}`)}>
      <Moment at={warning[name]} />{' '}
      <span className={styles.reading}>
        <Ago at={warning[name]} />
      </span>
    </Fact>
  ));
}

function Reach({ warning }: { warning: Warning }) {
  const { t, locale } = useWords();
  return (
    <>
      <Fact name={t('warning.where')}>
        {warning.countries.length === 0 ? (
          t('marks.everywhere')
        ) : (
          <CodeList codes={warning.countries.map((key) => ({ key, label: countryName(key, locale) }))} />
        )}
        {warning.subdivisions.length > 0 && <span className={styles.reading}>{warning.subdivisions.join(', ')}</span>}
      </Fact>
      <Fact name={t('warning.languages')}>
        <CodeList codes={warning.languages.map((key) => ({ key, label: languageName(key, locale) }))} />
      </Fact>
      <Fact name={t('warning.grounds')}>
        <CodeList
          codes={warning.grounds.map((key) => ({
            key,
            label: t(`codes.grounds.${key}.label`),
            definition: t(`codes.grounds.${key}.definition`),
          }))}
        />
      </Fact>
    </>
  );
}

type CodeName = 'trigger' | 'severity' | 'urgency' | 'certainty';

function codeKey<Part extends 'label' | 'definition'>(name: CodeName, warning: Warning, part: Part) {
  const keys = {
    trigger: `codes.trigger.${warning.trigger}.${part}`,
    severity: `codes.severity.${warning.severity}.${part}`,
    urgency: `codes.urgency.${warning.urgency}.${part}`,
    certainty: `codes.certainty.${warning.certainty}.${part}`,
  } as const;
  return keys[name];
}

type CodeKey = ReturnType<typeof codeKey<'label' | 'definition'>>;

function Code({ label, definition }: { label: CodeKey; definition: CodeKey }) {
  const { t } = useWords();
  return (
    <>
      {t(label)} <span className={styles.reading}>{t(definition)}</span>
    </>
  );
}
