import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { catalogues } from '../../console/src/languages/catalogues.ts';
import { mailLanguages, type MailLanguage } from '../../workers/email/languages/languages.ts';
import { phrasebook } from '../../workers/email/phrasebook.ts';
import { renderHtml } from '../../workers/email/render-html.tsx';
import { renderText } from '../../workers/email/render-text.ts';
import { samples } from './samples.ts';

const letters = mailLanguages.flatMap((language) =>
  [...samples].map(([name, write]) => ({ name, language, letter: write(phrasebook(language, 'Europe/Bucharest')) })),
);
const composer = createTransport({ streamTransport: true, buffer: true });

test.each(letters)('$name in $language leaves whole, in words, in its language', async ({ language, letter }) => {
  const [text, html] = [renderText(letter), renderHtml(letter)];
  const { message } = await composer.sendMail({
    from: 'a@tocsin.example',
    to: 'b@c.example',
    subject: letter.subject,
    text,
    html,
  });
  const raw = (message as Buffer).toString();
  expect(Math.max(...raw.split(/\r?\n/).map(({ length }) => length))).toBeLessThanOrEqual(78);
  const mail = await simpleParser(raw);

  expect(mail.subject).toBe(letter.subject);
  expect(mail.text?.trim()).toBe(text.trim());
  expect(mail.html).toBe(html);
  expect(html).toMatch(new RegExp(`^<!doctype html><html dir="ltr" lang="${language}">`));
  const said = `${letter.subject}\n${text}\n${html}`;
  expect(said).not.toMatch(/\{\{|\}\}|undefined|\bNaN\b|\[object|\b(warning|account|codes)\.\w+\./);
  expect(said).not.toMatch(/_(one|few|many|other)\b/);
  // One button; what else leads home is an address that can be read.
  expect(html.match(/<a [^>]*target="_blank"/g)).toHaveLength(1);
  expect(text).toContain(`\n${letter.action.url}\n`);
  for (const part of [letter.heading, ...letter.paragraphs, ...letter.notes]) expect(text).toContain(part);
});

test.each(letters)('$name in $language has a subject that says the marking and quotes nobody', ({ letter }) => {
  const { subject, marking, details, facts } = letter;
  const entries = letter.sections.flatMap((section) => section.entries);
  const written = [...facts, ...details, ...entries.flatMap((entry) => entry.facts)].filter((one) => one.language);
  for (const text of [...written.map(({ value }) => value), ...entries.map(({ title }) => title.text)])
    expect(subject).not.toContain(text);
  expect(subject.length).toBeLessThan(120);
  if (marking) expect(subject).toContain(`[${marking.label}]`);
});

describe('what the issuer wrote', () => {
  const headlineIn = (language: MailLanguage) =>
    samples
      .get('escalation')?.(phrasebook(language))
      .facts.find(({ language: written }) => written !== undefined);

  test('is quoted in the reader’s language where the warning has it', () => {
    expect(headlineIn('pl')).toMatchObject({
      label: 'Nagłówek',
      language: 'pl',
      value: expect.stringMatching(/^Nawoływania/),
    });
    expect(headlineIn('de')).toMatchObject({ label: 'Überschrift', language: 'de' });
  });

  test('else as it was written, its language named', () => {
    expect(headlineIn('el')).toMatchObject({ label: 'Τίτλος (Γερμανικά)', language: 'de' });
    const french = samples.get('escalation')?.(phrasebook('fr')).details ?? [];
    expect(french.map(({ language }) => language).filter(Boolean)).toEqual(['fr', 'de']);
  });

  test('is told in no language once it was blanked', () => {
    const letter = samples.get('warning, its words blanked')?.(phrasebook('pl'));
    expect(letter?.facts[0]).toEqual({ label: 'Nagłówek', value: 'Usunięto' });
    expect(JSON.stringify(letter)).not.toContain('Nawoływania');
  });
});

const notices = letters.filter(({ name }) => /^address-suppressed, (no-mailbox|complaint)$/.test(name));

test.each(notices)('$name calls the button in $language what the console calls it', async ({ language, letter }) => {
  const { suppressions } = await (await catalogues[language]()).later.administering();
  // Text breaks its lines.
  expect(renderText(letter).replace(/\s+/g, ' ')).toContain(suppressions.again.replace(/\s+/g, ' '));
});
