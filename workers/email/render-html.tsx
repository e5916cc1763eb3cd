import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import type { CSSProperties, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction, labelled } from './languages/languages.ts';
import type { Fact, Letter, Marking } from './letter.ts';

/**
 * A letter as HTML: one column, nothing from outside. Its text has the colours of the mail client, so that its dark mode stays
 * its own affair; the button and the marking bring both colours of theirs.
 */
export function renderHtml(letter: Letter): string {
  return `<!doctype html>${renderToStaticMarkup(<LetterPage letter={letter} />)}`;
}

function LetterPage({ letter }: { readonly letter: Letter }): ReactNode {
  const { language, marking, heading, paragraphs, action, further, notes } = letter;
  const tongue = { lang: language, dir: direction(language) };
  return (
    <Html {...tongue}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{':root { color-scheme: light dark; } a { color: inherit; }'}</style>
      </Head>
      <Body {...tongue} style={styles.body}>
        <div style={styles.listed}>{[heading, ...paragraphs.slice(0, 1)].join(' ')}</div>
        <Container style={styles.column}>
          <main {...tongue} style={styles.main}>
            {letter.banner !== null && <p style={styles.banner}>{letter.banner}</p>}
            {marking && <MarkingLine marking={marking} />}
            <h1 style={styles.heading}>{heading}</h1>
            <Paragraphs of={paragraphs} style={styles.paragraph} />
            <Facts of={letter.facts} in={language} inLines />
            <p style={styles.action}>
              <Button href={action.url} style={styles.button}>
                {action.label}
              </Button>
            </p>
            <Paragraphs of={further} style={styles.paragraph} />
            <Facts of={letter.details} in={language} />
            <Paragraphs of={[action.url, ...notes]} style={styles.note} />
            {marking && <MarkingLine marking={marking} />}
          </main>
        </Container>
      </Body>
    </Html>
  );
}

function MarkingLine({ marking: { label, definition } }: { readonly marking: Marking }): ReactNode {
  return (
    <p style={styles.marking}>
      <span style={{ ...styles.label, color: markingColours[label] ?? '#ffffff' }}>{label}</span> {definition}
    </p>
  );
}

function Paragraphs({ of, style }: { readonly of: readonly string[]; readonly style: CSSProperties }): ReactNode {
  return of.map((text, at) => (
    <p key={at} style={style}>
      {text}
    </p>
  ));
}

/** @param inLines label and value in one line, so that a phone's first screen holds many of them */
function Facts({
  of,
  in: language,
  inLines = false,
}: {
  readonly of: readonly Fact[];
  readonly in: string;
  readonly inLines?: boolean;
}): ReactNode {
  if (of.length === 0) return null;
  const [term, value] = inLines ? [styles.termInLine, styles.valueInLine] : [styles.term, styles.value];
  return (
    <dl style={styles.facts}>
      {of.map((fact, at) => (
        <div key={at} style={styles.fact}>
          <dt style={term}>{labelled(language, fact.label)}</dt>
          {inLines && ' '}
          <dd
            style={value}
            {...(fact.language === undefined ? {} : { lang: fact.language, dir: direction(fact.language) })}
          >
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** FIRST's colours for its labels, on black. */
const markingColours: Readonly<Record<string, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

const styles = {
  body: { margin: 0, padding: '16px', font: '16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif' },
  // What the list of mails shows beside the subject.
  listed: { display: 'none', maxHeight: 0, overflow: 'hidden' },
  column: { maxWidth: '600px' },
  main: { display: 'block', textAlign: 'start', overflowWrap: 'anywhere' },
  banner: { border: '3px solid', padding: '8px 12px', margin: '0 0 12px', fontWeight: 'bold' },
  marking: { margin: '0 0 8px', fontSize: '14px' },
  label: { background: '#000000', padding: '2px 8px', fontWeight: 'bold', whiteSpace: 'nowrap' },
  heading: { fontSize: '22px', lineHeight: 1.25, margin: '12px 0' },
  paragraph: { margin: '0 0 12px', whiteSpace: 'pre-line' },
  facts: { margin: '0 0 12px' },
  fact: { margin: '0 0 6px' },
  term: { fontWeight: 'bold', fontSize: '14px' },
  value: { margin: 0, whiteSpace: 'pre-line', textAlign: 'start' },
  termInLine: { display: 'inline', fontWeight: 'bold' },
  valueInLine: { display: 'inline', margin: 0, whiteSpace: 'pre-line' },
  action: { margin: '16px 0' },
  button: {
    padding: '14px 24px',
    borderRadius: '6px',
    background: '#1d4ed8',
    color: '#ffffff',
    fontWeight: 'bold',
  },
  note: { margin: '0 0 8px', fontSize: '14px' },
} as const satisfies Record<string, CSSProperties>;
