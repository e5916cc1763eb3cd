import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import type { CSSProperties, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction, labelled, mailLanguage } from './languages/languages.ts';
import type { Entry, Fact, Letter, Marking, Section } from './letter.ts';
import { phrasebook } from './phrasebook.ts';

/**
 * A letter as HTML: one column, nothing from outside. Its text has the colours of the mail client, so that its dark mode stays
 * its own affair; the button and the marking bring both colours of theirs.
 */
export function renderHtml(letter: Letter): string {
  return `<!doctype html>${renderToStaticMarkup(<LetterPage letter={letter} />)}`;
}

function LetterPage({ letter }: { readonly letter: Letter }): ReactNode {
  const { language, marking, heading, paragraphs, action, further, notes } = letter;
  const buttonFails = phrasebook(mailLanguage(language)).say('account.buttonFails');
  const { origin: home } = new URL(action.url);
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
            <Paragraphs of={paragraphs} home={home} style={styles.paragraph} />
            <Facts of={letter.facts} in={language} inLines />
            <Sections of={letter.sections} in={language} home={home} />
            <p style={styles.action}>
              <Button href={action.url} style={styles.button}>
                {action.label}
              </Button>
            </p>
            <Paragraphs of={further} home={home} style={styles.paragraph} />
            <Facts of={letter.details} in={language} />
            <Paragraphs of={[`${buttonFails}\n${action.url}`, ...notes]} home={home} style={styles.note} />
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

/** @param home the origin that links lead to */
function Paragraphs({
  of,
  home,
  style,
}: {
  readonly of: readonly string[];
  readonly home: string;
  readonly style: CSSProperties;
}): ReactNode {
  return of.map((text, at) => (
    <p key={at} style={style}>
      <Linked text={text} home={home} />
    </p>
  ));
}

/** Addresses of our own are links. What people wrote may name others: where those lead is not ours to offer. */
function Linked({ text, home }: { readonly text: string; readonly home: string }): ReactNode {
  return text.split(/(https?:\/\/\S+)/).map((part, at) =>
    part.startsWith(`${home}/`) || part === home ? (
      <a key={at} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

function Sections({
  of,
  ...around
}: {
  readonly of: readonly Section[];
  readonly in: string;
  readonly home: string;
}): ReactNode {
  return of.map(({ heading, entries }, at) => (
    <section key={at}>
      <h2 style={styles.section}>{heading}</h2>
      {entries.map((entry, place) => (
        <EntryPart key={place} entry={entry} {...around} />
      ))}
    </section>
  ));
}

function EntryPart({
  entry: { title, lead, paragraphs, facts },
  in: language,
  home,
}: {
  readonly entry: Entry;
  readonly in: string;
  readonly home: string;
}): ReactNode {
  const tongue = title.language === undefined ? {} : { lang: title.language, dir: direction(title.language) };
  return (
    <div style={styles.entry}>
      <h3 style={styles.title}>
        <span {...tongue}>{title.text}</span>
        {title.named !== null && ` (${title.named})`}
      </h3>
      <p style={styles.lead}>{lead}</p>
      <Paragraphs of={paragraphs} home={home} style={styles.paragraph} />
      <Facts of={facts} in={language} inLines />
    </div>
  );
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
  section: {
    fontSize: '19px',
    lineHeight: 1.25,
    margin: '24px 0 12px',
    borderBottom: '2px solid',
    paddingBottom: '4px',
  },
  entry: { margin: '0 0 20px' },
  title: { fontSize: '17px', lineHeight: 1.3, margin: '0 0 2px' },
  lead: { margin: '0 0 8px', fontSize: '14px' },
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
    textAlign: 'center',
    color: '#ffffff',
    fontWeight: 'bold',
  },
  note: { margin: '0 0 8px', fontSize: '14px', whiteSpace: 'pre-line' },
} as const satisfies Record<string, CSSProperties>;
